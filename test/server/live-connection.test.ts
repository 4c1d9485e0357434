/** One stream to a browser that does not read: what is held for it stays small, and nothing is left out when it reads again. */
import type { Actor } from '../../models/directory.js';
import { Connection } from '../../server/live/connection.js';

const actor = { id: 'lan', agencyId: 'a', departmentIds: ['d'] } as unknown as Actor;
const change = (n: number, more: object = {}) => ({ _id: `${String(n).padStart(9, '0')}-p-0000`, dossierId: `dossier-${n}`, agencies: ['a'], departments: [], people: [], told: [], ...more });

class SlowReader {
  readonly written: string[] = [];
  writableNeedDrain = false;
  private drained: (() => void) | undefined;
  write(text: string): boolean { this.written.push(text); return true; }
  once(_event: string, then: () => void): this { this.drained = then; return this; }
  get waits(): boolean { return this.drained !== undefined; }
  drain(): void { this.writableNeedDrain = false; this.drained?.(); this.drained = undefined; }
}

beforeEach(() => { jest.useFakeTimers(); });
afterEach(() => { jest.useRealTimers(); });
const open = () => {
  const reader = new SlowReader();
  return { reader, connection: new Connection(reader as never, actor) };
};

test('hints of a moment are one message', () => {
  const { reader, connection } = open();
  [1, 2, 2].forEach((n) => { connection.changed(change(n)); });
  connection.changed(change(3, { agencies: ['other'] }));
  jest.runOnlyPendingTimers();
  expect(reader.written).toEqual(['event: changed\nid: 000000002-p-0000\ndata: {"dossiers":["dossier-1","dossier-2"],"near":false,"notices":false}\n\n']);
});

test('while nobody reads, thousands of hints are one bounded message; the heartbeat waits too', () => {
  const { reader, connection } = open();
  reader.writableNeedDrain = true;
  for (let n = 0; n < 5_000; n += 1) { connection.changed(change(n)); jest.advanceTimersByTime(1); }
  jest.runOnlyPendingTimers();
  connection.beat();
  expect([reader.written, reader.waits]).toEqual([[], true]);
  reader.drain();
  expect(reader.written).toEqual(['event: changed\nid: 000004999-p-0000\ndata: {"dossiers":null,"near":false,"notices":false}\n\n']);
});

test('a closed stream is written to no more', () => {
  const { reader, connection } = open();
  connection.changed(change(1));
  connection.close();
  jest.runAllTimers();
  connection.changed(change(2));
  jest.runAllTimers();
  expect(reader.written).toEqual([]);
});
