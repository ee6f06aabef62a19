/**
 * Runs in the page. Margin notes get a number, called from the text; an address outside is printed as such a note,
 * once a chapter. Each stands right after its call, beside the line that calls it; calls and notes lead to each other.
 */
export function numberNotes(): void {
  for (const chapter of document.querySelectorAll<HTMLElement>('[data-notes]')) {
    const slug = chapter.dataset.chapter ?? '';
    const numbers = new Map<string, number>();
    let [count, lastText] = [0, chapter.querySelector('.deck')];

    const call = (number: number, isFirst: boolean): HTMLElement => {
      const mark = document.createElement('sup');
      mark.className = 'call';
      const id = isFirst ? ` id="appel-${slug}-${number}"` : '';
      mark.innerHTML = `<a${id} href="#note-${slug}-${number}" aria-label="Note ${number}">${number}</a>`;
      return mark;
    };
    const label = (note: HTMLElement, number: number): void => {
      note.id = `note-${slug}-${number}`;
      const back = document.createElement('a');
      back.className = 'back';
      back.href = `#appel-${slug}-${number}`;
      back.setAttribute('aria-label', `Note ${number}, retour au texte`);
      back.textContent = String(number);
      note.prepend(back, '\u00A0');
    };
    const noteLinks = (block: Element): void => {
      for (const link of block.querySelectorAll<HTMLAnchorElement>('a[href^="http"]')) {
        const known = numbers.get(link.href);
        const number = known ?? ++count;
        const mark = call(number, known === undefined);
        link.after(mark);
        if (known !== undefined || link.textContent?.trim() === link.href) continue;
        numbers.set(link.href, number);
        const note = document.createElement('aside');
        note.className = 'note address';
        note.append(Object.assign(document.createElement('a'), { href: link.href, textContent: link.href }));
        label(note, number);
        mark.after(note);
      }
    };

    for (const block of [...chapter.querySelectorAll('.prose > *')]) {
      if (block.matches('p, ul, ol, blockquote')) {
        noteLinks(block);
        lastText = block;
      } else if (block.matches('.box, .brief')) {
        noteLinks(block);
      } else if (block instanceof HTMLElement && block.matches('aside.note')) {
        count += 1;
        const place = lastText?.querySelector(':scope > li:last-child') ?? lastText;
        label(block, count);
        place?.append(call(count, true), block);
      }
    }
  }
}
