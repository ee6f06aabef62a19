import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeset } from './typography.ts';

describe('French typography', () => {
  it.each([
    ['Oui ; non ! Vraiment ?', 'Oui\u202F; non\u202F! Vraiment\u202F?'],
    ['Oui; non! Vraiment?', 'Oui\u202F; non\u202F! Vraiment\u202F?'],
    ['Ceci : cela', 'Ceci\u00A0: cela'],
    ['Ceci: cela', 'Ceci\u00A0: cela'],
    ['dit "bonjour" puis', 'dit «\u00A0bonjour\u00A0» puis'],
    ["l'industrie d'ici, aujourd'hui", 'l’industrie d’ici, aujourd’hui'],
    ['89,4 % et 90%', '89,4\u202F% et 90\u202F%'],
    ['3 523 entrées', '3\u202F523 entrées'],
    ['1 234 567 euros', '1\u202F234\u202F567 euros'],
    ['80 M€ engagés', '80\u202FM€ engagés'],
    ['le 1er janvier et le 31 août', 'le 1er\u00A0janvier et le 31\u00A0août'],
    ['et ainsi...', 'et ainsi…'],
  ])('sets « %s »', (typed, set) => {
    expect(typeset(typed)).toBe(set);
  });

  it.each(['12:30', 'un rapport 3:1', 'https://exemple.fr/a?b=c', 'en 2023 2024', 'Codes 02408 59350'])(
    'leaves « %s » alone',
    (text) => {
      expect(typeset(text)).toBe(text);
    },
  );

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
