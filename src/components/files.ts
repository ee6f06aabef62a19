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

/** Address of the report on paper. */
export function reportFile(): string {
  const bilan = currentBilan();
  return `pdf/${filePrefix(bilan)}bilan-${bilan.edition.id}.pdf`;
}
