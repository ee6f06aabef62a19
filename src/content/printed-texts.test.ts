import { describe, expect, it } from 'vitest';
import { fortyVocabulary } from '../narrative/forty-vocabulary.fixture.ts';
import { chapterSchema } from '../settings/chapter.ts';
import { readYaml } from '../settings/yaml.ts';
import { printFrontMatter } from './printed-texts.ts';

function read(title: string) {
  const source = `titre: ${title}\ndescription: D\nchapeau: C\n`;
  const reading = readYaml(source, 'a.mdx', chapterSchema);
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join());
  return printFrontMatter(reading.value, source, fortyVocabulary());
}

describe('the form that a message gives for words of the front matter', () => {
  it.each(['Des entrées en hausse', '"Bilan : des entrées en hausse"', "'Bilan : des entrées en hausse'"])(
    'can be pasted where the words stand: %s',
    (title) => {
      const [form = ''] = /\[\[.*\]\]/.exec(read(title).remarks[0]?.remedy ?? '') ?? [];
      const { remarks, claims } = read(title.replace('en hausse', form));
      expect(remarks).toEqual([]);
      expect(claims).toBe(1);
    },
  );
});

describe('a number typed in the front matter', () => {
  const placesIn = (source: string) => {
    const reading = readYaml(source, 'a.mdx', chapterSchema);
    if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join());
    return printFrontMatter(reading.value, source, fortyVocabulary()).remarks.map(
      ({ line, column, message }) => `${line}:${column}  ${message}`,
    );
  };

  it.each([
    [
      'of the words that another key has too',
      'titre: Les 18 entrées du plan\ncourt: Les 18 entrées\ndescription: D\nchapeau: C\n',
    ],
    ['of a block', 'titre: T\ndescription: D\nchapeau: |\n  Les 18 entrées\n  et 12 sorties\n'],
    ['of a folded text', 'titre: T\ndescription: D\nchapeau: >\n  Les\n  18 entrées du plan\n'],
    ['of a text with doubled quotes', "titre: 'L''année des 18 entrées'\ndescription: D\nchapeau: C\n"],
    ['of the last key', 'chapeau: C\ndescription: Des 18 entrées\ntitre: T\n'],
  ])('is told where it stands: %s', (_, source) => {
    expect(placesIn(source)).toMatchSnapshot();
  });
});
