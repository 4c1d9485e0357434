/** What all commands share: reading files, printing JSON, and the one line that a bad input gets. */
import { readFileSync } from 'node:fs';

/** Ends the command with exit code 2; the message names the file and, where there is one, the field, line or element. */
export class BadInput extends Error {}

export function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new BadInput(`${file}: ${code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'is a folder' : `cannot be read (${code ?? 'unknown'})`}`);
  }
}
export function readTextFile(file: string): string {
  return readBytes(file).toString('utf8');
}
export function readJsonFile(file: string): unknown {
  const text = readTextFile(file);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new BadInput(`${file}: not JSON: ${(error as Error).message}`);
  }
}
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
