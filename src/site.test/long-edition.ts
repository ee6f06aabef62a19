import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const SENTENCES = [
  'Une phrase courte ouvre le paragraphe.',
  'Une autre la suit, un peu plus longue, et dit la même chose avec d’autres mots.',
  'Le texte coule ensuite d’une page à l’autre, sans que rien ne l’arrête, ni un tableau, ni un dessin, ni une note.',
  'Rien ici ne se compte.',
  'On y parle de formation, d’ateliers, de machines que l’on répare et de gestes que l’on apprend.',
  'La suite est au paragraphe suivant, qui se lit comme celui-ci.',
];
const CHARTS = [
  ...['entrees-par-bassin', 'tailles', 'secteurs', 'ages', 'actions-par-mois'].map((name) => `nom="${name}"`),
  ...['lille', 'lens', 'dunkerque', 'valenciennes'].flatMap((basin) =>
    ['entrees-par-mois', 'formations', 'issues'].map((name) => `nom="${name}" bassin="${basin}"`),
  ),
];
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A paragraph of so many sentences, never the same ones in a row. */
const paragraph = (sentences: number, seed: number): string =>
  Array.from({ length: sentences }, (_, index) => SENTENCES[(seed + index * index) % SENTENCES.length]).join(' ');

/** Name of a chapter: « Essai bc ». */
export const chapterName = (index: number): string => `Essai ${LETTERS[Math.floor(index / 26)]}${LETTERS[index % 26]}`;

const words = (row: number): string => `| ligne ${LETTERS[row % 26]} | ${paragraph(1 + (row % 2), row)} |`;

/** A chapter of text of every kind, with charts and, now and then, a table that takes more than a page. */
function chapter(index: number): string {
  const chart = (rank: number): string => {
    const found = CHARTS[index * 2 + rank];
    return found ? `<Graphique ${found} titre="Dessin ${chapterName(index * 2 + rank)}" />` : '';
  };
  return [
    `---\ntitre: ${chapterName(index)}, en entier\ncourt: ${chapterName(index)}\ndescription: Du texte\nchapeau: ${paragraph(2, index)}\n---`,
    '## Première partie',
    paragraph(3 + (index % 5), index),
    chart(0),
    paragraph(2 + (index % 3), index + 1),
    `<Note titre="Note">${paragraph(2, index + 2)}</Note>`,
    paragraph(7, index + 3),
    '## Deuxième partie',
    paragraph(4 + (index % 4), index + 4),
    '### Un détail',
    `${paragraph(3, index + 5)} Voir [une adresse](https://www.exemple.fr/${chapterName(index).replace(' ', '-')}).`,
    chart(1),
    ...Array.from({ length: 5 }, (_, rank) => paragraph(2 + ((index + rank) % 6), index + rank)),
    Array.from({ length: 4 }, (_, rank) => `- ${paragraph(1 + (rank % 2), index + rank)}`).join('\n'),
    ...(index % 9 === 0
      ? [`| Ligne | Texte |\n| --- | --- |\n${Array.from({ length: 60 }, (_, row) => words(row)).join('\n')}`]
      : []),
    '## Dernière partie',
    ...Array.from({ length: 3 + (index % 3) }, (_, rank) => paragraph(4 + ((index * rank) % 4), index + rank)),
    `<Encadre genre="retenir">\n- ${paragraph(1, index)}\n</Encadre>`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Adds chapters to an edition, before its last one. */
export async function lengthen(content: string, chapters: number): Promise<void> {
  const known = (await readdir(content)).filter((name) => /^\d/.test(name)).length;
  for (let index = 0; index < chapters; index++)
    await writeFile(join(content, `${String(known + index).padStart(2, '0')}-essai-${index}.mdx`), chapter(index));
}
