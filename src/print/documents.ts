import type { Bilan } from '../bilan.ts';
import { chapterFile, reportFile, sheetFile, synthesisFile } from '../components/files.ts';
import { titlePrefix } from '../components/page.ts';
import { typeset } from '../french/typography.ts';
import type { DocumentInformation } from './finish/metadata.ts';

/** One PDF to make: the built page it is printed from, and where it goes. Both without base or leading slash. */
export interface DocumentToPrint {
  readonly page: string;
  readonly file: string;
  readonly information: DocumentInformation;
  /** How many pages it must have; `null` when it takes what it needs. */
  readonly pages: number | null;
}

/** Where the pages that are only there to be printed are built. */
export const printFolder = ({ edition }: Pick<Bilan, 'edition'>): string => `${edition.id}/imprimer/`;

/** Every PDF of an edition, the longest first: the others are printed beside it. */
export function documentsToPrint(bilan: Bilan): DocumentToPrint[] {
  const { edition, settings } = bilan;
  const folder = printFolder(bilan);
  const inPlan = `${edition.title}, ${settings.plan.name}`;
  const toPrint = (page: string, file: string, title: string, pages: number | null = null): DocumentToPrint => ({
    page: `${folder}${page}`,
    file,
    information: describe(bilan, title),
    pages,
  });
  return [
    toPrint('', reportFile(), inPlan),
    ...bilan.chapters
      .filter(({ frontMatter }) => bilan.isProof || !frontMatter.draft)
      .map(({ slug, number, frontMatter }) =>
        toPrint(`chapitres/${slug}/`, chapterFile(slug), `${number}. ${typeset(frontMatter.title)}. ${inPlan}`),
      ),
    ...[...settings.basins, settings.outside].map(({ id, fullName }) =>
      toPrint(`fiches/${id}/`, sheetFile(id), `${fullName}. ${inPlan}`, 2),
    ),
    toPrint('synthese/', synthesisFile(), `Synthèse. ${inPlan}`, 1),
  ];
}

/** What a document says of itself; its date is the edition's. */
function describe(bilan: Bilan, title: string): DocumentInformation {
  const { settings, edition, isDemonstration } = bilan;
  return {
    title: `${titlePrefix(bilan)}${title}`,
    author: isDemonstration ? settings.site.owner : settings.legal.publisher,
    subject: `${settings.plan.name}, ${settings.region.name}`,
    keywords: [settings.plan.name, settings.region.name, String(edition.year), 'formation', 'industrie', 'maintenance'],
    date: edition.publishedOn,
  };
}
