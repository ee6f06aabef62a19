import { type PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { Element } from './tree.ts';

export const name = (text: string): PDFName => PDFName.of(text);

/** A rule looks at a document and tells what breaks it. */
export type Rule = (document: PDFDocument, elements: readonly Element[]) => string[];

export const words = (dictionary: PDFDict, key: string): string => {
  const value = dictionary.lookup(name(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText().trim() : '';
};

export const when = (isBroken: boolean, fault: string): string[] => (isBroken ? [fault] : []);
