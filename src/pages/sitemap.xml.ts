import type { APIRoute } from 'astro';
import { absolute } from '../components/page.ts';
import { allPages } from '../components/pages.ts';
import { currentBilan } from '../handover.ts';

export const GET: APIRoute = () => {
  const { edition } = currentBilan();
  const urls = allPages().map(
    ({ path }) => `<url><loc>${absolute(path)}</loc><lastmod>${edition.publishedOn}</lastmod></url>`,
  );
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
  );
};
