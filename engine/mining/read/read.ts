/** Event logs from text, the format told by how it begins. */
import type { EventLog } from '../log/types.js';
import { CsvReader, type ReadOptions } from './csv.js';
import { OcelReader } from './ocel.js';
import { XesReader } from './xes.js';

export interface LogReader {
  /** The next piece of the text. Throws `LogError`. */
  push(text: string): void;
  /** Throws `LogError`. */
  end(): EventLog;
}

/** `head`: the beginning of the text, at least its first character that is no blank. */
export function readerFor(head: string, options: ReadOptions = {}): LogReader {
  if (/^\uFEFF?\s*</.test(head)) return new XesReader(options);
  return /^\uFEFF?\s*\{/.test(head) ? new OcelReader(options) : new CsvReader(options);
}

/** A whole log at once. Throws `LogError` with the line. */
export function readLog(text: string, options: ReadOptions = {}): EventLog {
  const reader = readerFor(text.slice(0, 1000), options);
  reader.push(text);
  return reader.end();
}
