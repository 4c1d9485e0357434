/** Numbers of a register: consecutive, without gaps, whoever receives at the same time and whatever fails in between. */
import { deskDay } from '../desk.js';
import { isDuplicate, type Store } from '../store.js';

export interface Register {
  /** One series of numbers, such as `dossiers:UBA:2026`. */
  series: string;
  pattern: string; agencyCode: string;
  /** `yyyymmdd` */
  day: string;
}

export function registerOf(agencyCode: string, at: Date, rules: { 'register.pattern': string; 'register.period': 'ever' | 'year' }): Register {
  const day = deskDay(at).replaceAll('-', '');
  const period = rules['register.period'] === 'year' ? `:${day.slice(0, 4)}` : '';
  return { series: `dossiers:${agencyCode}${period}`, pattern: rules['register.pattern'], agencyCode, day };
}

/** `{agency}`, `{date}` and `{number}`, with its digits as in `{number:7}`; everything else as it stands. */
export function numberText({ pattern, agencyCode, day }: Register, n: number): string {
  return pattern.replace(/\{(agency|date|number)(?::(\d+))?\}/g, (_all, name: string, digits?: string) => {
    if (name === 'agency') return agencyCode;
    return name === 'date' ? day : String(n).padStart(Number(digits ?? 0), '0');
  });
}

export class Numbers {
  /** The last number known to be taken, by series; a hint that saves reading. */
  private readonly last = new Map<string, number>();
  /** One after another within this process; between processes the unique index decides. */
  private readonly turn = new Map<string, Promise<unknown>>();

  constructor(private readonly store: Store) {}

  /**
   * `enter` writes the register entry under the number, which a unique index lets only one do. A number is tried only
   * when the one before is taken, so that none is left out; one that was not entered is the next to be tried again.
   * Throws what `enter` throws for another reason than a number already taken.
   */
  async take<T>({ series }: Register, enter: (n: number) => Promise<T>): Promise<T> {
    const before = this.turn.get(series) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(() => this.enterNext(series, enter));
    this.turn.set(series, mine);
    mine.catch(() => undefined).finally(() => { if (this.turn.get(series) === mine) this.turn.delete(series); });
    const { entered, n } = await mine;
    // The next number does not wait for the counter.
    await this.store.counters.updateOne({ _id: series }, { $max: { n } }, { upsert: true }).catch(forgiven);
    return entered;
  }

  private async enterNext<T>(series: string, enter: (n: number) => Promise<T>): Promise<{ entered: T; n: number }> {
    for (let n = (this.last.get(series) ?? await this.stored(series)) + 1; ; n += 1) {
      try {
        const entered = await enter(n);
        this.last.set(series, n);
        return { entered, n };
      } catch (error) {
        if (!isNumberTaken(error)) throw error;
        this.last.set(series, n);
      }
    }
  }

  private async stored(series: string): Promise<number> {
    return (await this.store.counters.findById(series).lean())?.n ?? 0;
  }
}

/** The counter only says where to begin looking: one that lags is caught up with by what the index refuses. */
function forgiven(): void { /* the entry is written, and that is what counts */ }

export function isNumberTaken(error: unknown): boolean {
  return isDuplicate(error) && /registerNo/.test((error as { message?: string }).message ?? '');
}
