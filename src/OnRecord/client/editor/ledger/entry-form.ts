// The fields of an entry: whose words, how they were said and came to us, and what is kept as evidence.
import { button, el, field, uniqueId } from '../dom';
import type { Words } from '../words';
import { describe, picker, type Picker } from './picker';
import { channels, forms, kinds, reasons, soughts, standings, type Entry, type Problem, type Said, type Source } from './types';

export type FormTools = { words: Words; find: (query: string, kind: string) => Promise<Source[]>; own: Source[] };
export type Evidence = { address: string; file: File | null; title: string };

const select = (name: string, options: readonly string[], value: string, say: (key: string) => string, none?: string): HTMLSelectElement => {
  const made = el('select', { name }, none === undefined ? null : el('option', { value: '' }, none), ...options.map((option) => el('option', { value: option }, say(option))));
  made.value = value;
  return made;
};

export class EntryForm {
  readonly element = el('div', { class: 'entry-fields' });
  private readonly source: Picker;
  private readonly via: Picker;
  private readonly known = el('p', { class: 'small known' });
  private readonly describing: HTMLElement;
  private readonly naming: HTMLElement;
  private readonly why: HTMLElement;
  private readonly standing: HTMLElement;
  private readonly channel: HTMLElement;
  private readonly named: HTMLInputElement;
  private readonly inputs: Record<string, HTMLInputElement | HTMLSelectElement> = {};
  private readonly file = el('input', { type: 'file', name: 'file' });
  private readonly found = el('datalist', { id: uniqueId('addresses') });
  private readonly where: HTMLElement;

  constructor(private readonly tools: FormTools, entry: Entry | null, form: string) {
    const { words } = tools;
    const from = entry?.source;
    const find = (kind: string) => async (query: string) => {
      const near = (source: Source) => (!kind || source.kind === kind) && source.name.toLocaleLowerCase().includes(query.toLocaleLowerCase());
      const own = tools.own.filter(near);
      const others = await tools.find(query, kind);
      return [...own, ...others.filter((other) => !own.some((source) => source.id === other.id))].slice(0, 12);
    };
    this.source = picker(words, { name: 'source', label: words.say('Ledger.Who'), find: find(''), changed: () => this.show() });
    this.via = picker(words, { name: 'via', label: words.say('Ledger.Via'), hint: words.say('Ledger.ViaHint'), find: find('Outlet'), changed: () => this.show() });
    this.source.input.required = true;
    this.named = el('input', { type: 'checkbox', name: 'isNamed', checked: from?.isNamed ?? true, onchange: () => this.show() });
    this.naming = el('div', { class: 'wide' }, el('label', { class: 'check' }, this.named, words.say('Ledger.MayBeNamed')), el('p', { class: 'small' }, words.say('Ledger.NotNamedHint')));
    this.why = this.choice('reason', reasons, from?.reason ?? '', 'Reason', words.say('Ledger.Why'), words.say('Ledger.WhyNone'));
    this.where = this.line('address', words.say('Address'), from?.address, { inputmode: 'url', placeholder: 'https://' });
    this.describing = el('div', { class: 'wide two' }, this.choice('kind', kinds, from?.kind ?? 'Person', 'Kind', words.say('Kind')),
      this.line('role', words.say('Ledger.Role'), from?.role), this.line('affiliation', words.say('Ledger.Affiliation'), from?.affiliation),
      this.where);
    this.standing = this.choice('standing', standings, entry?.standing ?? '', 'Standing', words.say('Ledger.Standing'), words.say('Ledger.NotSaid'));
    this.channel = this.choice('channel', channels, entry?.channel ?? '', 'Channel', words.say('Ledger.Channel'), words.say('Ledger.NotSaid'));
    this.element.append(
      el('fieldset', { class: 'fields' }, el('legend', {}, words.say('Source')), this.source.element, this.known, this.naming, this.why, this.describing),
      el('fieldset', { class: 'fields' }, el('legend', {}, words.say('Ledger.How')), el('div', { class: 'two' },
        this.choice('form', forms, entry?.form ?? form, 'Form', words.say('Ledger.Form')), this.standing, this.channel, this.via.element,
        this.line('saidOn', words.say('Ledger.SaidOn'), entry?.saidOn, { type: 'date' }),
        this.choice('sought', soughts, entry?.sought ?? 'No', 'Sought', words.say('Ledger.Sought')))),
      this.line('note', words.say('Ledger.Note'), entry?.note, {}, words.say('Ledger.NoteHint')),
      this.evidence(entry));
    if (from) this.source.input.value = from.name;
    if (from?.id) this.source.choose(from);
    if (entry?.via) this.via.input.value = entry.via.name;
    if (entry?.via?.id) this.via.choose(entry.via);
    this.show();
  }

