import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { chapterSchema } from '../settings/chapter.ts';
import { readYaml } from '../settings/yaml.ts';
import { snippetsOf } from './snippets.ts';
import { TAGS } from './tags.ts';

describe('VS Code', () => {
  it('completes the tags and the attributes that the check knows', async () => {
    await expect(`${JSON.stringify(snippetsOf(TAGS), null, 2)}\n`).toMatchFileSnapshot(
      '../../.vscode/bilan.code-snippets',
    );
  });

  it('checks front matter against what the build reads', async () => {
    const schema = JSON.parse(await readFile('.vscode/chapitre.schema.json', 'utf8')) as {
      properties: Record<string, { type: string; description: string }>;
      required: string[];
    };
    const read = (keys: readonly string[]) =>
      readYaml(
        keys.map((key) => `${key}: ${schema.properties[key]?.type === 'boolean' ? 'true' : 'Texte'}`).join('\n'),
        'essai.mdx',
        chapterSchema,
      );
    expect(read(Object.keys(schema.properties)).ok).toBe(true);
    expect(read(schema.required).ok).toBe(true);
    for (const key of schema.required) expect(read(schema.required.filter((other) => other !== key)).ok).toBe(false);
  });
});
