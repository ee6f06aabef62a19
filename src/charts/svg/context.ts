import { Path, type Point } from './path.ts';
import { escapeXml, round } from './text.ts';

export type Measure = (text: string, font: string) => number;

interface State {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  lineDashOffset: number;
  dash: readonly number[];
  font: string;
  textAlign: string;
  textBaseline: string;
  globalAlpha: number;
  dx: number;
  dy: number;
}

const START: State = {
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  lineDashOffset: 0,
  dash: [],
  font: '',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  globalAlpha: 1,
  dx: 0,
  dy: 0,
};

/**
 * The part of a 2D canvas context that Chart.js and our own drawings use, writing SVG. Text stays text; colours are
 * written as they are given, so CSS variables live on. Only translations are supported: nothing here turns or scales.
 */
export class SvgContext {
  canvas: unknown = null;
  #state: State = { ...START };
  readonly #stack: State[] = [];
  readonly #path = new Path();
  readonly #elements: string[] = [];
  readonly #measure: Measure;

  constructor(measure: Measure) {
    this.#measure = measure;
  }

  get fillStyle(): string {
    return this.#state.fillStyle;
  }
  set fillStyle(value: string) {
    this.#state.fillStyle = value;
  }
  get strokeStyle(): string {
    return this.#state.strokeStyle;
  }
  set strokeStyle(value: string) {
    this.#state.strokeStyle = value;
  }
  get lineWidth(): number {
    return this.#state.lineWidth;
  }
  set lineWidth(value: number) {
    this.#state.lineWidth = value;
  }
  get lineCap(): string {
    return this.#state.lineCap;
  }
  set lineCap(value: string) {
    this.#state.lineCap = value;
  }
  get lineJoin(): string {
    return this.#state.lineJoin;
  }
  set lineJoin(value: string) {
    this.#state.lineJoin = value;
  }
  get lineDashOffset(): number {
    return this.#state.lineDashOffset;
  }
  set lineDashOffset(value: number) {
    this.#state.lineDashOffset = value;
  }
  get font(): string {
    return this.#state.font;
  }
  set font(value: string) {
    this.#state.font = value;
  }
  get textAlign(): string {
    return this.#state.textAlign;
  }
  set textAlign(value: string) {
    this.#state.textAlign = value;
  }
  get textBaseline(): string {
    return this.#state.textBaseline;
  }
  set textBaseline(value: string) {
    this.#state.textBaseline = value;
  }
  get globalAlpha(): number {
    return this.#state.globalAlpha;
  }
  set globalAlpha(value: number) {
    this.#state.globalAlpha = value;
  }

  save(): void {
    this.#stack.push({ ...this.#state });
  }
  restore(): void {
    this.#state = this.#stack.pop() ?? { ...START };
  }
  translate(x: number, y: number): void {
    this.#state.dx += x;
    this.#state.dy += y;
  }
  setTransform(): void {
    [this.#state.dx, this.#state.dy] = [0, 0];
  }
  resetTransform(): void {
    this.setTransform();
  }
  setLineDash(dash: readonly number[]): void {
    this.#state.dash = dash;
  }
  measureText(text: string): { width: number } {
    return { width: this.#measure(text, this.#state.font) };
  }

  beginPath(): void {
    this.#path.clear();
  }
  closePath(): void {
    this.#path.close();
  }
  moveTo(x: number, y: number): void {
    this.#path.moveTo(...this.#at(x, y));
  }
  lineTo(x: number, y: number): void {
    this.#path.lineTo(...this.#at(x, y));
  }
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.#path.curveTo(this.#at(x1, y1), this.#at(x2, y2), this.#at(x, y));
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.#path.rect(...this.#at(x, y), width, height);
  }
  /** Whole circles only: that is all a point of a chart is. */
  arc(x: number, y: number, radius: number): void {
    this.#path.circle(...this.#at(x, y), radius);
  }
  /** Nothing our drawings hold reaches outside what Chart.js clips to. */
  clip(): void {}
  clearRect(): void {}

  fill(rule?: CanvasFillRule): void {
    this.#add(this.#path.toString(), 'fill', rule);
  }
  stroke(): void {
    this.#add(this.#path.toString(), 'stroke');
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.#add(this.#box(x, y, width, height), 'fill');
  }
  strokeRect(x: number, y: number, width: number, height: number): void {
    this.#add(this.#box(x, y, width, height), 'stroke');
  }

  fillText(text: string, x: number, y: number): void {
    const anchor = { center: 'middle', right: 'end', end: 'end' }[this.#state.textAlign];
    const weight = /^(bold|600)\b/.test(this.#state.font) ? ' font-weight="600"' : '';
    const size = /([\d.]+)px/.exec(this.#state.font)?.[1];
    const sized = size && size !== BASE_SIZE ? ` font-size="${size}"` : '';
    const fill = this.#state.fillStyle;
    const inked = fill === 'var(--ink)' ? '' : ` fill="${fill}"`;
    const [left, top] = this.#at(x, y).map(round);
    this.#elements.push(
      `<text x="${left}" y="${top}"${anchor ? ` text-anchor="${anchor}"` : ''}${weight}${sized}${inked}>${escapeXml(text)}</text>`,
    );
  }

  /** What was drawn, as SVG elements. */
  toMarkup(): string {
    return this.#elements.join('');
  }

  #at(x: number, y: number): Point {
    return [x + this.#state.dx, y + this.#state.dy];
  }
  #box(x: number, y: number, width: number, height: number): string {
    const box = new Path();
    box.rect(...this.#at(x, y), width, height);
    return box.toString();
  }
  /**
   * Shapes of one look that follow one another share a path, and so do the inside and the edge of one shape: half the
   * bytes of a chart.
   */
  #add(path: string, how: 'fill' | 'stroke', rule?: CanvasFillRule): void {
    const { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, dash, globalAlpha } = this.#state;
    const paint = how === 'fill' ? fillStyle : strokeStyle;
    if (path === '' || paint === 'transparent' || paint === 'rgba(0,0,0,0)' || (how === 'stroke' && lineWidth === 0))
      return;
    const look = how === 'fill' ? [`fill="${paint}"`] : [`stroke="${paint}"`];
    if (how === 'stroke') {
      if (lineWidth !== 1) look.push(`stroke-width="${round(lineWidth)}"`);
      if (lineCap !== 'butt') look.push(`stroke-linecap="${lineCap}"`);
      if (lineJoin !== 'miter') look.push(`stroke-linejoin="${lineJoin}"`);
      if (dash.length > 0) look.push(`stroke-dasharray="${dash.map(round).join(' ')}"`);
    }
    if (rule === 'evenodd') look.push('fill-rule="evenodd"');
    if (globalAlpha !== 1) look.push(`opacity="${globalAlpha}"`);
    const last = this.#elements.at(-1);
    const filled = `<path fill="${fillStyle}" d="${path}"/>`;
    const opening = `<path ${how === 'stroke' ? 'fill="none" ' : ''}${look.join(' ')} d="`;
    if (how === 'stroke' && last === filled)
      this.#elements[this.#elements.length - 1] = `<path fill="${fillStyle}" ${look.join(' ')} d="${path}"/>`;
    else if (last?.startsWith(opening))
      this.#elements[this.#elements.length - 1] = `${last.slice(0, -'"/>'.length)}${path}"/>`;
    else this.#elements.push(`${opening}${path}"/>`);
  }
}

/** Size of text in drawings, in the units of the view box; the style sheet sets it once. */
const BASE_SIZE = '13.5';
