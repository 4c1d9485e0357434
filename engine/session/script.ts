/** The script of a run (format.md section 2, `play`): read and checked before anything runs. */
import type { Data, Id, Instant, Json } from '../graph/types.js';
import { addDuration } from '../interpreter/timers.js';

export type ScriptEntry =
  | { kind: 'start'; data: Data }
  | { kind: 'complete'; element: Id; data: Data; by?: string }
  | { kind: 'advance'; by: string }
  | { kind: 'message'; name: string; key?: Json; data: Data }
  | { kind: 'signal'; name: string; data: Data }
  | { kind: 'fail'; element: Id; error?: string }
  | { kind: 'expect'; waiting: readonly Id[] };

/** Errors name the entry, counted from 1. */
export type ScriptRead = { ok: true; entries: ScriptEntry[] } | { ok: false; message: string };

export function readScript(json: unknown): ScriptRead {
  if (!Array.isArray(json)) return { ok: false, message: 'a script is a list of entries' };
  const entries: ScriptEntry[] = [];
  for (const [index, item] of json.entries()) {
    const entry = readEntry(item as unknown);
    if (typeof entry === 'string') return { ok: false, message: `entry ${index + 1}: ${entry}` };
    entries.push(entry);
  }
  return { ok: true, entries };
}

const KINDS: Record<string, readonly string[]> = {
  start: [], complete: ['data', 'by'], advance: [], message: ['key', 'data'], signal: ['data'], fail: ['error'], expect: [],
};

function readEntry(item: unknown): ScriptEntry | string {
  if (!isObject(item)) return 'not an object';
  const kind = Object.keys(KINDS).find((each) => each in item);
  if (kind === undefined) return `none of ${Object.keys(KINDS).join(', ')} is named`;
  const unknown = Object.keys(item).find((key) => key !== kind && !KINDS[kind]?.includes(key));
  if (unknown !== undefined) return `"${unknown}" is not known with "${kind}"`;
  const data = item['data'] ?? {};
  if (!isObject(data)) return '"data" is not an object';
  return makers[kind as ScriptEntry['kind']](item[kind], item, data as Data);
}

const makers: Record<ScriptEntry['kind'], (value: unknown, item: Record<string, unknown>, data: Data) => ScriptEntry | string> = {
  start: (value) => (isObject(value) ? { kind: 'start', data: value as Data } : '"start" is not an object'),
  complete: (value, item, data) => (typeof value === 'string'
    ? { kind: 'complete', element: value, data, ...(typeof item['by'] === 'string' ? { by: item['by'] } : {}) } : '"complete" is not the id of an element'),
  advance: (value) => (typeof value === 'string' && addDuration(0, value) !== undefined && (addDuration(0, value) ?? -1) >= 0
    ? { kind: 'advance', by: value } : '"advance" is not an ISO 8601 duration'),
  message: (value, item, data) => (typeof value === 'string' ? { kind: 'message', name: value, data, ...('key' in item ? { key: item['key'] as Json } : {}) } : '"message" is not a name'),
  signal: (value, _item, data) => (typeof value === 'string' ? { kind: 'signal', name: value, data } : '"signal" is not a name'),
  fail: (value, item) => (typeof value === 'string' ? { kind: 'fail', element: value, ...(typeof item['error'] === 'string' ? { error: item['error'] } : {}) } : '"fail" is not the id of an element'),
  expect: (value) => {
    const waiting = isObject(value) ? value['waiting'] : undefined;
    return Array.isArray(waiting) && waiting.every((each) => typeof each === 'string') ? { kind: 'expect', waiting } : '"expect" has no list "waiting" of element ids';
  },
};
function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** End of an `advance`, in calendar time. */
export function advanced(now: Instant, duration: string): Instant {
  return addDuration(now, duration) ?? now;
}
