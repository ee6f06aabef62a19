/** Runs in the page: remembers each text a canvas draws, and where, in the units of its drawing. */
export function recordTexts(): void {
  const { prototype } = CanvasRenderingContext2D;
  const { fillText, clearRect } = prototype;
  prototype.clearRect = function forget(...box) {
    (this.canvas as HTMLCanvasElement & { texts?: unknown[] }).texts = [];
    clearRect.apply(this, box);
  };
  prototype.fillText = function record(text: string, x: number, y: number) {
    const { canvas } = this as { canvas: HTMLCanvasElement & { texts?: unknown[] } };
    canvas.texts = [...(canvas.texts ?? []), { text, x, y, align: this.textAlign }];
    fillText.call(this, text, x, y);
  };
}

interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly align: string;
}

/** Runs in the page: texts of the canvases and of the picture, sorted alike. */
export function textsOf(host: HTMLElement | SVGElement): { drawn: PlacedText[]; written: PlacedText[] } {
  const svg = [...host.querySelectorAll<SVGSVGElement>('svg.drawing')].find((one) => one.getClientRects().length > 0);
  if (!svg) throw new Error('no picture');
  const scale = svg.clientWidth / svg.viewBox.baseVal.width;
  const drawn = [...host.querySelectorAll<HTMLCanvasElement & { texts?: PlacedText[] }>('canvas')].flatMap((canvas) =>
    (canvas.texts ?? []).map((one) => ({
      ...one,
      x: one.x + Number.parseFloat(canvas.style.left) / scale,
      y: one.y + Number.parseFloat(canvas.style.top) / scale,
    })),
  );
  const ALIGNS: Record<string, string> = { middle: 'center', end: 'right' };
  const written = [...svg.querySelectorAll('text')].map((one) => {
    const moved = one.parentElement
      ?.getAttribute('transform')
      ?.match(/[-\d.]+/g)
      ?.map(Number) ?? [0, 0];
    return {
      text: one.textContent ?? '',
      x: Number(one.getAttribute('x')) + (moved[0] ?? 0),
      y: Number(one.getAttribute('y')) + (moved[1] ?? 0),
      align: ALIGNS[one.getAttribute('text-anchor') ?? ''] ?? 'left',
    };
  });
  return { drawn, written };
}
