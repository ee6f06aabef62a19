import type { PDFDocument } from '@cantoo/pdf-lib';
import { catalogue, complete, fonts, links, painted } from './file-rules.ts';
import { notes } from './note-rules.ts';
import type { Rule } from './rule.ts';
import { figures, headings, lists, roles, tables, texts } from './tag-rules.ts';
import { elementsOf } from './tree.ts';

/** The rules of PDF/UA that a program can verify and that our documents call for. */
const RULES: Readonly<Record<string, Rule>> = {
  catalogue,
  painted,
  complete,
  roles,
  headings,
  figures,
  notes,
  tables,
  lists,
  texts,
  links,
  fonts,
};

/** What breaks a rule in a document, each fault with its rule; nothing when all hold. */
export function checkDocument(document: PDFDocument): string[] {
  const elements = elementsOf(document);
  return Object.entries(RULES).flatMap(([rule, verify]) =>
    [...new Set(verify(document, elements))].map((fault) => `${rule}: ${fault}`),
  );
}
