import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { readPdf } from './pdf.ts';
import { bare, literal, MARKS, type PublishedFigure, readRegistry, shown } from './registry.ts';

const site = inject('site');

const figure = await readRegistry(site);

const textOf = async (part: string): Promise<string> =>
  bare((await readPdf(join(site, `pdf/demonstration-bilan-2024${part}.pdf`))).pages.join('\n'));

/** Numbers of a chapter that are bound to a figure, as its page on the site has them: words before, figure, text. */
async function boundNumbers(
  slug: string,
  { notes } = { notes: true },
): Promise<{ before: string; id: string; text: string }[]> {
  const html = await readFile(join(site, `2024/${slug}/index.html`), 'utf8');
  const prose = html.slice(html.indexOf('<div class="prose'), html.indexOf('</main>'));
  const kept = notes ? prose : prose.replaceAll(/<aside[\s\S]*?<\/aside>/g, '');
  const marks = kept.matchAll(/([^<>]{0,20})<span class="\w+" data-figure="([^"]+)">([^<]+)<\/span>/g);
  return [...marks].map(([, before = '', id = '', text = '']) => ({ before: bare(before), id, text: bare(text) }));
}

describe('figures on paper equal the registry', () => {
  it('in the text of the report and of each chapter', async () => {
    const report = await textOf('');
    let numbers = 0;
    for (const slug of ['essentiel', 'ou-l-on-forme', 'methode']) {
      const chapter = await textOf(`-chapitre-${slug}`);
      for (const { before, id, text } of await boundNumbers(slug)) {
        for (const paper of [report, chapter]) expect(paper, `${slug}, ${id}`).toContain(before + text);
        if (!/^[+−×]?[\d,]+%?$/.test(text)) continue;
        numbers += 1;
        expect(text, id).toBe(shown(figure(id), id.includes('_evolution')));
      }
    }
    expect(numbers).toBeGreaterThan(5);
  });

  it('in the cells of a table, of the report and of its chapter', async () => {
    const places = {
      Dunkerque: 'dunkerque',
      Lille: 'lille',
      Valenciennes: 'valenciennes',
      Lens: 'lens',
      'Hors des quatre bassins': 'hors-bassins',
    };
    for (const paper of [await textOf(''), await textOf('-chapitre-ou-l-on-forme')]) {
      for (const [name, place] of Object.entries(places)) {
        const cells = [
          shown(figure(`entrees[annee=2023,bassin=${place}]`)),
          shown(figure(`entrees[annee=2024,bassin=${place}]`)),
          shown(figure(`entrees_evolution_taux[annee=2024,bassin=${place}]`), true),
          shown(figure(`part_entrees[annee=2024,bassin=${place}]`)),
          shown(figure(`entrees[annee=2025,bassin=${place}]`)),
          shown(figure(`taux_achevement[annee=2024,bassin=${place}]`)),
          shown(figure(`taux_issue_positive[annee=2024,bassin=${place}]`)),
        ];
        expect(paper, name).toMatch(new RegExp(bare(name) + cells.map((cell) => literal(cell) + MARKS).join('')));
      }
    }
  });

  it('in the page to hand out', async () => {
    const paper = await textOf('-synthese');
    const labels = {
      entrees: 'entréesenformationen2024',
      taux_achevement: 'deparcoursachevés',
      taux_issue_positive: 'd’issuespositives',
      places: 'placesouvertesen2024',
    };
    for (const [id, label] of Object.entries(labels)) {
      const { numerator, denominator, ...rest } = figure(`${id}[annee=2024]`);
      const terms = denominator === null ? '' : `${numerator}sur${denominator}`;
      expect(paper, id).toMatch(
        new RegExp(`${literal(shown({ numerator, denominator, ...rest }))}${MARKS}${label}${terms}`),
      );
    }
    for (const { before, id, text } of await boundNumbers('essentiel', { notes: false }))
      expect(paper, id).toContain(before + text);
  });

  it.each(['dunkerque', 'lille', 'valenciennes', 'lens', 'hors-bassins'])('in the sheet of %s', async (place) => {
    const paper = await textOf(`-fiche-${place}`);
    const here = (id: string, rest = ''): PublishedFigure => figure(`${id}[annee=2024,bassin=${place}${rest}]`);
    const [completion, outcome] = [here('taux_achevement'), here('taux_issue_positive')];
    expect(paper).toMatch(new RegExp(`${shown(here('entrees'))}${MARKS}entréesenformation`));
    expect(paper).toMatch(new RegExp(`${shown(here('part_entrees'))}des${shown(figure('entrees[annee=2024]'))}`));
    expect(paper).toMatch(new RegExp(`${shown(completion)}${MARKS}deparcoursachevés`));
    expect(paper).toMatch(new RegExp(`${shown(outcome)}${MARKS}d’issuespositives`));
    for (const { value, numerator, denominator } of [completion, outcome])
      if (value !== null) expect(paper).toContain(`${numerator}sur${denominator}sorties`);
    expect(paper).toMatch(
      new RegExp(`${shown(here('places'))}placesouvertesen2024${literal(shown(here('multiplication_places')))}`),
    );
    const totals = ['places', 'entrees', 'taux_remplissage'].map((id) => literal(shown(here(id))) + MARKS);
    expect(paper).toMatch(new RegExp(`Ensemble${totals.join('')}`));
    expect(paper).toMatch(new RegExp(`Femmes${shown(here('part_femmes'))}`));
    // Parts of the firms whose size is known: of the published counts, when there is none withheld.
    const sizes = ['tpe', 'pme', 'eti', 'ge'].map((size) => here('entrees', `,taille=${size}`).value);
    const whole = sizes.includes(null) ? null : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
    for (const [index, label] of [
      'moinsde10salariés',
      'de10à249salariés',
      'Entreprisedetailleintermédiaire',
      'Grandeentreprise',
    ].entries()) {
      const size = sizes[index] ?? 0;
      const part =
        whole === null
          ? 'ss'
          : `${shown({ ...here('entrees'), unit: 'fraction', value: size / whole })}${size}sur${whole}`;
      expect(paper, label).toMatch(new RegExp(label + part));
    }
  });
});
