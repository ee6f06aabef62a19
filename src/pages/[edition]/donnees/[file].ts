import { basename } from 'node:path';
import type { APIRoute } from 'astro';
import { figureFiles } from '../../../components/files.ts';
import { figuresDocument, figuresToCsv } from '../../../export.ts';
import { currentBilan } from '../../../handover.ts';

export function getStaticPaths() {
  const { csv, json } = figureFiles();
  return [csv, json].map((path) => ({
    params: { edition: currentBilan().edition.id, file: basename(path) },
  }));
}

export const GET: APIRoute = ({ params }) => {
  const bilan = currentBilan();
  return new Response(
    params.file?.endsWith('.csv') ? figuresToCsv(bilan) : `${JSON.stringify(figuresDocument(bilan), null, 1)}\n`,
  );
};
