import { round } from './text.ts';

export type Point = readonly [number, number];

/** The `d` of a path, in tenths of a unit, each step from the point before it: a third fewer bytes than from the corner. */
export class Path {
  #text = '';
  /** Where the pen stands, in tenths; `null` where a step cannot start. */
  #pen: Point | null = null;
  /** Letter of the last command, which need not be repeated. */
  #command = '';

  clear(): void {
    [this.#text, this.#pen, this.#command] = ['', null, ''];
  }

  moveTo(x: number, y: number): void {
    this.#pen = tenths(x, y);
    this.#write('M', this.#pen);
    this.#command = '';
  }

  lineTo(x: number, y: number): void {
    if (!this.#pen) {
      this.moveTo(x, y);
      return;
    }
    const [dx, dy] = this.#stepTo(tenths(x, y));
    // Canvas lines often begin with a step to where they are.
    if (dx === 0 && dy === 0) return;
    if (dy === 0) this.#write('h', [dx]);
    else if (dx === 0) this.#write('v', [dy]);
    else this.#write('l', [dx, dy]);
  }

  curveTo(first: Point, second: Point, end: Point): void {
    if (!this.#pen) this.moveTo(...first);
    const [x, y] = this.#pen ?? [0, 0];
    const controls = [first, second].flatMap(([cx, cy]) => [Math.round(cx * 10) - x, Math.round(cy * 10) - y]);
    this.#write('c', [...controls, ...this.#stepTo(tenths(...end))]);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.#write('h', [Math.round(width * 10)]);
    this.#write('v', [Math.round(height * 10)]);
    this.#write('h', [Math.round(-width * 10)]);
    this.close();
  }

  circle(x: number, y: number, radius: number): void {
    this.moveTo(x - radius, y);
    const r = round(radius);
    this.#text += `a${r} ${r} 0 1 0 ${round(radius * 2)} 0 ${r} ${r} 0 1 0${round(-radius * 2)} 0`;
    this.#command = '';
  }

  close(): void {
    if (this.#text === '') return;
    this.#text += 'z';
    [this.#pen, this.#command] = [null, ''];
  }

  toString(): string {
    return this.#text;
  }

  #stepTo(end: Point): Point {
    const [x, y] = this.#pen ?? [0, 0];
    this.#pen = end;
    return [end[0] - x, end[1] - y];
  }

  /** A minus parts two numbers as well as a space does. */
  #write(command: string, tenthsOf: readonly number[]): void {
    const numbers = tenthsOf.map((value) => String(value / 10));
    const first = command === this.#command ? ` ${numbers[0]}` : `${command}${numbers[0]}`;
    this.#text += [first, ...numbers.slice(1).map((text) => ` ${text}`)].join('').replaceAll(' -', '-');
    this.#command = command;
  }
}

const tenths = (x: number, y: number): Point => [Math.round(x * 10), Math.round(y * 10)];
