const GAP = 8;

/** Puts a note in the margin beside its number when there is one, else under its line, inside the window. */
export function placeNote(plate: HTMLElement, number: HTMLElement): void {
  const line = number.getClientRects()[0] ?? number.getBoundingClientRect();
  const column = number.closest('.prose')?.getBoundingClientRect();
  const width = plate.offsetWidth;
  const room = document.documentElement.clientWidth;
  const beside = column && column.right + GAP + width <= room;
  const left = beside
    ? Math.min(room - width - GAP, column.right + 6 * GAP)
    : Math.min(line.left, room - width - 2 * GAP);
  plate.style.left = `${Math.max(2 * GAP, left) + window.scrollX}px`;
  plate.style.top = `${(beside ? topBeside(line, plate.offsetHeight) : topUnder(line, plate.offsetHeight)) + window.scrollY}px`;
}

/** Level with the line, or higher when the window ends before the note. */
const topBeside = (line: DOMRect, height: number): number =>
  Math.max(GAP, Math.min(line.top, window.innerHeight - height - GAP));

/** Under the line; over it when only there is room. */
function topUnder(line: DOMRect, height: number): number {
  const over = line.top - height - GAP;
  return line.bottom + GAP + height > window.innerHeight && over > 0 ? over : line.bottom + GAP;
}
