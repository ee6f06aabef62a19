/** The catalogue is filtered as one types, and gives the tag of a touched number. Without this, the page is whole. */
const fold = (text: string | null | undefined): string =>
  (text ?? '').normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();

const form = document.querySelector<HTMLFormElement>('.filter');
const field = form?.querySelector('input');
const said = form?.querySelector('output');
const sections = [...document.querySelectorAll<HTMLElement>('[data-indicator]')].map((section) => ({
  section,
  entry: document.querySelector<HTMLElement>(`.index li:has([href="#${section.querySelector('h2')?.id}"])`),
  title: fold(`${section.querySelector('h2')?.textContent} ${section.querySelector('p')?.textContent}`),
  rows: [...section.querySelectorAll<HTMLTableRowElement>('tbody tr')].map((row) => ({
    row,
    head: fold(row.querySelector('th')?.textContent),
  })),
}));

/** Shows the rows whose head and indicator hold every word between them. */
function filter(words: readonly string[]): number {
  let shown = 0;
  for (const { section, entry, title, rows } of sections) {
    const left = words.filter((word) => !title.includes(word));
    let any = false;
    for (const { row, head } of rows) {
      row.hidden = !left.every((word) => head.includes(word));
      any ||= !row.hidden;
      if (!row.hidden) shown += 1;
    }
    section.hidden = !any;
    if (entry) entry.hidden = !any;
    for (const table of section.querySelectorAll<HTMLElement>('.scroll'))
      table.hidden = !table.querySelector('tbody tr:not([hidden])');
  }
  return shown;
}

function say(text: string): void {
  if (said) said.textContent = text;
}

form?.addEventListener('submit', (event) => event.preventDefault());
field?.addEventListener('input', () => {
  const count = filter(fold(field.value).split(/\s+/).filter(Boolean));
  say(count === 0 ? 'Aucune ligne' : `${count} ligne${count > 1 ? 's' : ''}`);
});
if (form) form.hidden = false;

/** The tag of a number: its indicator, its row, its column. */
function tagOf(cell: HTMLTableCellElement): string {
  const column = cell.closest('table')?.querySelectorAll('thead th')[cell.cellIndex];
  const parts = [cell.closest('section')?.querySelector('h2'), column, cell.parentElement?.querySelector('th')].map(
    (head) => head?.querySelector('code')?.textContent,
  );
  return `<Chiffre ${parts.filter(Boolean).join(' ')} />`;
}

document.querySelector('.catalogue .wide')?.addEventListener('click', ({ target }) => {
  const cell = (target as Element).closest('td');
  if (!cell?.textContent) return;
  const tag = tagOf(cell);
  say(tag);
  void navigator.clipboard?.writeText(tag).then(
    () => say(`Copié\u00A0: ${tag}`),
    () => say(tag),
  );
});
