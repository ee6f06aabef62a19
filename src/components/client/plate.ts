import type { Tip } from '../../charts/tips.ts';
import type { Place } from './places.ts';

/** What a reader points at: a rule at the point, a plate with its words, and a voice for who does not see them. */
export class Plate {
  readonly #host: HTMLElement;
  readonly #rule = shy('tip-rule');
  readonly #plate = shy('tip');
  readonly #voice = document.createElement('div');

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#voice.className = 'visually-hidden';
    this.#voice.role = 'status';
    host.append(this.#rule, this.#plate, this.#voice);
  }

  show({ title, lines }: Tip, place: Place, { spoken }: { spoken: boolean }): void {
    const head = document.createElement('b');
    head.textContent = title;
    const texts = lines.map((text) => Object.assign(document.createElement('span'), { textContent: text }));
    this.#plate.replaceChildren(head, ...texts);
    this.#plate.hidden = this.#rule.hidden = false;
    this.#placeRule(place);
    this.#placePlate(place);
    if (spoken) this.#voice.textContent = [title, ...lines].join('. ');
  }

  hide(): void {
    this.#plate.hidden = this.#rule.hidden = true;
    this.#voice.textContent = '';
  }

  /** Across the plot where categories follow one another; a mark before the row where they lie below one another. */
  #placeRule({ at, from, to, summit, downwards }: Place): void {
    const box = downwards ? [Math.max(0, from - 7), at - 11, 3, 22] : [at, summit, 1, to - summit];
    const [left, top, width, height] = box.map((value) => `${value}px`);
    Object.assign(this.#rule.style, { left, top, width, height });
  }

  /**
   * Beside the rule, on the side that has room, at the foot of the plot: values are written over what they measure.
   * Under the drawing where the screen is a phone's.
   */
  #placePlate({ at, from, to, downwards, width, height }: Place): void {
    const { offsetWidth, offsetHeight } = this.#plate;
    const isNarrow = this.#host.clientWidth < 500;
    const beside = at + GAP + offsetWidth <= width ? at + GAP : at - GAP - offsetWidth;
    const left = isNarrow ? 0 : Math.max(0, downwards ? width - offsetWidth : beside);
    const below = at + GAP + offsetHeight <= height ? at + GAP : at - GAP - offsetHeight;
    const foot = Math.max(from, to - GAP - offsetHeight);
    const top = isNarrow ? height + 4 : downwards ? below : foot;
    Object.assign(this.#plate.style, { left: `${left}px`, top: `${top}px` });
  }
}

const GAP = 12;

/** A part that is there for the eye alone. */
function shy(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.ariaHidden = 'true';
  element.hidden = true;
  return element;
}
