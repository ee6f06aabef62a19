import { nearestTo } from '../french/nearest.ts';
import { foldAccents } from '../french/tokens.ts';
import type { AttributeValue } from './attributes.ts';
import { type Fault, fault } from './remark.ts';
import { TAGS, type TagSpec } from './tags.ts';

/** What is written in Markdown in the place of a tag of HTML. */
const IN_MARKDOWN: Readonly<Record<string, string>> = {
  br: 'pour aller à la ligne, finissez la ligne par « \\ »\u202F; pour un nouveau paragraphe, laissez une ligne vide',
  p: 'pour un nouveau paragraphe, laissez une ligne vide',
  b: 'écrivez **mots en gras**',
  strong: 'écrivez **mots en gras**',
  i: 'écrivez *mots en italique*',
  em: 'écrivez *mots en italique*',
  a: 'écrivez [mots du lien](https://…)',
  img: 'écrivez ![ce que l’image montre](image.png)',
};

/** A tag that no one knows, and what was meant. */
export function unknownTag(name: string): Fault {
  const meant = nearestTo(
    name,
    TAGS.map((tag) => tag.name),
  );
  const known = TAGS.map((tag) => `<${tag.name}>`).join(', ');
  return fault(
    `balise inconnue <${name}>`,
    known,
    IN_MARKDOWN[name.toLowerCase()] ??
      (meant ? remedyFor(name, meant) : 'choisissez une des balises attendues, ou écrivez en Markdown'),
  );
}

const remedyFor = (name: string, meant: string): string =>
  name.toLowerCase() === meant.toLowerCase()
    ? `écrivez <${meant}>\u00A0: une balise commence par une majuscule`
    : `vouliez-vous écrire <${meant}>\u202F?`;

/** What to do about an attribute that the tag does not take. */
function remedyForAttribute(name: string, known: readonly string[]): string {
  const meant = nearestTo(name, known);
  if (!meant) return 'corrigez le nom de l’attribut, ou retirez-le';
  if (foldAccents(name) === meant) return `écrivez ${meant}\u00A0: le nom d’un attribut n’a ni accent ni majuscule`;
  return `vouliez-vous écrire ${meant}\u202F?`;
}

/** A value that is no plain text or number. */
export const unreadableAttribute = (name: string): Fault =>
  fault(`attribut «\u00A0${name}\u00A0» illisible`, 'une valeur entre guillemets droits', 'écrivez nom="valeur"');

/** An attribute that is given twice: nobody can tell which was meant. */
export const repeatedAttribute = (name: string): Fault =>
  fault(
    `attribut «\u00A0${name}\u00A0» donné deux fois`,
    'une seule valeur par attribut',
    'gardez-en une, retirez l’autre',
  );

/** A value that says nothing, or the dots of a tag that a message proposed. */
const isBlank = (value: AttributeValue | undefined): boolean =>
  typeof value === 'string' && /^[\s\u00A0\u202F.…]*$/.test(value);

/** Attributes that are not those of the tag, or whose value is not one it takes. */
export function checkAttributes(spec: TagSpec, values: ReadonlyMap<string, AttributeValue>): Fault[] {
  const known = Object.keys(spec.attributes);
  const unknown = [...values.keys()].filter((name) => !known.includes(name));
  const missing = known.filter((name) => spec.attributes[name]?.required && !values.has(name));
  const blank = known.filter((name) => isBlank(values.get(name)));
  const outside = known.filter((name) => {
    const allowed = spec.attributes[name]?.values;
    return !blank.includes(name) && allowed && values.has(name) && !allowed.includes(String(values.get(name)));
  });
  return [
    ...unknown.map((name) =>
      fault(
        `attribut inconnu «\u00A0${name}\u00A0» dans <${spec.name}>`,
        known.join(', '),
        remedyForAttribute(name, known),
      ),
    ),
    ...missing.map((name) =>
      fault(
        `attribut «\u00A0${name}\u00A0» absent de <${spec.name}>`,
        spec.attributes[name]?.description ?? '',
        `ajoutez ${name}="…"`,
      ),
    ),
    ...blank.map((name) =>
      fault(
        `attribut «\u00A0${name}\u00A0» vide dans <${spec.name}>`,
        spec.attributes[name]?.description ?? '',
        spec.attributes[name]?.required
          ? 'écrivez-le en toutes lettres entre les guillemets'
          : 'donnez-lui une valeur, ou retirez-le',
      ),
    ),
    ...outside.map((name) =>
      fault(
        `valeur inconnue pour «\u00A0${name}\u00A0»`,
        spec.attributes[name]?.values?.join(', ') ?? '',
        'choisissez une des valeurs attendues',
        String(values.get(name)),
      ),
    ),
  ];
}
