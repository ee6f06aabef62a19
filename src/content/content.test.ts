import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fortyVocabulary } from '../narrative/forty-vocabulary.fixture.ts';
import { formatProblem } from '../problem.ts';
import { readEdition } from '../settings/edition.ts';
import { FIXTURE } from '../site.test/run.ts';
import { readContent } from './content.ts';

const vocabulary = fortyVocabulary();
const FRONT = '---\ntitre: Essai\ndescription: Un essai\nchapeau: Rien encore.\n---\n\n';

let content: string;
beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'bilan-contenu-'));
  await mkdir(join(content, '2024'));
  await copyFile(join(FIXTURE, 'content/2024/edition.yaml'), join(content, '2024/edition.yaml'));
  await write('00-essentiel.mdx', `${FRONT}Un texte.\n`);
});
afterEach(() => rm(content, { recursive: true, force: true }));

const write = (name: string, text: string | Buffer) => writeFile(join(content, '2024', name), text);
/** Every problem of the content, as it is told. */
async function said(): Promise<string> {
  const { edition, problems: first } = await readEdition(content);
  const problems = edition
    ? (await readContent(content, edition, vocabulary, new Set(['2024/donnees/']))).problems
    : first;
  return problems.map((problem) => formatProblem(problem, content)).join('\n\n');
}

describe('a file that looks like a chapter and is none', () => {
  it.each([
    '11-essai.md',
    '11-essai.mdx.txt',
    '3_Où former.mdx',
    'notes.txt',
    '11-Essai.docx',
    '11-essai',
    '2025 et après.md',
    '11-essai.MDX',
    'acceuil.mdx',
    'Accueil.md',
    'index.mdx',
  ])('is told of, with the name it should have: %s', async (name) => {
    await write(name, `${FRONT}Un texte.\n`);
    expect(await said()).toMatchSnapshot();
  });

  it.each(['11-plan.png', 'README.md', '.11-essai.mdx.swp', '11-essai.mdx~', 'figures.json', '03-villes.csv'])(
    'is no image, no file of a program: %s',
    async (name) => {
      await write(name, '');
      expect(await said()).toBe('');
    },
  );

  it('is no folder', async () => {
    await mkdir(join(content, '2024/11-essais'));
    expect(await said()).toBe('');
  });
});

describe('a chapter that takes the place of another', () => {
  it.each([
    ['its number', ['00-autre.mdx']],
    ['its address', ['11-essentiel.mdx']],
    ['both', ['00-essentiel.mdx', '11-suite.mdx', '11-suite-2.mdx', '12-suite.mdx']],
    ['the address of a page of the site', ['11-donnees.mdx']],
  ])('is told of: %s', async (_, names) => {
    for (const name of names) await write(name, `${FRONT}Un texte.\n`);
    expect(await said()).toMatchSnapshot();
  });

  it('is warned of when it is a draft, whatever its place', async () => {
    await write('00-avant.mdx', `${FRONT.replace('chapeau', 'brouillon: true\nchapeau')}Un texte.\n`);
    expect(await said()).toMatchSnapshot();
  });
});

describe('links', () => {
  it('without address, or without the beginning of one, are refused where they stand', async () => {
    await write('11-essai.mdx', `${FRONT}Un [vide](), un [site](www.insee.fr).\n`);
    expect(await said()).toMatchSnapshot();
  });
});

describe('front matter', () => {
  it.each([
    ['that is not there', 'Un texte.\n'],
    ['whose keys are misspelt', FRONT.replace('titre', 'Titre').replace('chapeau', 'chapeaux')],
    ['of which a part is a comment', FRONT.replace('Essai', 'Essai # 2')],
    ['that holds a tag', FRONT.replace('Essai', '<Chiffre de="entrees" annee={2023} /> entrées')],
    ['that holds Markdown', FRONT.replace('Essai', 'Un **grand** [essai](00-essentiel.mdx)')],
    ['whose text is a number', FRONT.replace('Essai', '2024')],
    ['whose text is empty', FRONT.replace('Essai', '')],
    ['whose text starts with a form', FRONT.replace('Essai', '[[entrees]] entrées')],
    ['whose text is a form', FRONT.replace('Essai', '[[entrees]]')],
    ['whose quotes come from a word processor', FRONT.replace('Essai', '“Essai : un”')],
    ['that is not closed', FRONT.replace('.\n---', '.')],
    ['that a rule far below seems to close', `${FRONT.replace('.\n---', '.')}## Un titre\n\nUn texte.\n\n---\n`],
    ['that a line of another kind closes', FRONT.replace('.\n---', '.\n--')],
  ])('is asked for: %s', async (_, text) => {
    await write('11-essai.mdx', `${text}\nUn texte, enfin.\n`);
    expect(await said()).toMatchSnapshot();
  });
});

describe('content that was saved in another encoding is told of', () => {
  it.each([
    ['a chapter', '11-essai.mdx', `${FRONT}Plus tard, la région en compte bien davantage.\n`],
    ['the home page', 'accueil.mdx', '{/* Rien */}\n\nUne année.\n'],
    ['the edition', 'edition.yaml', 'annee: 2024\ntitre: Année\n'],
  ])('%s in Windows-1252', async (_, name, text) => {
    await write(name, Buffer.from(text, 'latin1'));
    expect(await said()).toMatchSnapshot();
  });

  it('a chapter in UTF-16, of which the rest is judged all the same', async () => {
    await write('11-essai.mdx', Buffer.from(`\uFEFF${FRONT}Une année <Chiffre de="entres" />.\n`, 'utf16le'));
    expect(await said()).toMatchSnapshot();
  });

  it('but not a chapter in UTF-8, with or without its mark', async () => {
    await write('11-essai.mdx', `\uFEFF${FRONT}Une année.\n`);
    expect(await said()).toBe('');
  });
});
