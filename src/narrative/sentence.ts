import { typeset } from '../french/typography.ts';
import type { Print } from './print-tag.ts';
import type { Readable } from './readable.ts';
import { PLACEHOLDER } from './readable-writer.ts';

/** Longest sentence that a message repeats. */
const LONGEST = 160;
const END = /[.!?…](?=\s|$)/g;

/** Offsets of the sentence that holds a character. */
export function sentenceBounds(text: string, at: number): readonly [start: number, end: number] {
  const ends = [...text.matchAll(END)].map(({ index }) => index + 1);
  const start = ends.findLast((end) => end <= at) ?? 0;
  return [start, ends.find((end) => end > at) ?? text.length];
}

/** The sentence around a character, as readers meet it: typeset, its figures printed. */
export function sentenceAt(readable: Readable, at: number, print: Print): string {
  const [start, end] = sentenceBounds(readable.shown, at);
  let text = '';
  for (let index = start; index < end; index++) {
    const mention = readable.shown[index] === PLACEHOLDER && readable.mentions.find((other) => other.at === index);
    text += mention ? print(mention.name, mention.values, mention.body) : readable.shown[index];
  }
  const sentence = typeset(text.replace(/\s+/g, ' ').trim());
  return sentence.length > LONGEST ? `${sentence.slice(0, LONGEST).trimEnd()}…` : sentence;
}
