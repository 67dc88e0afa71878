// The lines of words of a text, numbered as DocumentText in OnRecord.Documents numbers them: captions and pull quotes are counted, code is not.
import type { Node } from '@tiptap/pm/model';
import type { Json } from '../types';
import type { Place } from './types';

export type Range = { from: number; to: number };
export type Line = { from: number; node: Node };

const isInserted = (node: Node): boolean => node.marks.some((mark) => mark.type.name === 'insertion');
const isWaiting = (node: Node): boolean => node.type.name === 'figure' && String(node.attrs['src']).startsWith('pending:');
// What is only suggested is not there for readers, and a line of nothing else neither.
const isSuggested = (node: Node): boolean =>
  node.type.name !== 'figure' && node.childCount > 0 && node.children.every(isInserted);

// A line that the editor holds as it came has a number too, but no place.
function heldLines(json: Json): number {
  if (['paragraph', 'heading', 'pullQuote', 'figure'].includes(json.type)) return 1;
  const known = ['blockquote', 'bulletList', 'orderedList', 'listItem', 'gallery', 'socialPost', 'linkedMedia', 'table', 'tableRow', 'tableCell', 'tableHeader', 'callout'];
  return known.includes(json.type) ? (json.content ?? []).reduce((sum, child) => sum + heldLines(child), 0) : 0;
}

// `forReaders` counts as the checklist does, which looks at the text without its suggestions.
export function linesOf(doc: Node, forReaders = false): (Line | null)[] {
  const lines: (Line | null)[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name === 'unknown') for (let count = heldLines(node.attrs['json']); count > 0; count--) lines.push(null);
    if (!node.isTextblock) return true;
    if (!node.type.spec.code && !isWaiting(node) && !(forReaders && isSuggested(node))) lines.push({ from: pos + 1, node });
    return false;
  });
  return lines;
}

const leaf = (node: Node): string => (node.type.name === 'hardBreak' ? '\n' : '\ufffc');
export const wordsAt = (doc: Node, { from, to }: Range): string => doc.textBetween(from, to, '\n', leaf);

// Words of a line without what is only suggested stand apart in the text where a suggestion parts them.
function readersOffset(line: Node, offset: number, atEnd: boolean): number {
  let [left, at] = [offset, 0];
  for (const child of line.children) {
    if (!isInserted(child)) {
      if (left < child.nodeSize || (atEnd && left === child.nodeSize)) return at + left;
      left -= child.nodeSize;
    }
    at += child.nodeSize;
  }
  return at;
}

export function rangeAt(lines: (Line | null)[], place: Place, forReaders = false): Range | null {
  const line = lines[place.line];
  if (!line) return null;
  const [start, end] = forReaders ? [readersOffset(line.node, place.start, false), readersOffset(line.node, place.end, true)] : [place.start, place.end];
  return start < end && end <= line.node.content.size ? { from: line.from + start, to: line.from + end } : null;
}
