// For whoever writes a comment: the words are kept until they are sent, and while very many comments come, the browser works for this one.
import { work } from './work';

type Challenge = { challenge: string; bits: number };

export const attend = (form: HTMLFormElement) => {
  const text = form.elements.namedItem('text') as HTMLTextAreaElement;
  const button = form.querySelector('button')!;
  const status = document.createElement('p');
  status.className = 'small status';
  status.setAttribute('role', 'status');
  button.after(status);
  keepDraft(form, text, status);

  let asked = false;
  form.addEventListener('submit', async (event) => {
    put(form, 'took', `${Math.round(performance.now())}`);
    if (asked) return;
    event.preventDefault();
    asked = true;
    button.disabled = true;
    try {
      const answer = await fetch(`/comments/work?story=${form.dataset.story}`);
      if (answer.status === 200) {
        status.textContent = form.dataset.working!;
        const { challenge, bits } = (await answer.json()) as Challenge;
        put(form, 'work', await work(challenge, bits));
      }
    } catch { /* It is sent all the same, and a moderator reads it. */ }
    button.disabled = false;
    form.requestSubmit(button);
  });
  // Back in the browser's history: the same form once more.
  addEventListener('pageshow', () => { asked = false; status.textContent = ''; });
};

const keepDraft = (form: HTMLFormElement, text: HTMLTextAreaElement, status: HTMLElement) => {
  const key = `comment ${form.dataset.story}`;
  try {
    const kept = localStorage.getItem(key);
    if (kept && !text.value) {
      text.value = kept;
      status.textContent = form.dataset.kept!;
    }
    text.addEventListener('input', () => {
      try {
        if (text.value.trim()) localStorage.setItem(key, text.value);
        else localStorage.removeItem(key);
      } catch { /* Full. */ }
    });
  } catch { /* No storage, no draft. */ }
};

const put = (form: HTMLFormElement, name: string, value: string) => {
  let field = form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`);
  if (!field) {
    field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    form.append(field);
  }
  field.value = value;
};
