import { expect, it } from 'vitest';
import { statements } from './artefacts.ts';
import { boundsOf } from './bounds.ts';

const boundsIn = (content: string, ...wanted: number[]) =>
  Object.fromEntries(boundsOf(statements(content), new Set(wanted)));

it('what is painted under a number has its bounds on the page, turned and scaled as the page says', () => {
  const page = '.5 0 0 -.5 0 800 cm\nq\n2 0 0 2 100 200 cm\n';
  expect(boundsIn(`${page}/Figure <</MCID 3 >>BDC\n10 20 30 40 re\nf\n0 0 m\n50 5 l\nS\nEMC\nQ`, 3)).toEqual({
    3: [50, 640, 100, 700],
  });
});

it('letters count from their line, as large as their font is', () => {
  expect(
    boundsIn('/Figure <</MCID 0 >>BDC\nBT\n/F1 10 Tf\n1 0 0 1 50 60 Tm\n<01> Tj\n5 0 Td <02> Tj\nET\nEMC', 0),
  ).toEqual({
    0: [50, 57.5, 65, 68],
  });
});

it('a path that is not painted counts for nothing, nor does what stands outside', () => {
  expect(
    boundsIn('0 0 5 5 re f\n/P <</MCID 1 >>BDC\n0 0 9 9 re W n\nq 1 0 0 1 9 9 cm Q\n1 1 2 2 re f\nEMC', 1),
  ).toEqual({
    1: [1, 1, 3, 3],
  });
});

it('words for a ligature inside a number do not end it', () => {
  const ligature = '/Span <</ActualText (fi) >> BDC\n0 0 1 1 re f\nEMC';
  expect(boundsIn(`/P <</MCID 1 >>BDC\n${ligature}\n8 8 1 1 re f\nEMC\n/Artifact BMC\n0 0 99 99 re f\nEMC`, 1)).toEqual(
    {
      1: [0, 0, 9, 9],
    },
  );
});