  focus(): void {
    this.source.input.focus();
    this.source.input.select();
  }

  read(): Said {
    const [source, via] = [this.source.chosen(), this.via.chosen()];
    const value = (name: string) => this.inputs[name]!.value.trim();
    return {
      sourceId: source?.id ?? null, name: this.source.input.value.trim(), kind: value('kind'), role: value('role'), affiliation: value('affiliation'), address: (source?.isNamed ?? this.named.checked) ? value('address') : '',
      isNamed: source?.isNamed ?? this.named.checked, reason: value('reason') || null, form: value('form'), standing: value('standing') || null, channel: value('channel') || null,
      viaId: via?.id ?? null, viaName: this.via.input.value.trim(), saidOn: value('saidOn'), sought: value('sought'), note: value('note'),
    };
  }

  copies(): Evidence {
    return { address: this.inputs['copyAddress']!.value.trim(), file: this.file.files?.[0] ?? null, title: this.inputs['title']!.value.trim() };
  }

  // Points at the fields that the server's sentences are about.
  blame(problems: Problem[]): void {
    const all: Record<string, HTMLElement> = { ...this.inputs, source: this.source.input, name: this.source.input, via: this.via.input };
    for (const input of Object.values(all)) input.removeAttribute('aria-invalid');
    const blamed = problems.map((problem) => all[problem.field ?? '']).filter((input) => input !== undefined);
    for (const input of blamed) input.setAttribute('aria-invalid', 'true');
    blamed[0]?.focus();
  }

  private show(): void {
    const { words } = this.tools;
    const source = this.source?.chosen();
    // A picker tells of its first value before all fields are there.
    if (!this.channel) return;
    const named = source?.isNamed ?? this.named.checked;
    this.known.replaceChildren(...(source
      ? [describe(source, words), source.reason ? ` · ${words.say(`Reason.${source.reason}`)}` : '', ' ', button(words.say('Ledger.SomeoneElse'), () => this.other(), { class: 'quiet' })]
      : [this.source.input.value.trim() ? words.say('Ledger.NewSource') : '']));
    this.naming.hidden = this.describing.hidden = Boolean(source);
    this.why.hidden = named || Boolean(source?.reason);
    this.standing.hidden = !named;
    this.channel.hidden = this.via.input.value.trim() !== '';
    // Where somebody may be found says who they are.
    this.where.hidden = !named;
    this.found.replaceChildren(...[source ? source.address : this.inputs['address']!.value, this.via.chosen()?.address].filter(Boolean).map((address) => el('option', { value: address })));
  }

  private other(): void {
    this.source.choose(null);
    this.source.input.value = '';
    this.show();
    this.source.input.focus();
  }

  private evidence(entry: Entry | null): HTMLElement {
    const { words } = this.tools;
    const copies = entry?.copies ?? [];
    const title = el('input', { name: 'title', maxlength: '300' });
    this.inputs['title'] = title;
    this.inputs['file'] = this.file;
    return el('details', { class: 'evidence', open: copies.length > 0 }, el('summary', {}, words.say('Ledger.Evidence')),
      copies.length > 0 ? el('ul', {}, ...copies.map((copy) => el('li', {}, el('a', { href: `/desk/copies/${copy.id}`, target: '_blank', rel: 'noopener', dir: 'auto' }, copy.title), ` · ${words.when(copy.takenAt)} · ${words.say(copy.isPublic ? 'Ledger.CopyPublic' : 'Ledger.CopyPrivate')}`))) : null,
      this.line('copyAddress', words.say('Ledger.CopyAddress'), '', { inputmode: 'url', placeholder: 'https://', list: this.found.id }), this.found,
      el('div', { class: 'two' }, field(words.say('Ledger.CopyFile'), this.file), field(words.say('Ledger.CopyTitle'), title)),
      el('p', { class: 'small' }, words.say('Ledger.CopyHint')));
  }

  private choice(name: string, options: readonly string[], value: string, stem: string, label: string, none?: string): HTMLElement {
    const made = select(name, options, value, (option) => this.tools.words.say(`${stem}.${option}`), none);
    this.inputs[name] = made;
    return field(label, made);
  }

  private line(name: string, label: string, value: string | null | undefined, props: Record<string, unknown> = {}, hint?: string): HTMLElement {
    const made = el('input', { name, maxlength: '300', dir: 'auto', ...props, oninput: () => this.show() });
    made.value = value ?? '';
    this.inputs[name] = made;
    return field(label, made, hint);
  }
}
