import type { Note } from './note-book.ts';
import { FIGURES } from './numbers.ts';

interface Acts {
  readonly number: HTMLElement;
  readonly close: () => void;
  readonly show: (number: HTMLElement) => void;
}

/** Puts into a note what it says: title, terms, definition, lines, links, other numbers of the section. */
export function fillNote(plate: HTMLElement, note: Note, { number, close, show }: Acts): void {
  const { title, formula, common, lines, url } = note;
  plate.setAttribute('aria-label', `${number.textContent}\u00A0: ${title}`);
  const others = othersOf(number);
  plate.replaceChildren(
    element('header', [element('b', [title]), button('Fermer', close)]),
    ...(formula ? [paragraph('formula', [formula])] : []),
    ...(common ? [paragraph('', [common.definition])] : []),
    element(
      'dl',
      [...(common?.lines ?? []), ...lines].flatMap(([label, text]) => [element('dt', [label]), element('dd', [text])]),
    ),
    ...(others.length > 0
      ? [
          paragraph('others', [
            'Dans cette section\u00A0: ',
            ...others.flatMap((other, rank) => [
              rank > 0 ? ', ' : '',
              button(other.textContent ?? '', () => show(other)),
            ]),
          ]),
        ]
      : []),
    paragraph('', [common ? link('Méthode', common.method) : link('Lire la source', url)]),
  );
}

/** Other numbers of the same indicator in the same section, in reading order. */
function othersOf(number: HTMLElement): HTMLElement[] {
  const indicator = number.dataset.figure?.split('[')[0];
  if (!indicator) return [];
  let section: HTMLElement[] = [];
  for (const element of document.querySelectorAll<HTMLElement>(`main h2,${FIGURES}`)) {
    if (element.tagName !== 'H2') section.push(element);
    else if (section.includes(number)) break;
    else section = [];
  }
  return section.filter((other) => other !== number && other.dataset.figure?.startsWith(`${indicator}[`));
}

function element(name: string, children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

function paragraph(className: string, children: readonly (Node | string)[]): HTMLElement {
  return Object.assign(element('p', children), { className });
}

function button(text: string, act: () => void): HTMLElement {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
  made.addEventListener('click', act);
  return made;
}

const link = (text: string, href: string): HTMLElement =>
  Object.assign(document.createElement('a'), { textContent: text, href });
