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

  /** Shows the words of a point, and says `aloud` those of who does not see them. */
  show({ title, lines }: Tip, place: Place, aloud: Tip | null): void {
    const head = document.createElement('b');
    head.textContent = title;
    const texts = lines.map((text) => Object.assign(document.createElement('span'), { textContent: text }));
    this.#plate.replaceChildren(head, ...texts);
    this.#plate.hidden = this.#rule.hidden = false;
    this.#placeRule(place);
    this.#placePlate(place);
    if (aloud) this.#voice.textContent = [aloud.title, ...aloud.lines].join('. ');
  }

  get #isNarrow(): boolean {
    return this.#host.clientWidth < 500;
  }

  hide(): void {
    this.#plate.hidden = this.#rule.hidden = true;
    this.#voice.textContent = '';
  }

  /** Across the plot at a point of lines; a mark before a row, or under a column, whose values it would strike through. */
  #placeRule({ at, from, to, summit, kind, step }: Place): void {
    const foot = Math.min(22, step * 0.8);
    // On a phone names stand over their rows: the mark goes into the margin of the page, as far as there is one.
    const margin = Math.max(-5, -this.#host.getBoundingClientRect().left);
    const box = {
      rows: [this.#isNarrow ? margin : Math.max(0, from - 7), at - 11, 3, 22],
      columns: [at - foot / 2, to + 1, foot, 3],
      points: [at, summit, 1, to - summit],
    }[kind];
    const [left, top, width, height] = box.map((value) => `${value}px`);
    Object.assign(this.#rule.style, { left, top, width, height });
  }

  /**
   * Near the point, where it covers no words of the drawing; under the drawing, or over it, where there is no such
   * place, and on a phone.
   */
  #placePlate(place: Place): void {
    const { offsetWidth: width, offsetHeight: height } = this.#plate;
    const host = this.#host.getBoundingClientRect();
    const words = [...this.#host.querySelectorAll('svg.drawing text')].map((text) => text.getBoundingClientRect());
    const isFree = ({ left, top }: Spot): boolean =>
      !words.some(
        (box) =>
          box.width > 0 &&
          box.left < host.left + left + width &&
          host.left + left < box.right &&
          box.top < host.top + top + height &&
          host.top + top < box.bottom,
      );
    const isInSight = ({ top }: Spot): boolean =>
      host.top + top >= 0 && host.top + top + height <= document.documentElement.clientHeight;
    const left =
      this.#isNarrow || place.kind === 'rows' ? 0 : Math.max(0, Math.min(place.at - width / 2, place.width - width));
    const under = { left, top: place.height + 4 };
    const near = this.#isNarrow ? [] : spotsNear(place, width, height);
    const spot = near.find(isFree) ?? [under, { left, top: -height - 4 }].find(isInSight) ?? near[0] ?? under;
    Object.assign(this.#plate.style, { left: `${spot.left}px`, top: `${spot.top}px` });
  }
}

interface Spot {
  readonly left: number;
  readonly top: number;
}

/** Beside the point, at the foot of the plot; below or above its row. The first is on the side that has room. */
function spotsNear({ at, from, to, kind, width, height }: Place, own: number, tall: number): Spot[] {
  const after = at + GAP;
  if (kind === 'rows') {
    const left = Math.max(0, width - own);
    return [after, at - GAP - tall].filter((top) => top >= 0 && top + tall <= height).map((top) => ({ left, top }));
  }
  const top = Math.max(from, to - GAP - tall);
  return [after, at - GAP - own].filter((left) => left >= 0 && left + own <= width).map((left) => ({ left, top }));
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
