/** Numbers and claims that open a note. A heading is read as a whole: what it holds opens none. */
export const FIGURES = '[data-figure]:not(:is(h1, h2, h3, h4) *)';
