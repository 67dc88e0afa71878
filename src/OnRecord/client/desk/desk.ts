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

// A form beside the text waits until the text is saved, so that what is sent on is what was written.
document.addEventListener('submit', async (event) => {
  const form = event.target as HTMLFormElement;
  const editor = document.querySelector('story-editor') as (HTMLElement & { flush?: () => Promise<boolean> }) | null;
  if (event.defaultPrevented || !form.matches('[data-after-save]') || !editor?.flush || form.dataset.saved) return;
  event.preventDefault();
  const { submitter } = event;
  if (!(await editor.flush())) return;
  form.dataset.saved = 'yes';
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
