import type { Bilan } from '../bilan.ts';
import { chapterFile, reportFile, sheetFile, synthesisFile } from '../components/files.ts';
import { titlePrefix } from '../components/page.ts';
import { quantity } from '../french/agreement.ts';
import { nounOf } from '../french/plural.ts';
import { typeset } from '../french/typography.ts';
import type { Problem } from '../problem.ts';
import type { DocumentInformation } from './finish/metadata.ts';

/** One PDF to make: the built page it is printed from, and where it goes. Both without base or leading slash. */
export interface DocumentToPrint {
  readonly page: string;
  readonly file: string;
  readonly information: DocumentInformation;
  /** The room it has; `null` when it takes what it needs. */
  readonly room: Room | null;
}

/** What holds in so many pages and no more. */
export interface Room {
  readonly pages: number;
  /** True in a proof, which is printed whatever is wrong: it then takes the pages it needs. */
  readonly mayGrow: boolean;
  /** What to shorten when it does not hold, in French. */
  readonly shorten: string;
}

/** Where the pages that are only there to be printed are built. */
export const printFolder = ({ edition }: Pick<Bilan, 'edition'>): string => `${edition.id}/imprimer/`;

/** Every PDF of an edition, the longest first: the others are printed beside it. */
export function documentsToPrint(bilan: Bilan): DocumentToPrint[] {
  const { edition, settings } = bilan;
  const folder = printFolder(bilan);
  const inPlan = `${edition.title}, ${settings.plan.name}`;
  const room = (pages: number, shorten: string): Room => ({ pages, mayGrow: bilan.isProof, shorten });
  const toPrint = (page: string, file: string, title: string, taken: Room | null = null): DocumentToPrint => ({
    page: `${folder}${page}`,
    file,
    information: describe(bilan, title),
    room: taken,
  });
  return [
    toPrint('', reportFile(), inPlan),
    ...bilan.chapters
      .filter(({ frontMatter }) => bilan.isProof || !frontMatter.draft)
      .map(({ slug, number, frontMatter }) =>
        toPrint(`chapitres/${slug}/`, chapterFile(slug), `${number}. ${typeset(frontMatter.title)}. ${inPlan}`),
      ),
    ...[...settings.basins, settings.outside].map(({ id, fullName }) =>
      toPrint(`fiches/${id}/`, sheetFile(id), `${fullName}. ${inPlan}`, room(2, BASIN_TEXTS)),
    ),
    toPrint('synthese/', synthesisFile(), `Synthèse. ${inPlan}`, room(1, FIRST_CHAPTER)),
  ];
}

const BASIN_TEXTS =
  'raccourcissez ce que reglages.yaml lui donne (noms et contact du bassin, mentions) ou les libellés de formations.csv';
const FIRST_CHAPTER = 'raccourcissez le premier chapitre';

/** A document that needs more than the room it has. */
export const doesNotHold = ({ file, room }: DocumentToPrint): Problem => ({
  severity: room?.mayGrow ? 'warning' : 'error',
  file,
  line: 1,
  column: 1,
  message: room?.mayGrow
    ? 'ce document ne tient pas dans ses pages\u00A0: l’épreuve lui en donne d’autres'
    : 'ce document ne tient pas dans ses pages\u202F; le site en place n’a pas changé',
  expected: room ? quantity(room.pages, nounOf('page')) : undefined,
  remedy: room?.mayGrow
    ? `corrigez d’abord ce qui est signalé plus haut\u202F; si cela ne suffit pas, ${room.shorten}`
    : `${room?.shorten}\u202F; npm run build -- --epreuve l’imprime en entier, pour voir ce qui dépasse`,
});

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
