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
