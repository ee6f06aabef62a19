import { ORDINAL } from '../french/ordinals.ts';

/** What is no text for the eye, then tags, then ordinals. */
const PIECES = new RegExp(
  String.raw`<(script|style|title|svg|code|textarea)\b[\s\S]*?<\/\1>|<(?:[^>"']|"[^"]*"|'[^']*')*>|${ORDINAL}`,
  'gu',
);

/** Raises the letters of ordinals in the text of a page (1er, 2e, XIXe), which stays « 1er » for who searches or copies it. */
export const raiseOrdinals = (html: string): string =>
  html.replace(PIECES, (piece, _tag: string | undefined, number?: string, letters?: string) =>
    number ? `${number}<sup>${letters}</sup>` : piece,
  );
