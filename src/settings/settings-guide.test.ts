import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { isIndicator } from '../figures/registry.ts';
import { settingsSchema } from './settings.ts';
import { readYaml } from './yaml.ts';

const schema = settingsSchema(isIndicator);

const guide = await readFile('data/README.md', 'utf8');
const [, chapter = ''] = /^## Les réglages\n([\s\S]*?)^## /m.exec(guide) ?? [];
const [, breaks = ''] = /^```yaml\n(ruptures:[\s\S]*?)^```/m.exec(chapter) ?? [];
const settings = await readFile('src/site.test/fixture/data/reglages.yaml', 'utf8');

describe('the guide of the settings', () => {
  it('has a row for every key, and for no other', () => {
    const rows = [...chapter.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, keys = '']) =>
      [...keys.matchAll(/`(\w+)`/g)].map(([, key]) => key),
    );
    expect(rows.toSorted()).toEqual(Object.keys(schema.entries).toSorted());
  });

  it('gives a break that can take the place of those of the settings', () => {
    const text = `${settings.replace(/^ruptures:.*\n(?: .*\n)*/m, '')}\n${breaks}`;
    const reading = readYaml(text, 'reglages.yaml', schema);
    expect(reading.ok && reading.value.breaks).toHaveLength(1);
  });
});
