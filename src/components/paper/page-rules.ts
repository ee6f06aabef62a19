import type { Bilan } from '../../bilan.ts';
import { typeset } from '../../french/typography.ts';
import { visibleChapters } from '../page.ts';

const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** Running heads, folios and named pages: one rule a chapter, whose title stands in the head of its pages. */
export function pageRules(bilan: Bilan): string {
  const { edition, settings, isDemonstration, isProof } = bilan;
  const marks = [
    isProof ? 'ÉPREUVE – NE PAS DIFFUSER' : '',
    isDemonstration ? 'Démonstration. Chiffres simulés, sauf ceux marqués «\u00A0publié\u00A0». Ne pas citer.' : '',
  ].filter(Boolean);
  const mark =
    marks.length > 0
      ? `@top-left{content:${quote(marks.join(' '))};border-bottom:1.6pt solid #c8431c;color:#8a2a10;font-weight:600;width:70%}`
      : '';
  const foot = `@bottom-left{content:${quote(`${settings.plan.name}, ${edition.title.toLowerCase()}`)}}@bottom-right{content:counter(page) " / " counter(pages);font-weight:600}`;
  const head = (text: string): string =>
    `@top-right{content:${quote(text)};vertical-align:middle${marks.length > 0 ? ';border-bottom:1.6pt solid #c8431c' : ''}}`;
  const chapters = visibleChapters(bilan).map(
    ({ number, frontMatter }) => `@page chapitre-${number}{${head(`${number}. ${typeset(frontMatter.shortTitle)}`)}}`,
  );
  return [
    `@page{${mark}${foot}${head(edition.title)}}`,
    ...chapters,
    `@page annexes{${head('Annexes')}}`,
    '@page couverture{@top-right{content:none}@bottom-left{content:none}@bottom-right{content:none}}',
  ].join('');
}
