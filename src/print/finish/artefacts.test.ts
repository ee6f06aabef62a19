import { describe, expect, it } from 'vitest';
import { markArtefacts, statements, unmarkedContent } from './artefacts.ts';

const HEAD = 'BT\n/F4 11 Tf\n1 0 0 -1 83 48 Tm\n<0009> Tj\n6.7 0 Td <0036> Tj\nET';
const FOLIO = 'BT\n/F4 11 Tf\n1 0 0 -1 702 1089 Tm\n<0067> Tj\nET';

describe('what the browser paints outside of the structure', () => {
  it('becomes an artefact: text of the head or of the foot, and drawings', () => {
    expect(markArtefacts(`q\n0 0 643 956 re\nf\n${HEAD}\n${FOLIO}\nQ`)).toBe(
      [
        'q',
        '/Artifact BMC\n0 0 643 956 re\nf\nEMC',
        `/Artifact <</Type /Pagination /Subtype /Header>> BDC\n${HEAD}\nEMC`,
        `/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n${FOLIO}\nEMC`,
        'Q',
      ].join('\n'),
    );
  });

  it('leaves what is tagged as it is, and clipping paths, which paint nothing', () => {
    const tagged = `q\n1 1 5 5 re\nW* n\n/P <</MCID 0 >>BDC\n0 0 1 1 re\nf\n${HEAD}\nEMC\nQ`;
    expect(markArtefacts(tagged)).toBe(tagged);
  });

  it('is not found a second time', () => {
    expect(unmarkedContent(statements(markArtefacts(`0 0 m\n1 1 l\nS\n/X1 Do\n${HEAD}`)))).toEqual([]);
  });

  it('takes no word of a string for an operator', () => {
    expect(
      unmarkedContent(statements('/P <</MCID 0 /ActualText (a f \\) S) /N true>>BDC\nBT\n(S f) Tj\nET\nEMC')),
    ).toEqual([]);
  });
});
