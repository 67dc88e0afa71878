// Both texts side by side, paragraph by paragraph. Nothing is taken before the writer says so.
import { open } from './dialogs';
import { el, uniqueId } from './dom';
import { retied } from './ledger/retie';
import { mergeBlocks, mergeField, merged, textOf, wordDiff, type Choice, type Chunk } from './merge';
import type { Content, Json } from './types';
import type { Words } from './words';

export type Sides = { base: Content; mine: Content; theirs: Content; by: string; at: string };
type FieldName = Exclude<keyof Content, 'text'>;
const fieldNames: FieldName[] = ['headline', 'deck', 'language', 'sectionId', 'byline', 'topics', 'lead'];

export type Merge = { chunks: Chunk[]; fields: { name: FieldName; kind: 'same' | 'mine' | 'theirs' | 'conflict'; mine: unknown; theirs: unknown; base: unknown; value: unknown }[] };

export function mergeOf({ base, mine, theirs }: Sides): Merge {
  return {
    chunks: mergeBlocks(base.text.content ?? [], mine.text.content ?? [], theirs.text.content ?? []),
    fields: fieldNames.map((name) => ({ name, mine: mine[name], theirs: theirs[name], base: base[name], ...mergeField<unknown>(base[name], mine[name], theirs[name]) })),
  };
}

export const hasConflict = ({ chunks, fields }: Merge): boolean => [...chunks, ...fields].some((each) => each.kind === 'conflict');

const blocks = (content: Content): Json[] => content.text.content ?? [];

export function resultOf(sides: Sides, { chunks, fields }: Merge, choose: (at: number) => Choice, chooseField: (name: string) => Choice): Content {
  const chosen = Object.fromEntries(fields.map((field) => [field.name, field.kind !== 'conflict' ? field.value : chooseField(field.name) === 'theirs' ? field.theirs : field.mine]));
  const { base, mine, theirs } = sides;
  return { ...mine, ...chosen, text: { ...mine.text, content: retied(merged(chunks, choose), blocks(base), blocks(mine), blocks(theirs)) } };
}

export function showMerge(words: Words, sides: Sides, sections: { id: string; name: string }[]): Promise<Content | null> {
  return new Promise((resolve) => {
    let result: Content | null = null;
    const merge = mergeOf(sides);
    const dialog = open(words, words.say('MergeTitle'), 'merge', () => resolve(result));
    const form = el('form', { onsubmit: (event: Event) => {
      event.preventDefault();
      const data = new FormData(form);
      const choice = (name: string) => (data.get(name) as Choice | null) ?? 'mine';
      result = resultOf(sides, merge, (at) => choice(`block-${at}`), (name) => choice(`field-${name}`));
      dialog.close();
    } });
    const draw = new Drawing(words, sections);
    form.append(
      el('p', {}, words.say('MergeIntro', sides.by || words.say('SomeoneElse'), words.when(sides.at))),
      el('div', { class: 'merge-heads', 'aria-hidden': 'true' }, el('b', {}, words.say('Mine')), el('b', {}, words.say('Theirs', sides.by || words.say('SomeoneElse')))),
      ...merge.fields.filter((field) => field.kind !== 'same').map((field) => draw.field(field)),
      ...merge.chunks.map((chunk, at) => draw.chunk(chunk, at)),
      el('div', { class: 'row' }, el('button', { type: 'submit', class: 'button primary' }, words.say('UseThisText')),
        el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, words.say('DecideLater'))));
    dialog.body.append(form);
    form.querySelector<HTMLElement>('input, button')?.focus();
  });
}

class Drawing {
  constructor(private readonly words: Words, private readonly sections: { id: string; name: string }[]) {}

  field(field: Merge['fields'][number]): HTMLElement {
    const { words } = this;
    const [mine, theirs] = [this.fieldText(field.name, field.mine), this.fieldText(field.name, field.theirs)];
    const label = words.say(`Field.${field.name}`);
    if (field.kind !== 'conflict') return this.taken(field.kind as 'mine' | 'theirs', label, [this.diff(this.fieldText(field.name, field.base), field.kind === 'mine' ? mine : theirs)]);
    return this.conflict(`field-${field.name}`, label, [this.diff(theirs, mine, 'ins')], [this.diff(theirs, mine, 'del')], false);
  }

