// How long the text is to a reader: the same count as Length and PlainText in OnRecord.Documents, block by block and only what changed.
import type { Node } from '@tiptap/pm/model';

export type Length = { words: number; characters: number };

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const letter = /[\p{L}\p{Nd}]/u;
const joins = /['’\-‑.,\u00ad\p{Mn}\p{Mc}\p{Cf}]/u;

export function lengthOf(text: string): Length {
  let [words, characters, inWord] = [0, 0, false];
  for (const sign of text) {
    if (unspaced.test(sign)) {
      characters++;
      inWord = false;
    } else if (letter.test(sign)) {
      if (!inWord) words++;
      inWord = true;
    } else if (!joins.test(sign)) inWord = false;
  }
  return { words, characters };
}

const counted = new WeakMap<Node, Length>();
const isSuggested = (node: Node): boolean => node.marks.some((mark) => mark.type.name === 'insertion');
const signature = ['author', 'handle', 'postedOn'];

function textOf(node: Node): string {
  const name = node.type.name;
  if (name === 'figure' || name === 'pullQuote') return '';
  if (node.isText) return isSuggested(node) ? '' : node.text!;
  if (node.isTextblock) return node.children.map((child) => (child.isText ? textOf(child) : '\n')).join('');
  if (name === 'orderedList') return node.children.map((item, at) => `${node.attrs['start'] + at}. ${textOf(item)}`).join('\n');
  const inside = node.children.map(textOf).join('\n');
  return name === 'socialPost' ? `${inside}\n— ${signature.map((key) => node.attrs[key] ?? '').join(' ')}` : inside;
}

function countOf(block: Node): Length {
  const known = counted.get(block);
  if (known) return known;
  const length = lengthOf(textOf(block));
  counted.set(block, length);
  return length;
}

export function documentLength(doc: Node): Length {
  const total = { words: 0, characters: 0 };
  doc.forEach((block) => {
    const { words, characters } = countOf(block);
    total.words += words;
    total.characters += characters;
  });
  return total;
}

// Brysbaert (2019): 238 words of silent reading a minute. Trauzettel-Klosinski and Dietz (2012): 255 characters in Chinese.
export const minutes = ({ words, characters }: Length): number => Math.max(1, Math.round(words / 238 + characters / 255));
