import type { Bilan } from '../../bilan.ts';
import { formatDay } from '../../french/date.ts';
import { typeset } from '../../french/typography.ts';
import { visibleChapters } from '../page.ts';

/** What stands at the head and foot of the pages of one document. */
export interface RunningText {
  /** At the right of the head, where no chapter says its own title; the edition by default. */
  readonly head?: string;
  /** Before the folio: « Fiche de Lens ». */
  readonly folio?: string;
}

const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** Running heads, folios and named pages: one rule a chapter, whose title stands in the head of its pages. */
export function pageRules(bilan: Bilan, { head = bilan.edition.title, folio = '' }: RunningText = {}): string {
  const { edition, settings, isProof } = bilan;
  const marks = [isProof ? 'ÉPREUVE – NE PAS DIFFUSER' : '', statusOf(bilan)].filter(Boolean);
  const mark =
    marks.length > 0
      ? `@top-left{content:${quote(marks.join(' '))};border-bottom:1.6pt solid #c8431c;color:#8a2a10;font-weight:600;width:70%;margin-bottom:8mm}`
      : '';
  const foot = `@bottom-left{content:${quote(`${settings.plan.name}, ${edition.title.toLowerCase()}`)}}@bottom-right{content:${folio && `${quote(`${folio}, `)} `}counter(page) " / " counter(pages);font-weight:600}`;
  const atHead = (text: string): string =>
    `@top-right{content:${quote(text)};vertical-align:middle;margin-bottom:8mm${marks.length > 0 ? ';border-bottom:1.6pt solid #c8431c' : ''}}`;
  const chapters = visibleChapters(bilan).map(
    ({ number, frontMatter }) => `@page chapitre-${number}{${atHead(`${number}. ${typeset(frontMatter.shortTitle)}`)}}`,
  );
  return [
    `@page{${mark}${foot}${atHead(head)}}`,
    ...chapters,
    `@page annexes{${atHead('Annexes')}}`,
    `@page couverture{${marks.length > 0 ? '@top-left{width:100%;font-size:13pt}' : ''}@top-right{content:none}@bottom-left{content:none}@bottom-right{content:none}}`,
  ].join('');
}

/** What every page must say of its figures; nothing when they are final. */
function statusOf({ edition, isDemonstration }: Pick<Bilan, 'edition' | 'isDemonstration'>): string {
  if (isDemonstration) return 'Démonstration. Chiffres simulés, sauf ceux marqués «\u00A0publié\u00A0». Ne pas citer.';
  return edition.status === 'provisoire' ? `Édition provisoire. Données arrêtées au ${formatDay(edition.cutOff)}.` : '';
}
