// The dialog in which somebody says whose the marked words are.
import { open } from '../dialogs';
import { button, el, field } from '../dom';
import type { Words } from '../words';
import { told, type Outcome } from './api';
import { EntryForm, type Evidence, type FormTools } from './entry-form';
import { quoted } from './note';
import type { Entry, Problem, Said } from './types';

export type Listed = { entry: Entry; number: string };
export type EntryDialog = {
  words: string;
  form: string;
  // The entry that is looked at; null for new words.
  entry: Entry | null;
  // The entries that new words could belong to as well, and those that hold some of them.
  listed: Listed[];
  touching: Listed[];
  keep: (said: Said) => Promise<Outcome<string>>;
  copy: (entry: string, evidence: Evidence) => Promise<Problem[]>;
  add: (entry: Entry) => Problem[];
  untie: (entry: Entry) => Problem[];
  edit: (entry: Entry) => void;
  takeOut?: () => void;
  closed: () => void;
};

export function entryDialog(words: Words, tools: FormTools, what: EntryDialog): void {
  const { entry } = what;
  const dialog = open(words, words.say(entry?.state === 'Proposed' ? 'Ledger.Proposal' : entry ? 'Ledger.EditSource' : 'Ledger.SourceOfWords'), 'entry-dialog', what.closed);
  const fields = new EntryForm(tools, entry, what.form);
  const problems = el('p', { class: 'entry-problems', role: 'alert' });
  const submit = el('button', { type: 'submit', class: 'button primary' }, words.say(entry?.state === 'Proposed' ? 'Ledger.SaveAccept' : 'Ledger.Save'));
  const name = ({ entry: one, number }: Listed) => `${number ? `${number} ` : ''}${one.source.name}: ${quoted(one.words)}`;
  const belong = el('select', { name: 'belong', onchange: () => belongs() }, el('option', { value: '' }, words.say('Ledger.OfTheirOwn')),
    ...what.listed.map((one) => el('option', { value: one.entry.id }, words.say('Ledger.PartOf', name(one)))));
  const belongs = () => {
    fields.element.hidden = belong.value !== '';
    for (const input of fields.element.querySelectorAll<HTMLInputElement>('[required]')) input.disabled = belong.value !== '';
    submit.textContent = words.say(belong.value ? 'Ledger.AddWords' : 'Ledger.Save');
  };
  const say = (wrong: Problem[]): boolean => {
    problems.textContent = told(wrong);
    fields.blame(wrong);
    if (wrong.length === 0) dialog.close();
    else problems.scrollIntoView({ block: 'nearest' });
    return wrong.length > 0;
  };
  let busy = false;
  const send = async () => {
    if (belong.value) return say(what.add(what.listed.find((one) => one.entry.id === belong.value)!.entry));
    if (busy) return;
    busy = true;
    submit.setAttribute('aria-disabled', 'true');
    const kept = await what.keep(fields.read());
    const wrong = 'problems' in kept ? kept.problems : await what.copy(kept.value, fields.copies());
    busy = false;
    submit.removeAttribute('aria-disabled');
    say(wrong);
  };
  dialog.body.append(el('form', { class: 'fields', onsubmit: (event: Event) => {
    event.preventDefault();
    void send();
  } },
  el('blockquote', { dir: 'auto' }, what.words),
  what.touching.length > 0 ? el('ul', { class: 'touching' }, ...what.touching.map((one) => el('li', {}, el('span', { dir: 'auto' }, name(one)), el('span', { class: 'row' },
    button(words.say('Ledger.EditSource'), () => {
      dialog.close();
      what.edit(one.entry);
    }, { class: 'quiet' }),
    button(words.say('Ledger.Untie'), () => say(what.untie(one.entry)), { class: 'quiet' }))))) : null,
  what.listed.length > 0 ? field(words.say('Ledger.TheseWords'), belong) : null,
  fields.element, problems,
  el('div', { class: 'row' }, submit,
    what.takeOut ? button(words.say(entry?.state === 'Proposed' ? 'Ledger.Refuse' : 'Ledger.TakeOut'), () => {
      dialog.close();
      what.takeOut!();
    }, { class: 'button' }) : null,
    button(words.say('Cancel'), () => dialog.close(), { class: 'button' }))));
  fields.focus();
}
