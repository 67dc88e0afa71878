// What the ledger asks of the server. Whatever goes wrong comes back as sentences, and nothing here is changed by it.
import type { Api } from '../api';
import type { Words } from '../words';
import type { Copy, Found, LedgerState, Problem, Said, Source } from './types';

export type Outcome<T> = { value: T } | { problems: Problem[] };

export class LedgerApi {
  constructor(private readonly api: Api, private readonly words: Words) {}

  read = (): Promise<Outcome<LedgerState>> => this.ask('GET', this.at(''));
  find = (): Promise<Outcome<Found>> => this.ask('POST', this.at('/find'), {});
  put = (entry: string, said: Said): Promise<Outcome<LedgerState>> => this.ask('PUT', this.at(`/${entry}`), said);
  decide = (entry: string, act: 'accept' | 'refuse'): Promise<Outcome<LedgerState>> => this.ask('POST', this.at(`/${entry}/${act}`), {});
  approve = (source: string): Promise<Outcome<LedgerState>> => this.ask('POST', this.at(`/sources/${source}/approve`), {});

  copy(entry: string, what: { address: string } | { file: File; title: string }): Promise<Outcome<Copy>> {
    const form = new FormData();
    for (const [name, value] of Object.entries(what)) form.set(name, value);
    return this.ask('POST', this.at(`/${entry}/copies`), form);
  }

  async sources(query: string, kind: string): Promise<Source[]> {
    const found = await this.ask<Source[]>('GET', `/desk/sources/find?${new URLSearchParams({ q: query, kind })}`);
    return 'value' in found ? found.value : [];
  }

  private at = (path: string): string => `${this.api.base}/ledger${path}`;

  private async ask<T>(method: string, address: string, body?: unknown): Promise<Outcome<T>> {
    let answer = await this.api.reach(method, address, body);
    if (answer && method !== 'GET' && (answer.status === 400 || answer.status === 401)) {
      await this.api.renew();
      answer = await this.api.reach(method, address, body);
    }
    if (!answer) return this.wrong('Offline');
    const read = await answer.json().catch(() => null);
    if (answer.ok && read && !answer.redirected) return { value: read };
    if (Array.isArray(read?.problems) && read.problems.length > 0) return { problems: read.problems };
    if (answer.redirected || answer.status === 400 || answer.status === 401) return this.wrong('SignedOut');
    if (answer.status === 403) return typeof read?.title === 'string' ? { problems: [{ message: read.title }] } : this.wrong('Forbidden');
    if (answer.status === 404) return this.wrong('Gone');
    if (answer.status === 413) return this.wrong('TooLarge');
    return this.wrong(answer.status === 409 || answer.status === 423 ? 'Conflict' : 'Failed');
  }

  private wrong = (key: string): { problems: Problem[] } => ({ problems: [{ message: this.words.say(`Ledger.${key}`) }] });
}

export const told = (problems: Problem[]): string => problems.map((problem) => problem.message).join(' ');

// In order of making, as the server's own ids are.
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let time = Date.now();
  for (let at = 5; at >= 0; at--, time = Math.floor(time / 256)) bytes[at] = time % 256;
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
