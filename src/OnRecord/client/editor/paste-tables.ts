import type { Cleaner } from './paste';
import { marksOf, type MarkSet } from './paste-style';

// A table of data stays one; a table with one column is layout and is read as what it holds.
export function tableOf(cleaner: Cleaner, element: Element, out: Element, marks: MarkSet): void {
  const rows = [...element.querySelectorAll('tr')].filter((row) => row.closest('table') === element);
  const caption = [...element.children].find((child) => child.localName === 'caption');
  if (caption) cleaner.read(caption, out, marks);
  const cells = rows.map((row) => [...row.children].filter((cell) => cell.localName === 'td' || cell.localName === 'th'));
  if (cells.every((row) => row.length <= 1)) {
    for (const cell of cells.flat()) cleaner.read(cell, out, marksOf(cell, marks, cleaner.story));
    return;
  }
  const table = cleaner.document.createElement('table');
  for (const row of cells.filter((each) => each.length > 0)) {
    const tr = cleaner.document.createElement('tr');
    for (const cell of row) tr.append(cellOf(cleaner, cell, marks));
    table.append(tr);
  }
  out.append(table);
}

function cellOf(cleaner: Cleaner, cell: Element, marks: MarkSet): Element {
  const made = cleaner.document.createElement(cell.localName);
  for (const name of ['colspan', 'rowspan']) {
    const span = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
    if (span > 1) made.setAttribute(name, String(Math.min(span, 1000)));
  }
  cleaner.read(cell, made, { ...marksOf(cell, marks, cleaner.story), bold: false });
  // Tables hold words: what was laid out within a cell keeps them.
  if (made.childNodes.length === 0) made.append(cleaner.document.createElement('p'));
  return made;
}
