import { type Note, readNote } from './note-book.ts';
import { fillNote } from './note-content.ts';
import { placeNote } from './note-place.ts';

const HOVER_MS = 150;

const plate = document.createElement('aside');
plate.className = 'figure-note';
plate.id = 'note-chiffre';
plate.popover = 'manual';
plate.tabIndex = -1;
plate.setAttribute('role', 'dialog');
document.body.append(plate);

let current: HTMLElement | null = null;
/** The number whose note is on its way. */
let wanted: HTMLElement | null = null;
/** A note that was asked for stays; one that was only pointed at goes with the pointer. */
let pinned = false;
/** The number that has just been given the focus back: it stays quiet. */
let quiet: HTMLElement | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** What a number does when it is pointed at, focused, touched or called by the keyboard. */
export function answer(number: HTMLElement, event: Event): void {
  if (event instanceof PointerEvent && event.type === 'pointerover') hover(number, event);
  else if (event.type === 'focusin') {
    if (number !== quiet && number.matches(':focus-visible')) void open(number);
    quiet = null;
  } else if (event.type === 'click') void (current === number && pinned ? close() : open(number, true));
  else if (event instanceof KeyboardEvent && [' ', 'Enter'].includes(event.key))
    void open(number, true).then(() => plate.focus());
}

function hover(number: HTMLElement, event: PointerEvent): void {
  if (event.pointerType !== 'mouse' || pinned || number === current) return;
  later(() => void open(number));
}

function later(act: () => void): void {
  clearTimeout(timer);
  timer = setTimeout(act, HOVER_MS);
}

async function open(number: HTMLElement, pin = false): Promise<void> {
  clearTimeout(timer);
  wanted = number;
  const note: Note | null = await readNote(number);
  if (!note || wanted !== number) return;
  close();
  [current, wanted, pinned] = [number, number, pin];
  fillNote(plate, note, { number, close: leave, show: visit });
  number.classList.add('noted');
  if (number.role === 'button') number.setAttribute('aria-expanded', 'true');
  number.setAttribute('aria-describedby', plate.id);
  plate.showPopover();
  placeNote(plate, number);
}

function close(): void {
  clearTimeout(timer);
  wanted = null;
  if (!current) return;
  current.classList.remove('noted');
  current.removeAttribute('aria-describedby');
  current.removeAttribute('aria-expanded');
  plate.hidePopover();
  [current, pinned] = [null, false];
}

/** Closes, and gives the focus back to the number when it was in the note. */
function leave(): void {
  const number = current;
  const inside = plate.contains(document.activeElement);
  close();
  if (!number || !inside) return;
  // A number that is no stop for the keyboard takes the focus when it is given.
  if (!number.hasAttribute('tabindex')) number.tabIndex = -1;
  quiet = number;
  number.focus({ preventScroll: true });
}

/** Goes on to another number of the same indicator. */
function visit(number: HTMLElement): void {
  number.scrollIntoView({ block: 'nearest' });
  void open(number, true).then(() => plate.focus());
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') leave();
});
// Past either end of the note, the reading goes on from the number.
plate.addEventListener('keydown', (event) => {
  if (event.key !== 'Tab') return;
  const stops = [...plate.querySelectorAll<HTMLElement>('a,button')];
  const ends = event.shiftKey ? [plate, stops[0]] : [stops.at(-1)];
  if (!ends.some((end) => end === document.activeElement)) return;
  event.preventDefault();
  leave();
});
document.addEventListener('pointerdown', ({ target }) => {
  if (!plate.contains(target as Node) && !current?.contains(target as Node)) close();
});
document.addEventListener('focusin', ({ target }) => {
  if (!plate.contains(target as Node) && !current?.contains(target as Node)) close();
});
document.addEventListener('pointerover', ({ target, pointerType }) => {
  if (!current || pinned || pointerType !== 'mouse' || current.matches(':focus-visible')) return;
  const over = plate.contains(target as Node) || current.contains(target as Node);
  if (over) clearTimeout(timer);
  else later(close);
});
