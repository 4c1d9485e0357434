/** Reads a text from left to right; used for ISO 8601 texts, whose length is small and whose grammar is fixed. */
export class Cursor {
  at = 0;
  constructor(readonly text: string) {}

  get done(): boolean { return this.at >= this.text.length; }

  eat(...choices: string[]): string | undefined {
    const found = choices.find((choice) => this.text.startsWith(choice, this.at));
    if (found !== undefined) this.at += found.length;
    return found;
  }

  /** A run of `min` to `max` decimal digits; undefined, and nothing read, when there are fewer. */
  digits(min: number, max = min): string | undefined {
    let end = this.at;
    while (end < this.text.length && end - this.at < max && isDigit(this.text[end]!)) end++;
    if (end - this.at < min) return undefined;
    const run = this.text.slice(this.at, end);
    this.at = end;
    return run;
  }

  /** A number of exactly two digits up to `max`; NaN when there is none. */
  two(max: number): number {
    const run = this.digits(2);
    return run !== undefined && Number(run) <= max ? Number(run) : NaN;
  }
}

export const isDigit = (ch: string): boolean => ch >= '0' && ch <= '9';

export const pad = (value: number, width: number): string => String(value).padStart(width, '0');
