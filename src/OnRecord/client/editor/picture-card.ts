// A picture with what must be said of it: credit, alt text, and the point a cut must keep.
import { readMedia, rendition } from './address';
import { button, el, field, put } from './dom';
import type { Words } from './words';

export type CardValues = { src: string; alt: string; credit: string | null; focusX: number | null; focusY: number | null };
export type CardActs = { set: (values: Partial<CardValues>) => void; replace: () => void; remove: () => void };

export class PictureCard {
  readonly frame: HTMLButtonElement;
  readonly fields: HTMLFieldSetElement;
  private readonly image = el('img', { alt: '', draggable: 'false' });
  private readonly dot = el('span', { class: 'dot' });
  private readonly waiting = el('span', { class: 'waiting' });
  private readonly alt: HTMLTextAreaElement;
  private readonly credit: HTMLInputElement;
  private readonly missing = el('p', { class: 'missing' });
  private values!: CardValues;

  constructor(private readonly words: Words, private readonly acts: CardActs) {
    this.frame = el('button', { type: 'button', class: 'frame', onclick: (event: Event) => this.point(event as MouseEvent), onkeydown: (event: Event) => this.nudge(event as KeyboardEvent) },
      this.image, this.dot, this.waiting);
    this.alt = el('textarea', { rows: '2', oninput: () => acts.set({ alt: this.alt.value }) });
    this.credit = el('input', { oninput: () => acts.set({ credit: this.credit.value || null }) });
    this.fields = el('fieldset', { class: 'fields picture-fields' },
      field(words.say('AltText'), this.alt), field(words.say('Credit'), this.credit), this.missing,
      el('div', { class: 'row' },
        button(words.say('ReplacePicture'), acts.replace, { class: 'quiet' }),
        button(words.say('RemovePicture'), acts.remove, { class: 'quiet' }),
        button(words.say('CentreFocus'), () => acts.set({ focusX: null, focusY: null }), { class: 'quiet' })));
  }

  show(values: CardValues): void {
    const { words } = this;
    if (values.src !== this.values?.src) this.showPicture(values.src);
    this.values = values;
    put(this.alt, values.alt);
    put(this.credit, values.credit ?? '');
    const [x, y] = [values.focusX ?? 50, values.focusY ?? 50];
    this.dot.style.left = `${x}%`;
    this.dot.style.top = `${y}%`;
    this.frame.setAttribute('aria-label', words.say('FocalPoint', x, y));
    const missing = [values.alt.trim() ? '' : words.say('AltMissing'), values.credit?.trim() ? '' : words.say('CreditMissing')].filter(Boolean);
    this.missing.textContent = missing.join(' ');
    this.missing.hidden = missing.length === 0;
    this.alt.setAttribute('aria-invalid', String(!values.alt.trim()));
    this.credit.setAttribute('aria-invalid', String(!values.credit?.trim()));
  }

  private showPicture(src: string): void {
    const media = readMedia(src);
    this.image.hidden = !media;
    this.dot.hidden = !media;
    this.waiting.hidden = media !== null;
    if (media) {
      this.image.width = media.width;
      this.image.height = media.height;
      this.image.src = rendition(media, 800);
    } else this.waiting.textContent = src.startsWith('pending:') ? this.words.say('Uploading') : this.words.say('PictureElsewhere', src);
  }

  private point(event: MouseEvent): void {
    // A click made by the keyboard names no place.
    if (event.detail === 0 || this.image.hidden || this.fields.disabled) return;
    const box = this.image.getBoundingClientRect();
    this.focusAt(((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100);
  }

  private nudge(event: KeyboardEvent): void {
    const far = event.shiftKey ? 1 : 5;
    const move = { ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowDown: [0, far] }[event.key];
    if (!move || this.fields.disabled || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.focusAt((this.values.focusX ?? 50) + move[0]!, (this.values.focusY ?? 50) + move[1]!);
  }

  private focusAt(x: number, y: number): void {
    const within = (value: number) => Math.round(Math.min(100, Math.max(0, value)));
    this.acts.set({ focusX: within(x), focusY: within(y) });
  }
}
