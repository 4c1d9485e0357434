/** How much one person, or one program, may ask for: so many requests a minute, one file of a list at a time. Counted by each process for itself. */
import type { RequestHandler } from 'express';
import { RateLimiterMemory, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Settings } from '../../models/settings/settings.js';
import { ProblemError } from './problem.js';

const MINUTE_S = 60;
/** A file is made within seconds. */
const AGAIN_S = 3;

declare module 'express-serve-static-core' {
  interface Request { limits?: Limits }
}

export class Limits {
  private readonly people = new RateLimiterMemory({ points: 1, duration: MINUTE_S, keyPrefix: 'person' });
  private readonly programs = new RateLimiterMemory({ points: 1, duration: MINUTE_S, keyPrefix: 'program' });
  private readonly exporting = new Set<string>();

  constructor(private readonly settings: Settings) {}

  /** Throws ProblemError too-many-requests. Who is not signed in reaches nothing here but the sign-in, which counts by itself. */
  readonly count: RequestHandler = async (req, _res, next) => {
    req.limits = this;
    await this.settings.upToDate();
    this.people.points = this.settings.get('requests.perPerson');
    this.programs.points = this.settings.get('requests.perProgram');
    const wait = req.program !== undefined ? await waitOf(this.programs, req.program) : req.actor ? await waitOf(this.people, req.actor.id) : 0;
    if (wait > 0) throw new ProblemError('too-many-requests', { retryAfter: wait });
    next();
  };

  /** Answers what ends it. Throws ProblemError export-running. */
  beginExport(personId: string): () => void {
    if (this.exporting.has(personId)) throw new ProblemError('export-running', { retryAfter: AGAIN_S });
    this.exporting.add(personId);
    return () => { this.exporting.delete(personId); };
  }
}

/** Seconds; none when the request may go on. */
export async function waitOf(limiter: RateLimiterAbstract, key: string): Promise<number> {
  try {
    await limiter.consume(key, 1);
    return 0;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
  }
}
