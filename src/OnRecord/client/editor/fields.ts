// The fields around the text, drawn by the server; only their names are known here. The lead picture's are drawn here.
import { mediaSource, readMedia } from './address';
import { button, el, field, put } from './dom';
import { PictureCard } from './picture-card';
import { pictureSource, type Library } from './pictures';
import type { Content, Lead } from './types';
import type { Words } from './words';

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const names = ['headline', 'deck', 'sectionId', 'language', 'byline', 'topics'] as const;
const listed = (text: string): string[] => text.split(',').map((part) => part.trim()).filter(Boolean);

export class Fields {
  private readonly lead: LeadPicture | null;
  private readonly inputs = new Map<string, Input>();

  constructor(root: HTMLElement, words: Words, library: Library, private kept: Omit<Content, 'text'>, changed: (name: string) => void) {
    for (const name of names) {
      const input = root.querySelector<Input>(`[name="${name}"]`);
      if (!input) continue;
      this.inputs.set(name, input);
      input.addEventListener('input', () => changed(name));
      // A headline is one line, however long.
      if (name === 'headline') input.addEventListener('keydown', (event) => (event as KeyboardEvent).key === 'Enter' && event.preventDefault());
    }
    const place = root.querySelector<HTMLElement>('.lead');
    this.lead = place ? new LeadPicture(place, words, library, () => changed('lead')) : null;
    this.write(kept);
  }

  read(): Omit<Content, 'text'> {
    const value = (name: string, otherwise: string) => this.inputs.get(name)?.value ?? otherwise;
    const { kept } = this;
    return {
      headline: value('headline', kept.headline).replace(/\s*\n\s*/g, ' '), deck: value('deck', kept.deck ?? '').trim() || null,
      language: value('language', kept.language) || kept.language, sectionId: value('sectionId', kept.sectionId ?? '') || null,
      byline: listed(value('byline', kept.byline.join(', '))), topics: listed(value('topics', kept.topics.join(', '))),
      lead: this.lead ? this.lead.value : kept.lead,
    };
  }

  write(content: Omit<Content, 'text'>): void {
    this.kept = content;
    const values: Record<string, string> = {
      headline: content.headline, deck: content.deck ?? '', language: content.language, sectionId: content.sectionId ?? '',
      byline: content.byline.join(', '), topics: content.topics.join(', '),
    };
    for (const [name, input] of this.inputs) {
      const now = name === 'byline' || name === 'topics' ? listed(input.value).join(', ') : input.value;
      if (now !== values[name]) put(input, values[name]!);
    }
    this.lead?.write(content.lead);
  }

  enable(editable: boolean): void {
    for (const input of this.inputs.values())
      if (input instanceof HTMLSelectElement) input.disabled = !editable;
      else input.readOnly = !editable;
    this.lead?.enable(editable);
  }

  focusLead(): void {
    this.lead?.focus();
  }
}

class LeadPicture {
  value: Lead | null = null;
  private readonly card: PictureCard;
  private readonly caption: HTMLTextAreaElement;
  private readonly figure: HTMLElement;
  private readonly choice: HTMLFieldSetElement;

  constructor(place: HTMLElement, words: Words, library: Library, private readonly changed: () => void) {
    const choose = async () => {
      const picture = await library.choose();
      if (!picture) return;
      const { sha256, width, height } = readMedia(pictureSource(picture))!;
      this.set({ sha256, width, height, alt: picture.alt ?? '', caption: picture.caption, credit: picture.credit, focusX: picture.focusX, focusY: picture.focusY });
    };
    this.card = new PictureCard(words, {
      set: ({ src: _, ...values }) => this.value && this.set({ ...this.value, ...values }),
      replace: () => void choose(), remove: () => this.set(null),
    });
    this.caption = el('textarea', { rows: '2', oninput: () => this.value && this.set({ ...this.value, caption: this.caption.value || null }) });
    this.card.fields.prepend(field(words.say('Caption'), this.caption));
    this.figure = el('div', { class: 'lead-picture' }, this.card.frame, this.card.fields);
    this.choice = el('fieldset', { class: 'fields' }, button(words.say('ChooseLead'), () => void choose(), { class: 'button' }));
    place.append(this.choice, this.figure);
  }

  write(lead: Lead | null): void {
    this.value = lead;
    this.figure.hidden = !lead;
    this.choice.hidden = lead !== null;
    if (!lead) return;
    put(this.caption, lead.caption ?? '');
    this.card.show({ src: lead.sha256 ? mediaSource(lead.sha256, lead.width, lead.height) : '', alt: lead.alt, credit: lead.credit, focusX: lead.focusX, focusY: lead.focusY });
  }

  enable(editable: boolean): void {
    this.card.fields.disabled = !editable;
    this.choice.disabled = !editable;
  }

  focus(): void {
    (this.value ? this.card.frame : this.choice.querySelector('button'))?.focus();
  }

  private set(lead: Lead | null): void {
    this.write(lead);
    this.changed();
  }
}
