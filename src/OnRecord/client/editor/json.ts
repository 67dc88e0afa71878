import { Fragment } from '@tiptap/pm/model';
import type { Mark, Node, Schema } from '@tiptap/pm/model';
import type { Json } from './types';

// Between the document as it is stored and as it is edited. What the schema does not know comes back as it went in.
const inner = new Set(['unknown', 'unknownInline', 'unknownMark', 'otherText']);

function attributes(spec: Record<string, unknown> | null | undefined, attrs: Record<string, unknown> | undefined) {
  const known: Record<string, unknown> = {};
  const other: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(attrs ?? {})) {
    if (spec && key in spec && key !== 'other') {
      if (value !== null) known[key] = value;
    } else other[key] = value;
  }
  return Object.keys(other).length > 0 ? { ...known, other } : known;
}

function readMark(schema: Schema, json: Json): Mark {
  const type = inner.has(json.type) ? undefined : schema.marks[json.type];
  return type ? type.create(attributes(type.spec.attrs, json.attrs)) : schema.marks['unknownMark']!.create({ json });
}

const readMarks = (schema: Schema, json: Json): readonly Mark[] =>
  (json.marks ?? []).reduce<readonly Mark[]>((set, mark) => readMark(schema, mark).addToSet(set), []);

function unknown(schema: Schema, json: Json, inline: boolean): Node {
  if (!inline) return schema.node('unknown', { json });
  const { marks: _, ...rest } = json;
  return schema.node('unknownInline', { json: rest }, undefined, readMarks(schema, json));
}

export function readNode(schema: Schema, json: Json, inline = false): Node {
  const type = inner.has(json.type) ? undefined : schema.nodes[json.type];
  if (!type || type.isInline !== inline || json.type === 'doc') return unknown(schema, json, inline);
  const marks = readMarks(schema, json);
  if (type.isText) {
    const kept = json.attrs ? schema.marks['otherText']!.create({ attrs: json.attrs }).addToSet(marks) : marks;
    return schema.text(json.text ?? '', kept);
  }
  const children = (json.content ?? []).map((child) => readNode(schema, child, type.inlineContent));
  try {
    const node = type.createAndFill(attributes(type.spec.attrs, json.attrs), Fragment.from(children), marks);
    node?.check();
    return node ?? unknown(schema, json, inline);
  } catch {
    return unknown(schema, json, inline);
  }
}

export function readDocument(schema: Schema, json: Json): Node {
  const blocks = (json.content ?? []).map((block) => readNode(schema, block));
  return schema.node('doc', attributes({}, json.attrs), blocks.length > 0 ? blocks : [schema.node('paragraph')]);
}

function writeAttributes(attrs: Record<string, unknown>): Record<string, unknown> | undefined {
  const written: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(attrs)) if (key !== 'other' && value !== null && value !== undefined) written[key] = value;
  Object.assign(written, attrs['other']);
  return Object.keys(written).length > 0 ? written : undefined;
}

function writeMark(mark: Mark): Json {
  if (mark.type.name === 'unknownMark') return mark.attrs['json'];
  const attrs = writeAttributes(mark.attrs);
  return attrs ? { type: mark.type.name, attrs } : { type: mark.type.name };
}

// Nodes never change, so each is written once: what a key typed into is all that is written anew.
const written = new WeakMap<Node, Json>();

export function writeNode(node: Node): Json {
  const known = written.get(node);
  if (known) return known;
  const json = writeAnew(node);
  written.set(node, json);
  return json;
}

function writeAnew(node: Node): Json {
  if (node.type.name === 'unknown') return node.attrs['json'];
  const others = node.marks.find((mark) => mark.type.name === 'otherText');
  const marks = node.marks.filter((mark) => mark !== others).map(writeMark);
  if (node.type.name === 'unknownInline') return marks.length > 0 ? { ...node.attrs['json'], marks } : node.attrs['json'];
  const json: Json = { type: node.type.name };
  const attrs = others ? others.attrs['attrs'] : writeAttributes(node.attrs);
  if (attrs) json.attrs = attrs;
  if (node.isText) json.text = node.text!;
  if (marks.length > 0) json.marks = marks;
  const content: Json[] = [];
  node.forEach((child) => isWaiting(child) || content.push(writeNode(child)));
  if (content.length > 0) json.content = content;
  return json;
}

// A picture still on its way to the library is no part of the text yet, nor a gallery of nothing else.
const isWaiting = (node: Node): boolean =>
  node.type.name === 'figure' ? String(node.attrs['src']).startsWith('pending:')
    : node.type.name === 'gallery' && node.childCount > 0 && node.children.every(isWaiting);

export const writeDocument = (doc: Node): Json => writeNode(doc);