  chunk(chunk: Chunk, at: number): HTMLElement {
    if (chunk.kind === 'same') return this.unchanged(chunk.blocks);
    if (chunk.kind !== 'conflict') return this.taken(chunk.kind, '', chunk.blocks.length > 0 ? this.against(chunk.base, chunk.blocks) : [el('p', { class: 'gone' }, el('del', {}, chunk.base.map(textOf).join('\n')))]);
    return this.conflict(`block-${at}`, this.words.say('Conflict'),
      chunk.mine.map((block, index) => this.diff(chunk.theirs[index] ? textOf(chunk.theirs[index]!) : '', textOf(block), 'ins')),
      chunk.theirs.map((block, index) => this.diff(textOf(block), chunk.mine[index] ? textOf(chunk.mine[index]!) : '', 'del')), true);
  }

  private against(base: Json[], blocks: Json[]): HTMLElement[] {
    return base.length === blocks.length
      ? blocks.map((block, at) => this.diff(textOf(base[at]!), textOf(block)))
      : [...base.map((block) => el('p', {}, el('del', {}, textOf(block)))), ...blocks.map((block) => el('p', { dir: 'auto' }, el('ins', {}, this.said(block))))];
  }

  private unchanged(blocks: Json[]): HTMLElement {
    const lines = blocks.map((block) => el('p', { dir: 'auto' }, this.said(block)));
    if (lines.length <= 3) return el('div', { class: 'merge-same' }, ...lines);
    return el('div', { class: 'merge-same' }, lines[0], el('details', {}, el('summary', {}, this.words.count('UnchangedParagraphs', lines.length - 2)), ...lines.slice(1, -1)), lines[lines.length - 1]);
  }

  private taken(kind: 'mine' | 'theirs', label: string, body: HTMLElement[]): HTMLElement {
    return el('div', { class: `merge-taken ${kind}` }, el('p', { class: 'small' }, [label, this.words.say(kind === 'mine' ? 'TakenMine' : 'TakenTheirs')].filter(Boolean).join(': ')), ...body);
  }

  private conflict(name: string, label: string, mine: HTMLElement[], theirs: HTMLElement[], both: boolean): HTMLElement {
    const radio = (value: Choice, text: string) => {
      const id = uniqueId('choice');
      return el('label', { for: id, class: 'choice' }, el('input', { type: 'radio', id, name, value, checked: value === 'mine' }), text);
    };
    const nothing = () => el('p', { class: 'gone' }, this.words.say('Removed'));
    return el('fieldset', { class: 'merge-conflict' }, el('legend', {}, label),
      el('div', { class: 'side-mine' }, radio('mine', this.words.say('KeepMine')), ...(mine.length ? mine : [nothing()])),
      el('div', { class: 'side-theirs' }, radio('theirs', this.words.say('KeepTheirs')), ...(theirs.length ? theirs : [nothing()])),
      both ? el('div', { class: 'side-both' }, radio('both', this.words.say('KeepBoth'))) : null);
  }

  private diff(before: string, after: string, only?: 'ins' | 'del'): HTMLElement {
    return el('p', { dir: 'auto' }, ...wordDiff(before, after).filter((piece) => !only || piece.kind === 'same' || piece.kind === only)
      .map((piece) => (piece.kind === 'same' ? piece.text : el(piece.kind, {}, piece.text))));
  }

  private said(block: Json): string {
    return textOf(block) || this.words.say(`Block.${block.type}`);
  }

  private fieldText(name: string, value: unknown): string {
    if (Array.isArray(value)) return value.join(', ');
    if (name === 'sectionId') return this.sections.find((section) => section.id === value)?.name ?? '';
    if (name === 'language' && value) return this.words.languageName(String(value));
    if (value && typeof value === 'object') return ['caption', 'alt', 'credit'].map((key) => (value as Record<string, unknown>)[key]).filter(Boolean).join(' · ') || this.words.say('Picture');
    return String(value ?? '');
  }
}
