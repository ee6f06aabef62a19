import { describe, expect, it } from 'vitest';
import { SvgContext } from './context.ts';

const context = () => new SvgContext((text) => text.length * 6);

describe('the SVG context', () => {
  it('writes text as text, by its anchor, with its weight and size', () => {
    const pen = context();
    pen.fillStyle = 'var(--ink)';
    pen.font = '600 13.5px "Bilan Sans"';
    pen.textAlign = 'center';
    pen.fillText('Lille & Lens', 10, 20);
    pen.font = '400 12px "Bilan Sans"';
    pen.textAlign = 'right';
    pen.fillStyle = 'var(--accent)';
    pen.fillText('3\u202F523', 30.04, 40.06);
    expect(pen.toMarkup()).toBe(
      '<text x="10" y="20" text-anchor="middle" font-weight="600">Lille &amp; Lens</text>' +
        '<text x="30" y="40.1" text-anchor="end" font-size="12" fill="var(--accent)">3\u202F523</text>',
    );
  });

  it('joins shapes of one look that follow one another', () => {
    const pen = context();
    pen.fillStyle = 'var(--ink)';
    pen.fillRect(0, 0, 5, 5);
    pen.fillRect(10, 0, 5, 5);
    pen.fillStyle = 'var(--rule)';
    pen.fillRect(20, 0, 5, 5);
    expect(pen.toMarkup()).toBe(
      '<path fill="var(--ink)" d="M0 0h5v5h-5zM10 0h5v5h-5z"/><path fill="var(--rule)" d="M20 0h5v5h-5z"/>',
    );
  });

  it('moves with translations, and back', () => {
    const pen = context();
    pen.save();
    pen.translate(100, 50);
    pen.fillRect(0, 0, 1, 1);
    pen.restore();
    pen.fillRect(0, 0, 1, 1);
    expect(pen.toMarkup()).toBe('<path fill="#000" d="M100 50h1v1h-1zM0 0h1v1h-1z"/>');
  });

  it('writes lines step by step from their first point, and no step that leads nowhere', () => {
    const pen = context();
    pen.moveTo(10, 10);
    for (const [x, y] of [
      [10, 10],
      [20, 10],
      [20, 4.96],
      [25.04, 9],
      [30, 8],
    ] as const)
      pen.lineTo(x, y);
    pen.stroke();
    expect(pen.toMarkup()).toBe('<path fill="none" stroke="#000" d="M10 10h10v-5l5 4 5-1"/>');
  });

  it('gives the edge of a shape the path of its inside', () => {
    const pen = context();
    pen.arc(10, 10, 4);
    pen.fill();
    pen.strokeStyle = 'var(--paper)';
    pen.lineWidth = 1.5;
    pen.stroke();
    expect(pen.toMarkup()).toBe(
      '<path fill="#000" stroke="var(--paper)" stroke-width="1.5" d="M6 10a4 4 0 1 0 8 0 4 4 0 1 0-8 0"/>',
    );
  });

  it('leaves out what cannot be seen', () => {
    const pen = context();
    pen.fillStyle = 'transparent';
    pen.fillRect(0, 0, 5, 5);
    pen.lineWidth = 0;
    pen.strokeRect(0, 0, 5, 5);
    expect(pen.toMarkup()).toBe('');
  });
});
