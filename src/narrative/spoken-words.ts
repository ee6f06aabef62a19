import { tokenize } from '../french/tokens.ts';

/** The words of a text, without case or accents. */
export const wordsOf = (text: string): ReadonlySet<string> => new Set(tokenize(text).map(({ key }) => key));

/** « des », « sur », « par » name no figure; « taux » and « part » tell a rate from what it is a rate of. */
const SHORT = 3;

/** Those that may name a figure. */
export const longWords = (text: string): readonly string[] => [...wordsOf(text)].filter((word) => word.length > SHORT);
