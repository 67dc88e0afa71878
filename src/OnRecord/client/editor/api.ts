import type { Check, Comment, Content, Hold, Picture } from './types';

export type Draft = { revision: number; savedAt: string; savedBy: string | null; content: Content; hold: Hold; comments: Comment[] };
export type SaveAnswer =
  | { kind: 'saved'; revision: number; savedAt: string; checks: Check[]; state: string }
  | { kind: 'stale'; revision: number; by: string; at: string; content: Content }
  | { kind: 'held'; hold: Hold }
  | { kind: 'signedOut' | 'forbidden' | 'tooLarge' | 'unreachable' }
  | { kind: 'refused'; problems: { field: string; message: string }[] };

export class Refused extends Error {}

export class Api {
  constructor(readonly base: string, private readonly pictures: string, private token: string) {}

  async save(base: number, tab: string, content: Content): Promise<SaveAnswer> {
    const answer = await this.send('PUT', `${this.base}/draft`, { base, tab, content }).catch(() => null);
    if (!answer) return { kind: 'unreachable' };
    if (answer.redirected || answer.status === 401 || answer.status === 400) return { kind: 'signedOut' };
    if (answer.status === 403) return { kind: 'forbidden' };
    if (answer.status === 413) return { kind: 'tooLarge' };
    const body = await answer.json().catch(() => null);
    if (answer.ok && body) return { kind: 'saved', ...body };
    if (answer.status === 409 && body) return { kind: 'stale', ...body };
    if (answer.status === 423 && body) return { kind: 'held', hold: body.hold ?? body };
    if (answer.status === 422 && body) return { kind: 'refused', problems: body.problems ?? [] };
    return { kind: 'unreachable' };
  }

  // Signing in again may bring another token; the page knows it.
  async renew(): Promise<void> {
    const page = await fetch(location.href, { cache: 'no-store' }).catch(() => null);
    const token = page?.ok && !page.redirected ? /data-token="([^"]+)"/.exec(await page.text())?.[1] : null;
    if (token) this.token = token;
  }

  async draft(since: number): Promise<Draft | null> {
    const answer = await fetch(`${this.base}/draft?since=${since}`, { headers: { accept: 'application/json' }, cache: 'no-store' });
    return answer.status === 200 && !answer.redirected ? answer.json() : null;
  }

  async hold(tab: string, act: 'hold' | 'ask' | 'take' | 'release' | 'refuse', keepalive = false): Promise<Hold | null> {
    const answer = await this.send('POST', `${this.base}/hold`, { tab, act }, keepalive).catch(() => null);
    return answer && (answer.ok || answer.status === 423) && !answer.redirected ? answer.json().then((body) => body.hold ?? body) : null;
  }

  comment = (thread: string, replyTo: string | null, quote: string, text: string): Promise<Comment> =>
    this.expect('POST', `${this.base}/comments`, { thread, replyTo, quote, text });

  resolve = (thread: string, act: 'resolve' | 'reopen'): Promise<Comment[]> =>
    this.expect('POST', `${this.base}/comments/${encodeURIComponent(thread)}/${act}`, {});

  async find(query: string, after: string | null): Promise<{ pictures: Picture[]; next: string | null }> {
    const asked = new URLSearchParams({ q: query });
    if (after) asked.set('after', after);
    const answer = await fetch(`${this.pictures}.json?${asked}`, { headers: { accept: 'application/json' } });
    if (!answer.ok || answer.redirected) throw new Refused();
    return answer.json();
  }

  async upload(file: File): Promise<Picture> {
    const form = new FormData();
    form.set('file', file);
    const answer = await fetch(`${this.pictures}.json`, { method: 'POST', body: form, headers: { RequestVerificationToken: this.token, accept: 'application/json' } });
    const body = await answer.json().catch(() => null);
    if (answer.ok && body?.sha256) return body;
    throw new Refused((body?.problems ?? []).map((problem: { message: string }) => problem.message).join(' '));
  }

  // For parts of the editor with answers of their own; null where nothing answers.
  reach(method: string, address: string, body?: unknown): Promise<Response | null> {
    const form = body instanceof FormData;
    return fetch(address, {
      method, cache: 'no-store', signal: AbortSignal.timeout(form ? 90_000 : 20_000), body: form ? body : body === undefined ? null : JSON.stringify(body),
      headers: { ...(form || body === undefined ? {} : { 'content-type': 'application/json' }), accept: 'application/json', RequestVerificationToken: this.token },
    }).catch(() => null);
  }

  private async expect<T>(method: string, address: string, body: unknown): Promise<T> {
    const answer = await this.send(method, address, body);
    const read = await answer.json().catch(() => null);
    if (answer.ok && read && !answer.redirected) return read;
    throw new Refused((read?.problems ?? []).map((problem: { message: string }) => problem.message).join(' '));
  }

  private send(method: string, address: string, body: unknown, keepalive = false): Promise<Response> {
    return fetch(address, {
      method, keepalive, signal: AbortSignal.timeout(20_000), body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', accept: 'application/json', RequestVerificationToken: this.token },
    });
  }
}
