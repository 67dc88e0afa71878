// What makes every page of the desk quicker; each works without it.

// A page that came back with problems begins at them.
document.getElementById('problems')?.focus();

// What would be hard to take back asks first.
document.addEventListener('submit', (event) => {
  const question = (event.submitter as HTMLElement | null)?.dataset.confirm ?? (event.target as HTMLElement).dataset.confirm;
  if (question && !confirm(question)) event.preventDefault();
});

// Choices that narrow a list take effect at once.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-at-once]'))
  form.addEventListener('change', () => form.requestSubmit());

// Fields that belong to one choice show with it, and are asked for with it. Without this all of them show, and the answer says what is missing.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-choice]')) {
  const follow = () => {
    const chosen = form.querySelector<HTMLInputElement>(`input[name="${form.dataset.choice}"]:is(:checked, [type="hidden"])`)?.value ?? '';
    for (const part of form.querySelectorAll<HTMLElement>('[data-for]')) part.hidden = !part.dataset.for!.split(' ').includes(chosen);
    for (const field of form.querySelectorAll<HTMLTextAreaElement>('[data-needed]')) field.required = field.dataset.needed!.split(' ').includes(chosen);
  };
  form.addEventListener('change', follow);
  follow();
}

// A form beside the text waits until the text is saved, so that what is sent on is what was written.
document.addEventListener('submit', async (event) => {
  const form = event.target as HTMLFormElement;
  const editor = document.querySelector('story-editor') as (HTMLElement & { flush?: () => Promise<boolean> }) | null;
  if (event.defaultPrevented || !form.matches('[data-after-save]') || !editor?.flush || form.dataset.saved) return;
  event.preventDefault();
  const { submitter } = event;
  if (!(await editor.flush())) return editor.querySelector('.saved')?.scrollIntoView({ block: 'center' });
  form.dataset.saved = 'yes';
  // A form that is still being sent is not sent again.
  await new Promise((later) => setTimeout(later));
  form.requestSubmit(submitter as HTMLElement | null);
});

// The checklist follows the text.
document.addEventListener('draft-saved', (event) => {
  const list = document.querySelector('[data-checks]');
  const { checks } = (event as CustomEvent<{ checks: { level: string; message: string; place: string }[] }>).detail;
  if (!list || !checks) return;
  list.replaceChildren(
    ...checks.map(({ level, message, place }) => {
      const item = document.createElement('li');
      item.className = level === 'stops' ? 'no' : level === 'advises' ? 'may' : 'ok';
      const words = document.createElement(level === 'fine' ? 'span' : 'a');
      words.textContent = message;
      if (words instanceof HTMLAnchorElement) words.href = `#${place}`;
      item.append(words);
      return item;
    }),
  );
});

// A finding leads to its place: the second picture of the text, the suggestions in the side, words and their note in the editor.
type Places = HTMLElement & { goTo?: (place: string) => boolean };
const placeOf = (hash: string): Element | null => {
  const picture = /^#figure-(\d+)$/.exec(hash);
  if (picture) return document.querySelectorAll('story-editor .ProseMirror figure')[Number(picture[1]) - 1] ?? null;
  return hash === '#suggestions' ? document.querySelector('.suggestions') : hash === '#text' ? document.querySelector('story-editor .ProseMirror') : null;
};
const goTo = (hash: string): boolean => {
  if (document.querySelector<Places>('story-editor')?.goTo?.(hash.slice(1))) return true;
  const place = placeOf(hash);
  place?.scrollIntoView({ block: 'center' });
  (place?.matches('.ProseMirror') ? (place as HTMLElement) : place?.querySelector<HTMLElement>('input, textarea, button'))?.focus({ preventScroll: true });
  return place !== null;
};
addEventListener('hashchange', () => goTo(location.hash));
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('[data-checks] a');
  if (link && link.pathname === location.pathname && goTo(link.hash)) event.preventDefault();
});
if (location.hash && document.querySelector('story-editor')) void customElements.whenDefined('story-editor').then(() => setTimeout(() => goTo(location.hash), 600));

// A first change to a live story begins an update, a change to an approved one ends the approval: what stands beside the text follows.
let state = document.querySelector('[data-state]')?.getAttribute('data-state');
document.addEventListener('draft-saved', async (event) => {
  const now = (event as CustomEvent<{ state?: string }>).detail.state;
  if (!state || !now || now === state) return;
  state = now;
  const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of ['#state', '.path']) {
    const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
    if (old && fresh) old.replaceWith(document.adoptNode(fresh));
  }
});
