import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeset, typesetPiece } from './typography.ts';

describe('French typography', () => {
  it.each([
    ['Oui ; non ! Vraiment ?', 'Oui\u202F; non\u202F! Vraiment\u202F?'],
    ['Oui; non! Vraiment?', 'Oui\u202F; non\u202F! Vraiment\u202F?'],
    ['Ceci : cela', 'Ceci\u00A0: cela'],
    ['Ceci: cela', 'Ceci\u00A0: cela'],
    ['– : sans objet', '–\u00A0: sans objet'],
    ['dit "bonjour" puis', 'dit «\u00A0bonjour\u00A0» puis'],
    ["l'industrie d'ici, aujourd'hui", 'l’industrie d’ici, aujourd’hui'],
    ['89,4 % et 90%', '89,4\u202F% et 90\u202F%'],
    ['3 523 entrées', '3\u202F523\u00A0entrées'],
    ['1 234 567 euros', '1\u202F234\u202F567\u00A0euros'],
    ['80 M€ engagés', '80\u202FM€ engagés'],
    ['le 1er janvier et le 31 août', 'le 1er\u00A0janvier et le 31\u00A0août'],
    ['et ainsi...', 'et ainsi…'],
    ['3 523 entrées en formation', '3\u202F523\u00A0entrées en formation'],
    ['deux fois 12 places, 3 ou 4', 'deux fois 12\u00A0places, 3 ou 4'],
    ['en 2024 les entrées', 'en 2024 les entrées'],
    ['la 2ème et la 1ère, le 3ième, le XXIème', 'la 2e et la 1re, le 3e, le XXIe'],
    ['80M€, 80 M € et 50€', '80\u202FM€, 80\u202FM€ et 50\u202F€'],
    ['de -2,5 points', 'de \u22122,5\u00A0points'],
    ['sur 2025-2030, les 15-24 ans', 'sur 2025–2030, les 15–24\u00A0ans'],
    ['à 12 h 30', 'à 12\u202Fh\u00A030'],
    ['un mot -- dit-on -- ici', 'un mot –\u00A0dit-on – ici'],
    ['n° 3, p. 12, M. Durand', 'n°\u00A03, p.\u00A012, M.\u00A0Durand'],
    ['« oui » et “non”', '«\u00A0oui\u00A0» et «\u00A0non\u00A0»'],
    ['tech\u00ADni\u00ADcien, peut\u2011être,\tici', 'technicien, peut-être, ici'],
  ])('sets « %s »', (typed, set) => {
    expect(typeset(typed)).toBe(set);
  });

  it.each(['12:30', 'un rapport 3:1', 'https://exemple.fr/a?b=c', 'en 2023 2024', 'Codes 02408 59350'])(
    'leaves « %s » alone',
    (text) => {
      expect(typeset(text)).toBe(text);
    },
  );

  it.each([
    'Voir https://exemple.fr/a?b=c&d="e"#f:g;h',
    'bilan@example.org',
    'le fichier data/entrees/2024-agora.csv',
    'la colonne code_commune',
    'RNCP-35191 et 03-20-00-00-00',
    'le 2024-08-31',
  ])('never touches an address, a file, a code: %s', (text) => {
    expect(typeset(text)).toBe(text);
  });

  it('sees what stands beside a piece of a paragraph', () => {
    expect(typesetPiece(' entrées, et ', 'number', 'number')).toBe('\u00A0entrées, et ');
    expect(typesetPiece(' et ', 'number', 'number')).toBe(' et ');
    expect(typesetPiece(' ; la suite', 'number', 'nothing')).toBe('\u202F; la suite');
    expect(typesetPiece(" ? l'", 'word', 'word')).toBe('\u202F? l’');
    expect(typesetPiece('dit "', 'nothing', 'word')).toBe('dit «\u00A0');
    expect(typesetPiece('", puis', 'word', 'nothing')).toBe('\u00A0», puis');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            'a',
            'é',
            ' ',
            '\u00A0',
            '\u202F',
            '"',
            "'",
            '«',
            '»',
            ':',
            ';',
            '!',
            '?',
            '%',
            '1',
            '2',
            '.',
            '–',
            '-',
          ),
          maxLength: 30,
        }),
        (text) => {
          const once = typeset(text);
          expect(typeset(once)).toBe(once);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
