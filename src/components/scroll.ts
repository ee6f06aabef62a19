/** Columns a table may have, its heads of rows aside, and still stand in the width of a tablet. */
const TABLET = 7;

/** A table scrolls inside itself on a phone; one of many columns, on a tablet too. */
export const scrollClass = (columns: readonly unknown[], room = TABLET): string =>
  columns.length > room ? 'scroll many' : 'scroll';
