/** Sessions kept for a moment: read once, and never older than what this process wrote. */
import { MemoryStore, type SessionData } from 'express-session';
import { SessionCache } from '../../server/http/session-cache.js';

class CountingStore extends MemoryStore {
  reads = 0;
  /** Answers of `get` wait while this is set. */
  held: (() => void)[] | undefined;
  override get(sid: string, answer: (error: unknown, session?: SessionData | null) => void): void {
    this.reads += 1;
    super.get(sid, (error: unknown, session?: SessionData | null) => {
      if (this.held) this.held.push(() => { answer(error, session); });
      else answer(error, session);
    });
  }
}
const sessionOf = (personId: string): SessionData => ({ cookie: { originalMaxAge: 1_000, path: '/' }, personId, csrf: 'c' }) as SessionData;

let at = 0;
let inner: CountingStore;
let cache: SessionCache;
beforeEach(() => { at = 0; inner = new CountingStore(); cache = new SessionCache(inner, () => at); });

const get = (sid: string): Promise<SessionData | null | undefined> => new Promise((resolve, reject) => { cache.get(sid, (error, session) => { if (error) reject(error as Error); else resolve(session); }); });
const set = (sid: string, session: SessionData): Promise<void> => new Promise((resolve) => { cache.set(sid, session, () => { resolve(); }); });
const destroy = (sid: string): Promise<void> => new Promise((resolve) => { cache.destroy(sid, () => { resolve(); }); });

test('several requests at once read the store once, and each gets a copy of its own', async () => {
  await set('a', sessionOf('lan'));
  const first = await get('a');
  first!.personId = 'somebody else';
  expect((await get('a'))?.personId).toBe('lan');
  expect(inner.reads).toBe(1);
});

test('after the moment the store is asked again', async () => {
  await set('a', sessionOf('lan'));
  await get('a');
  at = 60_000;
  await get('a');
  expect(inner.reads).toBe(2);
});

test('what was written or ended here counts at once', async () => {
  await set('a', sessionOf('lan'));
  await get('a');
  await set('a', sessionOf('mai'));
  expect((await get('a'))?.personId).toBe('mai');
  await destroy('a');
  expect(await get('a')).toBeFalsy();
});

test('a reading that was overtaken by a sign-out does not bring the session back', async () => {
  await set('a', sessionOf('lan'));
  inner.held = [];
  const reading = get('a');
  while (inner.held.length === 0) await new Promise(setImmediate);
  const [release] = inner.held;
  inner.held = undefined;
  await destroy('a');
  release!();
  await reading;
  expect(await get('a')).toBeFalsy();
});
