/**
 * Sessions kept for a moment in front of their store: a page asks for several things at once, and a click should not pay
 * a read for knowing again who clicks. What this process changes or ends counts at once; what another one ends, after
 * the moment has passed.
 */
import { Store as SessionStore, type SessionData } from 'express-session';

const KEPT_MS = 10_000;
const MOST_KEPT = 10_000;

interface Kept { json: string; lastModified: unknown; until: number }
type Answer = (error: unknown, session?: SessionData | null) => void;
/** connect-mongo notes on the session when it was last written, to write it less often. */
type Noted = SessionData & { lastModified?: unknown };

export class SessionCache extends SessionStore {
  private readonly kept = new Map<string, Kept>();
  /** Counts what was written, so that a reading that was overtaken by a writing is not kept. */
  private writings = 0;

  constructor(private readonly inner: SessionStore, private readonly now: () => number = () => performance.now()) {
    super();
  }

  override get(sid: string, answer: Answer): void {
    const known = this.kept.get(sid);
    // A copy for each request: the middleware builds its own object from what it is given.
    if (known && known.until > this.now()) { answer(null, restored(known)); return; }
    const { writings } = this;
    this.inner.get(sid, (error: unknown, session?: SessionData | null) => {
      if (!error && session && writings === this.writings) this.keep(sid, session);
      answer(error, session);
    });
  }
  override set(sid: string, session: SessionData, done?: (error?: unknown) => void): void {
    this.forget(sid);
    this.inner.set(sid, session, (error?: unknown) => { this.forget(sid); done?.(error); });
  }
  override destroy(sid: string, done?: (error?: unknown) => void): void {
    this.forget(sid);
    this.inner.destroy(sid, (error?: unknown) => { this.forget(sid); done?.(error); });
  }
  override touch(sid: string, session: SessionData, done?: () => void): void {
    if (this.inner.touch) this.inner.touch(sid, session, done);
    else done?.();
  }

  /** Somebody has ended sessions by another way: all are read again. */
  forgetAll(): void {
    this.writings += 1;
    this.kept.clear();
  }
  private forget(sid: string): void {
    this.writings += 1;
    this.kept.delete(sid);
  }
  private keep(sid: string, session: Noted): void {
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(sid, { json: JSON.stringify(session), lastModified: session.lastModified, until: this.now() + KEPT_MS });
  }
}

function restored({ json, lastModified }: Kept): SessionData {
  return { ...(JSON.parse(json) as SessionData), ...(lastModified === undefined ? {} : { lastModified }) };
}
