/** Rows of a CSV text that comes in pieces (RFC 4180; any one-character separator, line ends CRLF, LF or CR). */
import { LogError } from '../log/types.js';

const QUOTE = 34;
const LF = 10;
const CR = 13;

export type OnRow = (fields: readonly string[], line: number) => void;

export class CsvRows {
  private rest = '';
  private line = 1;
  private separator: number | undefined;

  /** Without a separator, the first row decides between comma, semicolon, tab and bar. */
  constructor(private readonly onRow: OnRow, separator?: string) {
    this.separator = separator?.charCodeAt(0);
  }

  push(text: string): void {
    this.rest = this.read(this.rest + text, false);
  }

  end(): void {
    this.rest = this.read(this.rest, true);
  }

  /** Gives the text of the row that is not complete yet. */
  private read(text: string, last: boolean): string {
    let at = 0;
    if (this.separator === undefined) {
      if (!last && !/\n|\r./.test(text)) return text;
      this.separator = separatorOf(text);
    }
    while (at < text.length) {
      const end = this.row(text, at, last);
      if (end < 0) break;
      at = end;
    }
    return text.slice(at);
  }

  /** Index after the row that begins at `from`, or -1 when its end has not come yet. */
  private row(text: string, from: number, last: boolean): number {
    const fields: string[] = [];
    const firstLine = this.line;
    let lines = 0;
    let at = from;
    for (;;) {
      let field: string;
      if (text.charCodeAt(at) === QUOTE) {
        const close = closingQuote(text, at + 1);
        if (close < 0 || (close + 1 === text.length && !last)) return this.unclosed(close < 0 && last, firstLine);
        field = text.slice(at + 1, close);
        lines += count(field);
        if (field.includes('"')) field = field.replaceAll('""', '"');
        at = close + 1;
        if (at < text.length && !this.endsField(text.charCodeAt(at))) throw new LogError('text after a closing quote', firstLine + lines);
      } else {
        const begin = at;
        while (at < text.length && !this.endsField(text.charCodeAt(at))) at += 1;
        field = text.slice(begin, at);
      }
      fields.push(field);
      if (at >= text.length && !last) return -1;
      if (text.charCodeAt(at) !== this.separator) break;
      at += 1;
    }
    if (text.charCodeAt(at) === CR) {
      if (at + 1 === text.length && !last) return -1;
      at += text.charCodeAt(at + 1) === LF ? 2 : 1;
    } else at += 1;
    this.line = firstLine + lines + 1;
    if (fields.length > 1 || fields[0] !== '') this.onRow(fields, firstLine);
    return at;
  }

  private endsField(code: number): boolean {
    return code === this.separator || code === LF || code === CR;
  }

  private unclosed(forGood: boolean, line: number): -1 {
    if (forGood) throw new LogError('a quote is never closed', line);
    return -1;
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  }
  return -1;
}

function count(field: string): number {
  let lines = 0;
  for (let at = field.indexOf('\n'); at >= 0; at = field.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** The candidate that occurs most often in the first row outside quotes; a comma when none does. */
function separatorOf(text: string): number {
  const first = /^(?:"[^"]*"|[^\r\n"])*/.exec(text)![0].replace(/"[^"]*"/g, '');
  const best = [',', ';', '\t', '|'].map((each) => ({ each, n: first.split(each).length })).reduce((a, b) => (b.n > a.n ? b : a));
  return best.each.charCodeAt(0);
}
