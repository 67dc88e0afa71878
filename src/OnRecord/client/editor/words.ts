// The words the editor shows, as the server passed them, with plurals and times in the desk's language.
export class Words {
  private readonly rules: Intl.PluralRules;
  private readonly clock: Intl.DateTimeFormat;
  private readonly day: Intl.DateTimeFormat;

  constructor(private readonly map: Record<string, string>, readonly language: string, timeZone?: string) {
    this.rules = new Intl.PluralRules(language);
    this.clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false, timeZone });
    this.day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hour12: false, timeZone });
  }

  say(key: string, ...values: (string | number)[]): string {
    return (this.map[key] ?? key).replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ''));
  }

  count(key: string, number: number, ...values: (string | number)[]): string {
    const form = `${key}.${this.rules.select(number)}`;
    return this.say(form in this.map ? form : `${key}.other`, number.toLocaleString(this.language), ...values);
  }

  time(at: string | number | Date): string {
    return this.clock.format(new Date(at));
  }

  // The clock alone for today, with its day otherwise.
  when(at: string | number | Date): string {
    const date = new Date(at);
    return date.toDateString() === new Date().toDateString() ? this.time(date) : this.day.format(date);
  }

  // A day without a clock, as 2026-03-13.
  date(day: string): string {
    const date = new Date(`${day}T00:00:00Z`);
    return Number.isNaN(date.getTime()) ? day : new Intl.DateTimeFormat(this.language === 'en' ? 'en-GB' : this.language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
  }

  languageName(tag: string): string {
    try {
      return new Intl.DisplayNames(this.language, { type: 'language' }).of(tag) ?? tag;
    } catch {
      return tag;
    }
  }
}
