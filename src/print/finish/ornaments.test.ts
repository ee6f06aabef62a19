import { describe, expect, it } from 'vitest';
import { statements } from './artefacts.ts';
import { ornamentsIn } from './ornaments.ts';

const idsIn = (content: string, drawings: readonly number[] = []): number[] =>
  ornamentsIn(statements(content), new Set(drawings)).map(({ id }) => id);
const RULE = '0 0 100 1 re\nf';
const TEXT = 'BT\n<0022> Tj\nET';

describe('what only decorates', () => {
  it('is what a tag holds without text', () => {
    expect(idsIn(`/Table <</MCID 1 >>BDC\n${RULE}\nEMC\n/P <</MCID 2 >>BDC\n${RULE}\n${TEXT}\nEMC`)).toEqual([1]);
  });

  it('is not the line of a drawing, nor an image, nor a text that has other words', () => {
    expect(idsIn(`/Figure <</MCID 1 >>BDC\n${RULE}\nEMC`, [1])).toEqual([]);
    expect(idsIn('/P <</MCID 1 >>BDC\n/X5 Do\nEMC')).toEqual([]);
    expect(idsIn(`/P <</MCID 1 >>BDC\n/Span <</ActualText <FEFF0066>>>BDC\n${RULE}\nEMC\nEMC`)).toEqual([]);
  });

  it('is found where its tag opens', () => {
    const content = `q\n/Table <</MCID 4 >>BDC\n${RULE}\nEMC\nQ`;
    const [ornament] = ornamentsIn(statements(content), new Set());
    expect(content.slice(ornament?.start, ornament?.end)).toBe('/Table <</MCID 4 >>BDC');
  });
});
