import { currentBilan } from '../handover.ts';
import { filePrefix } from './page.ts';

/** Addresses of the files of a chart; those of a demonstration say so in their names. */
export function chartFiles(name: string): Readonly<Record<'csv' | 'svg' | 'png' | 'json', string>> {
  const bilan = currentBilan();
  const stem = `${bilan.edition.id}/graphiques/${filePrefix(bilan)}${name}`;
  return { csv: `${stem}.csv`, svg: `${stem}.svg`, png: `${stem}.png`, json: `${stem}.json` };
}

/** Addresses of the files of all figures. */
export function figureFiles(): Readonly<Record<'csv' | 'json', string>> {
  const bilan = currentBilan();
  const stem = `${bilan.edition.id}/donnees/${filePrefix(bilan)}chiffres-${bilan.edition.id}`;
  return { csv: `${stem}.csv`, json: `${stem}.json` };
}

function pdfFile(part: string): string {
  const bilan = currentBilan();
  return `pdf/${filePrefix(bilan)}bilan-${bilan.edition.id}${part}.pdf`;
}

/** Address of the report on paper. */
export const reportFile = (): string => pdfFile('');

/** Address of one chapter on paper. */
export const chapterFile = (slug: string): string => pdfFile(`-chapitre-${slug}`);

/** Address of the two pages of a basin, or of the rest of the region. */
export const sheetFile = (place: string): string => pdfFile(`-fiche-${place}`);

/** Address of the page to hand out. */
export const synthesisFile = (): string => pdfFile('-synthese');
