/** The open streams of this process: who gets them, what keeps them alive, when they end. */
import type { Response } from 'express';
import type { Logger } from 'pino';
import type { Actor, Directory } from '../../models/directory.js';
import type { ChangeFeed } from '../../models/live/feed.js';
import { Connection } from './connection.js';

interface Dependencies { changes: ChangeFeed; context: { directory: Pick<Directory, 'actor'> }; log: Pick<Logger, 'warn'>; heartbeatMs?: number }

/** Shorter than the idle times of common proxies. */
const HEARTBEAT_MS = 20_000;
/** Browser windows of one person; the windows of one browser share a stream. */
const MOST_PER_PERSON = 10;
const NO_MORE = 204;

interface Open { connection: Connection; isSignedIn(): Promise<boolean>; end(): void }

export class LiveStreams {
  private readonly open_ = new Set<Open>();
  private beating: NodeJS.Timeout | undefined;

  constructor(private readonly given: Dependencies) {}

  /** `last`: the id of the event that the client saw last; what came after it is told first. */
  async open(res: Response, actor: Actor, isSignedIn: () => Promise<boolean>, last?: string): Promise<void> {
    const own = [...this.open_].filter(({ connection }) => connection.actor.id === actor.id);
    if (own.length >= MOST_PER_PERSON) { res.status(NO_MORE).end(); return; }
    res.status(200).set({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no' });
    const connection = new Connection(res, actor);
    const unlisten = this.given.changes.listen(connection);
    const open: Open = { connection, isSignedIn, end: () => { res.end(); } };
    this.open_.add(open);
    res.once('close', () => { unlisten(); connection.close(); this.forget(open); });
    connection.hello();
    this.beating ??= this.startBeating();
    if (last !== undefined) await this.resume(connection, last);
  }

  close(): Promise<void> {
    for (const { end } of this.open_) end();
    return Promise.resolve();
  }

  private async resume(connection: Connection, last: string): Promise<void> {
    try {
      const missed = await this.given.changes.since(last);
      if (missed) missed.forEach((change) => { connection.changed(change); });
      else connection.lost();
    } catch {
      connection.lost();
    }
  }

  private forget(open: Open): void {
    this.open_.delete(open);
    if (this.open_.size > 0) return;
    clearInterval(this.beating);
    this.beating = undefined;
  }

  private startBeating(): NodeJS.Timeout {
    const timer = setInterval(() => { for (const open of this.open_) void this.beat(open); }, this.given.heartbeatMs ?? HEARTBEAT_MS);
    return timer.unref();
  }

  /** Shows that the stream is alive, and looks whether the person still is whom he was. */
  private async beat({ connection, isSignedIn, end }: Open): Promise<void> {
    try {
      const actor = await isSignedIn() ? await this.given.context.directory.actor(connection.actor.id) : undefined;
      if (!actor) { end(); return; }
      connection.actor = actor;
      connection.beat();
    } catch (error) {
      this.given.log.warn({ err: error }, 'a stream of events could not be looked after');
    }
  }
}
