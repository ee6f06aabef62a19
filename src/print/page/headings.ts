/** A heading of the printed document, in reading order. */
export interface PrintedHeading {
  readonly depth: number;
  readonly text: string;
}

/** Runs in the page, last before printing: takes out what paper has no use for, and reads the headings. */
export function readHeadings(): PrintedHeading[] {
  for (const useless of document.querySelectorAll('.anchor, .links, .fig-data, svg.phone')) useless.remove();
  // On paper a map is one drawing, whose words say it all: links inside it would be lost in the picture.
  for (const map of document.querySelectorAll('svg.map-drawing')) {
    map.setAttribute('role', 'img');
    for (const link of map.querySelectorAll('a')) link.removeAttribute('href');
  }
  // A bare figure is tagged as an image that lacks its words; as a group, its drawing is the image, with its own.
  for (const figure of document.querySelectorAll('figure')) figure.setAttribute('role', 'group');
  const printed = [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4')].filter(
    (heading) => heading.getClientRects().length > 0,
  );
  return printed.map((heading) => {
    const words = heading.cloneNode(true) as HTMLElement;
    for (const call of words.querySelectorAll('.call')) call.remove();
    return {
      depth: Number(heading.tagName.charAt(1)),
      text: (words.textContent ?? '').replace(/\s+/g, ' ').trim(),
    };
  });
}
