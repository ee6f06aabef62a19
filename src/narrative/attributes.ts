import type { Tag } from './tree.ts';

/** An attribute as it was written: text, a plain number or boolean between braces, or something else. */
export type AttributeValue = string | number | boolean;

export interface AttributeReading {
  readonly values: ReadonlyMap<string, AttributeValue>;
  /** Attributes whose value is no plain text or number: `{...x}`, `{a + b}`. */
  readonly unreadable: readonly string[];
  /** Attributes that are given twice: one of the two would be lost. */
  readonly repeated: readonly string[];
}

/** Attributes of a tag as plain values. `annee={2024}` and `annee="2024"` say the same. */
export function readAttributes(tag: Tag): AttributeReading {
  const values = new Map<string, AttributeValue>();
  const unreadable: string[] = [];
  const repeated: string[] = [];
  for (const attribute of tag.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') {
      unreadable.push('…');
      continue;
    }
    if (values.has(attribute.name)) repeated.push(attribute.name);
    const value = plainValue(attribute.value);
    if (value === undefined) unreadable.push(attribute.name);
    else values.set(attribute.name, value);
  }
  return { values, unreadable, repeated };
}

function plainValue(value: string | null | undefined | { value: string }): AttributeValue | undefined {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value;
  const expression = value.value.trim();
  if (/^-?\d+(\.\d+)?$/.test(expression)) return Number(expression);
  if (expression === 'true' || expression === 'false') return expression === 'true';
  const quoted = /^(["'`])([^"'`\\$]*)\1$/.exec(expression);
  return quoted ? quoted[2] : undefined;
}
