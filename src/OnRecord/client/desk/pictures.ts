// The picture library with a mouse and a keyboard; without this it works by its forms.

const said = (words: string, ...values: (string | number)[]) => values.reduce<string>((text, value, at) => text.replace(`{${at}}`, String(value)), words);

// A ring on the picture that sets the two numbers of the focal point, and shows at once how the picture will be cut.
class FocusPicker extends HTMLElement {
  connectedCallback() {
    const image = this.querySelector('img');
    const [x, y] = ['focus-x', 'focus-y'].map((id) => document.getElementById(id) as HTMLInputElement | null);
    if (!image || !x || !y) return;
    const ring = document.createElement('button');
    ring.type = 'button';
    this.append(ring);
    this.classList.add('ready');
    document.querySelector<HTMLElement>('[data-focus-hint]')?.removeAttribute('hidden');

    const percent = (field: HTMLInputElement) => Math.min(100, Math.max(0, Math.round(Number(field.value) || 0)));
    const show = () => {
      const [left, top] = [percent(x), percent(y)];
      ring.style.left = `${left}%`;
      ring.style.top = `${top}%`;
      ring.setAttribute('aria-label', said(this.dataset.label ?? '', left, top));
    };
    const cut = () => {
      for (const figure of document.querySelectorAll<HTMLElement>('[data-cut]')) preview(figure, image, percent(x), percent(y));
    };
    const set = (left: number, top: number) => {
      x.value = String(Math.min(100, Math.max(0, Math.round(left))));
      y.value = String(Math.min(100, Math.max(0, Math.round(top))));
      show();
      cut();
    };
    const at = (event: PointerEvent) => {
      const box = image.getBoundingClientRect();
      set(((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100);
    };
    this.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      ring.focus();
      this.setPointerCapture(event.pointerId);
      at(event);
    });
    this.addEventListener('pointermove', (event) => {
      if (this.hasPointerCapture(event.pointerId)) at(event);
    });
    ring.addEventListener('keydown', (event) => {
      const far = event.shiftKey ? 10 : 1;
      const step = { ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowDown: [0, far] }[event.key];
      if (!step) return;
      event.preventDefault();
      set(percent(x) + step[0]!, percent(y) + step[1]!);
    });
    for (const field of [x, y])
      field.addEventListener('input', () => {
        show();
        cut();
      });
    show();
  }
}

// The same arithmetic as on the server: the largest piece of the shape, as near around the point as the edges allow.
function preview(figure: HTMLElement, whole: HTMLImageElement, x: number, y: number) {
  const image = figure.querySelector('img');
  if (!image) return;
  const [width, height, shape] = [whole.width, whole.height, Number(figure.dataset.cut)];
  const piece = width / height > shape ? [height * shape, height] : [width, width / shape];
  const place = (length: number, part: number, focus: number) => {
    const room = length - part;
    return room < 1 ? 50 : (Math.min(room, Math.max(0, (length * focus) / 100 - part / 2)) / room) * 100;
  };
  if (image.parentElement instanceof HTMLPictureElement) image.parentElement.querySelectorAll('source').forEach((source) => source.remove());
  image.removeAttribute('srcset');
  if (image.src !== whole.currentSrc) image.src = whole.currentSrc;
  image.style.objectPosition = `${place(width, piece[0]!, x)}% ${place(height, piece[1]!, y)}%`;
}

customElements.define('focus-picker', FocusPicker);

// Files that are dropped or chosen go one by one, each with its own answer.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-bring]')) {
  const list = form.querySelector<HTMLElement>('[data-brought]')!;
  const input = form.querySelector<HTMLInputElement>('input[type=file]')!;
  form.querySelector<HTMLElement>('[data-drop-hint]')?.removeAttribute('hidden');

  const send = async (file: File) => {
    const line = document.createElement('li');
    line.textContent = said(form.dataset.sending!, file.name);
    list.append(line);
    const body = new FormData();
    body.append('file', file);
    try {
      const answer = await fetch('/desk/pictures.json', { method: 'POST', body, headers: { RequestVerificationToken: form.dataset.token! } });
      const told = await answer.json();
      line.className = answer.ok ? 'fine' : 'failed';
      line.textContent = answer.ok ? said(form.dataset.taken!, file.name) : (told.problems?.[0]?.message ?? told.title ?? said(form.dataset.failed!, file.name));
      return answer.ok;
    } catch {
      line.className = 'failed';
      line.textContent = said(form.dataset.failed!, file.name);
      return false;
    }
  };
  const sendAll = async (files: File[]) => {
    list.replaceChildren();
    form.setAttribute('aria-busy', 'true');
    let taken = 0;
    for (const file of files) if (await send(file)) taken++;
    form.removeAttribute('aria-busy');
    form.reset();
    if (taken === files.length) location.assign('/desk/pictures');
    else if (taken > 0) {
      const line = document.createElement('li');
      const link = document.createElement('a');
      link.href = '/desk/pictures';
      link.textContent = form.dataset.allTaken!;
      line.append(link);
      list.append(line);
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (input.files?.length) void sendAll([...input.files]);
  });
  for (const name of ['dragenter', 'dragover'])
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.add('over');
    });
  for (const name of ['dragleave', 'drop']) form.addEventListener(name, () => form.classList.remove('over'));
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) void sendAll(files);
  });
}
