// Passkeys: the browser is asked, and what it answers goes back in a form of the page. Forms say what they want in data-passkey.

type Form = HTMLFormElement & { dataset: { passkey: 'get' | 'create'; options: string; none: string; failed: string } };

let waiting: AbortController | undefined;

const token = (form: Form) => form.querySelector<HTMLInputElement>('[name="__RequestVerificationToken"]')!.value;

const say = (form: Form, sentence: string) => {
  const place = form.querySelector('[data-said]');
  if (place) place.textContent = sentence;
};

async function optionsOf(form: Form) {
  const answer = await fetch(form.dataset.options, { method: 'POST', headers: { RequestVerificationToken: token(form), Accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

async function ask(form: Form, mediation?: CredentialMediationRequirement) {
  waiting?.abort();
  const mine = (waiting = new AbortController());
  const json = await optionsOf(form);
  if (mine.signal.aborted) return null;
  if (form.dataset.passkey === 'create')
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(json), signal: mine.signal });
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(json), mediation, signal: mine.signal });
}

function send(form: Form, credential: Credential | null) {
  if (!credential) return;
  form.querySelector<HTMLInputElement>('[name="credential"]')!.value = JSON.stringify((credential as PublicKeyCredential).toJSON());
  form.submit();
}

const able = 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

for (const form of document.querySelectorAll<Form>('form[data-passkey]')) {
  if (!able) say(form, form.dataset.none);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!able) return;
    say(form, '');
    const button = form.querySelector<HTMLButtonElement>('button[type="submit"]');
    button?.setAttribute('aria-busy', 'true');
    try {
      send(form, await ask(form));
    } catch {
      say(form, form.dataset.failed);
    } finally {
      button?.removeAttribute('aria-busy');
    }
  });
}

// Where the browser can, it offers passkeys in the field for the e-mail address, without a button.
const door = document.querySelector<Form>('form[data-passkey="get"]');
if (door?.querySelector('button') && able && (await PublicKeyCredential.isConditionalMediationAvailable?.()))
  ask(door, 'conditional').then(
    (credential) => send(door, credential),
    () => undefined,
  );

export {};
