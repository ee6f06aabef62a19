import { FIGURES } from './numbers.ts';

/**
 * Numbers in sentences open a note. Nothing but this is loaded until a number is pointed at, touched or focused; without it
 * they are plain text. In a section only the first number of an indicator is a stop for the keyboard: the others are
 * reached from its note.
 */
const NUMBERS = `${FIGURES},[data-published]`;

const subjectOf = ({ dataset }: HTMLElement): string => dataset.published ?? dataset.figure?.split('[')[0] ?? '';

let met = new Set<string>();
for (const element of document.querySelectorAll<HTMLElement>(`main h2,${NUMBERS}`)) {
  if (element.tagName === 'H2') met = new Set();
  else if (!element.closest('a') && !met.has(subjectOf(element))) {
    met.add(subjectOf(element));
    element.tabIndex = 0;
    element.role = 'button';
  }
}

for (const type of ['pointerover', 'focusin', 'click', 'keydown'] as const) {
  document.addEventListener(type, (event) => {
    const number = (event.target as Element).closest<HTMLElement>(NUMBERS);
    if (!number || number.closest('a')) return;
    // Space would scroll the page.
    if (event instanceof KeyboardEvent && event.key === ' ') event.preventDefault();
    void import('./note.ts').then(({ answer }) => answer(number, event));
  });
}
