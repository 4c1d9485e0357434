/** What all commands share: exit codes, reading files, printing answers, and the one line that a bad input gets. */
import { accessSync, constants, readFileSync, statSync, writeFileSync } from 'node:fs';

/** Exit codes of format.md section 2; FAULT is an error of the program itself. A command sets `process.exitCode`. */
export const EXIT = { GOOD: 0, NO: 1, BAD_INPUT: 2, FAULT: 70 } as const;

/** Ends the command with exit code 2; the message names the file and, where there is one, the field, line or element. */
export class BadInput extends Error {}

export function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}
/** For files that are read piece by piece: refuses at once what `readBytes` would refuse. */
export function checkReadable(file: string): void {
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    throw unreadable(file, error);
  }
  if (statSync(file).isDirectory()) throw unreadable(file, { code: 'EISDIR' });
}
function unreadable(file: string, error: unknown): BadInput {
  const { code } = error as NodeJS.ErrnoException;
  return new BadInput(`${file}: ${code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'is a folder' : `cannot be read (${code ?? 'unknown'})`}`);
}
export function readTextFile(file: string): string {
  return readBytes(file).toString('utf8');
}
export function writeTextFile(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new BadInput(`${file}: cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}
export function readJsonFile(file: string): unknown {
  const text = readTextFile(file).replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new BadInput(`${file}:${lineOfJsonError(text)}: not JSON: ${(error as Error).message}`);
  }
}

/** Line of the first error. Node often gives no position, so this looks for the shortest run of lines that no rest can mend. */
function lineOfJsonError(text: string): number {
  const lines = text.split('\n');
  let low = 1;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isOnlyCutShort(lines.slice(0, middle).join('\n'))) low = middle + 1;
    else high = middle;
  }
  return low;
}
function isOnlyCutShort(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const { message } = error as Error;
    return /end of JSON input|Unterminated string/.test(message) || message.endsWith(`at position ${text.length}`);
  }
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Rows for people, columns as wide as their widest cell. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) => `${cells.map((cell, i) => cell.padEnd(widths[i]!)).join('  ').trimEnd()}\n`;
  process.stdout.write([head, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join(''));
}
