import { unknownTag } from './check-attributes.ts';
import { quoteFault } from './quote-fault.ts';
import { type Fault, fault, type Remark } from './remark.ts';
import { positionAt } from './source.ts';
import { findTag } from './tags.ts';

const MESSAGES: readonly (readonly [RegExp, (name: string) => Fault])[] = [
  [/Expected a closing tag for `<([^`>]+)>`/, (name) => (findTag(name) ? unclosedTag(name) : unknownTag(name))],
  [
    /Unexpected closing tag `<\/([^`>]+)>`/,
    (name) =>
      findTag(name)
        ? fault(
            `balise fermante </${name}> inattendue`,
            'une balise ouvrante du même nom avant elle',
            'ouvrez la balise, ou supprimez la fermeture',
          )
        : unknownTag(name),
  ],
  [
    /Unexpected character `!`/,
    () =>
      fault(
        'commentaire «\u00A0<!-- … -->\u00A0», que le bilan ne lit pas',
        '{/* un commentaire */}',
        'écrivez {/* au début et */} à la fin',
      ),
  ],
  [
    /Unexpected character after `<`/,
    () =>
      fault(
        'signe « < » qui n’ouvre pas une balise connue',
        'une balise bien écrite, ou « < » suivi d’une espace',
        'pour « moins de », écrivez « moins de » ou « &lt; »\u202F; dans une balise, n’employez que des guillemets droits',
      ),
  ],
  [
    /closing brace|end of file in expression/,
    () =>
      fault('accolade ouverte et jamais fermée', 'du texte sans accolade', 'retirez l’accolade, ou écrivez « &#123; »'),
  ],
  [
    /oxc|expression/,
    () =>
      fault(
        'expression illisible entre accolades',
        'du texte sans accolades',
        'retirez les accolades\u202F; un attribut se donne entre guillemets',
      ),
  ],
];

/** The Markdown engine's messages, rewritten once, here. It stops at the first fault, and so does what is judged. */
export function explainSyntax(message: string, text: string): Remark {
  const place = /^(\d+):(\d+): /.exec(message);
  const offset = offsetOf(text, Number(place?.[1] ?? 1), Number(place?.[2] ?? 1));
  const quote = /Unexpected character/.test(message) ? quoteFault(text, offset) : null;
  const found =
    quote?.fault ?? misplacedEnd(message, text.slice(offset)) ?? bareAddress(text.slice(offset)) ?? explain(message);
  return {
    ...found,
    ...positionAt(text, quote?.offset ?? offset),
    remedy: `${found.remedy}\u202F; le reste du fichier n’a pas été jugé`,
  };
}

const unclosedTag = (name: string): Fault =>
  findTag(name)?.content
    ? fault(`balise <${name}> jamais fermée`, `</${name}> après son texte`, `ajoutez </${name}>`)
    : fault(`balise <${name}> jamais fermée`, `<${name} … />`, 'finissez-la par « /> »');

/** A tag that is closed, but in another paragraph than it is opened in. */
function misplacedEnd(message: string, rest: string): Fault | null {
  const [, name = ''] = /closing tag for `<([^`>]+)>`.*end of `paragraph`/.exec(message) ?? [];
  if (!findTag(name)?.content || !rest.includes(`</${name}>`)) return null;
  return fault(
    `balise <${name}> ouverte et fermée dans deux paragraphes`,
    `<${name} …> et </${name}>, chacune seule sur sa ligne`,
    `allez à la ligne après <${name} …>, et avant </${name}>`,
  );
}

/** « <https://…> », « <a@b.fr> ». */
function bareAddress(rest: string): Fault | null {
  const [, address] = /^<((?:https?:|mailto:)[^<>\s]+|[^<>\s@]+@[^<>\s]+)>/.exec(rest) ?? [];
  if (address === undefined) return null;
  const url = /^(?:https?|mailto):/.test(address) ? address : `mailto:${address}`;
  return fault(`adresse entre « < » et « > »`, '[mots du lien](adresse)', `écrivez [mots du lien](${url})`);
}

function explain(message: string): Fault {
  for (const [pattern, say] of MESSAGES) {
    const match = pattern.exec(message);
    if (match) return say(match[1] ?? '');
  }
  return fault(
    'texte illisible',
    'du Markdown et des balises bien fermées',
    'comparez cette ligne avec les exemples du guide',
  );
}

/** Offset of a place of the engine, which counts columns as offsets are counted. */
const offsetOf = (text: string, line: number, column: number): number =>
  text
    .split('\n')
    .slice(0, line - 1)
    .reduce((offset, { length }) => offset + length + 1, column - 1);
