// Words of a line with their marks, spaces put right; lines are parted by two breaks.
import { isPlausible, type MarkSet } from './paste-style';

export type Run = { text: string; marks: MarkSet } | 'break';

const element = (document: Document, name: string, attributes: Record<string, string>, ...children: Node[]) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

// A space that a word processor hardened only to keep it: beside another, or at the end of a piece.
export function softened(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff\u200b]/g, '')
    .replace(/^\u00a0+|\u00a0+$/g, ' ')
    .replace(/[ \t\r\n\u00a0]{2,}|[\t\r\n]/g, ' ');
}

export function linesOf(all: Run[]): Run[][] {
  // A break followed only by the source's own line feed is still a break followed by a break.
  const runs = all.filter((run, at) => run === 'break' || all[at - 1] !== 'break' || run.text.trim());
  const lines: Run[][] = [[]];
  runs.forEach((run, at) => {
    const next = runs[at + 1];
    if (run === 'break' && (next === 'break' || runs[at - 1] === 'break')) {
      if (lines[lines.length - 1]!.length > 0) lines.push([]);
    } else lines[lines.length - 1]!.push(run);
  });
  return lines.map(trimmed).filter((line) => line.length > 0);
}

function trimmed(line: Run[]): Run[] {
  const kept: Run[] = [];
  let afterSpace = true;
  for (const run of line) {
    if (run === 'break') {
      endTrim(kept);
      if (kept.length > 0) kept.push(run);
      afterSpace = true;
      continue;
    }
    const text: string = afterSpace ? run.text.replace(/^ +/, '') : run.text;
    if (text) kept.push({ ...run, text });
    if (text || run.text) afterSpace = text ? text.endsWith(' ') : afterSpace;
  }
  endTrim(kept);
  return kept;
}

function endTrim(line: Run[]): void {
  while (line.length > 0) {
    const last = line[line.length - 1]!;
    if (last === 'break') line.pop();
    else {
      last.text = last.text.replace(/[ \u00a0]+$/, '');
      if (last.text) return;
      line.pop();
    }
  }
}

export function written(document: Document, line: Run[], story: { bold: boolean }): Node[] {
  return line.map((run) => {
    if (run === 'break') return document.createElement('br');
    const { marks } = run;
    let node: Node = document.createTextNode(run.text);
    const wrap = (name: string, attributes: Record<string, string> = {}) => (node = element(document, name, attributes, node));
    if (marks.code) wrap('code');
    if (marks.raised) wrap(marks.raised);
    if (marks.italic) wrap('em');
    if (marks.bold && story.bold) wrap('strong');
    if (marks.lang && isPlausible(marks.lang, run.text)) wrap('span', { lang: marks.lang });
    if (marks.href) wrap('a', { href: marks.href });
    return node;
  });
}
