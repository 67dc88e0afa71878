// On a phone the sections run out of the window: the one that is shown is brought into sight.
const here = document.querySelector<HTMLElement>('.masthead [aria-current]');
if (here?.parentElement) {
  const [place, row] = [here.getBoundingClientRect(), here.parentElement.getBoundingClientRect()];
  here.parentElement.scrollLeft += place.left + place.width / 2 - (row.left + row.width / 2);
}

// Sharing by link. Without this script the link is an ordinary link.
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-share]')) {
  link.addEventListener('click', async (event) => {
    event.preventDefault();
    const said = link.textContent;
    try {
      if (navigator.share) return await navigator.share({ title: link.dataset.title, url: link.href });
      await navigator.clipboard.writeText(link.href);
      link.textContent = link.dataset.copied ?? said;
      link.setAttribute('role', 'status');
      setTimeout(() => { link.textContent = said; link.removeAttribute('role'); }, 2500);
    } catch (refused) {
      if ((refused as Error).name !== 'AbortError') location.assign(link.href);
    }
  });
}

// A page checks itself by a script that is fetched only then. Without this script the link leads to how it is done by hand.
for (const asked of document.querySelectorAll<HTMLElement>('[data-check]')) {
  const button = asked.closest<HTMLElement>('.by-script');
  if (button) button.hidden = false;
  asked.addEventListener('click', async (event) => {
    event.preventDefault();
    try {
      const { run } = (await import(asked.dataset.check!)) as { run: (asked: HTMLElement) => Promise<void> };
      await run(asked);
    } catch {
      if (asked instanceof HTMLAnchorElement) location.assign(asked.href);
    }
  });
}

// Whoever begins a comment gets what is only for them. Without it the form is an ordinary form.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-comment]')) {
  form.addEventListener('focusin', async () => {
    const { attend } = (await import(form.dataset.comment!)) as { attend: (form: HTMLFormElement) => void };
    attend(form);
  }, { once: true });
}

// A comment was taken: its draft is kept no longer.
const sent = document.querySelector<HTMLElement>('[data-sent]')?.dataset.sent;
try {
  if (sent) localStorage.removeItem(`comment ${sent}`);
} catch { /* No storage, no draft. */ }
