import { defineMiddleware } from 'astro:middleware';
import { raiseOrdinals } from './components/ordinals.ts';

/** The last touch of every page, in the preview as in the build, before it is printed. */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(raiseOrdinals(await response.text()), response);
});
