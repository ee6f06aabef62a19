import type { APIRoute } from 'astro';
import { absolute } from '../components/page.ts';
import { currentBilan } from '../handover.ts';

/** A demonstration or a proof asks not to be visited; the pages say noindex too. */
export const GET: APIRoute = () => {
  const { isDemonstration, isProof } = currentBilan();
  const rule = isDemonstration || isProof ? 'Disallow: /' : 'Allow: /';
  return new Response(`User-agent: *\n${rule}\nSitemap: ${absolute('sitemap.xml')}\n`);
};
