/** Tries are counted by what is asked for and by address, in the database, so that several processes count together. */
import { RateLimiterMongo } from 'rate-limiter-flexible';
import type { QueryContext } from '../models/queries/context.js';
import { waitOf } from './http/limits.js';

const MINUTE_S = 60;

/** What a count is called in the database, and the settings that say how many tries there are and how long one waits after them. */
export interface Counted {
  subject: string; address: string;
  settings: { perSubject: 'follow.triesPerCode' | 'signIn.triesPerAccount'; perAddress: 'follow.triesPerAddress' | 'signIn.triesPerAddress'; wait: 'follow.waitMinutes' | 'signIn.waitMinutes' };
}

/** Look-ups of dossiers by citizens. */
export const FOLLOWING: Counted = { subject: 'code', address: 'address', settings: { perSubject: 'follow.triesPerCode', perAddress: 'follow.triesPerAddress', wait: 'follow.waitMinutes' } };
/** Files that anybody has checked: each costs time, right or not. */
export const VERIFYING: Counted = { ...FOLLOWING, subject: 'verified', address: 'verifier' };
/** Passwords. */
export const SIGNING_IN: Counted = { subject: 'account', address: 'sign-in', settings: { perSubject: 'signIn.triesPerAccount', perAddress: 'signIn.triesPerAddress', wait: 'signIn.waitMinutes' } };

export class TryGuard {
  private readonly subjects: RateLimiterMongo;
  private readonly addresses: RateLimiterMongo;

  constructor(private readonly context: QueryContext, private readonly counted: Counted) {
    // The library's own indexes would need a TTL, which the embedded database does not know; ours are in the schema.
    const options = { storeClient: context.store.connection.db, tableName: context.store.tries.collection.name, disableIndexesCreation: true, points: 1, duration: MINUTE_S };
    this.subjects = new RateLimiterMongo({ ...options, keyPrefix: counted.subject });
    this.addresses = new RateLimiterMongo({ ...options, keyPrefix: counted.address });
  }

  /**
   * Seconds to wait, or undefined when the try counts and may go on. Counts before anything is looked up, so that tries
   * at the same time cannot slip through; a right answer is taken back.
   */
  async enter(subject: string, address: string): Promise<number | undefined> {
    const { settings } = this.context;
    const { perSubject, perAddress, wait } = this.counted.settings;
    await settings.upToDate();
    for (const limiter of [this.subjects, this.addresses]) limiter.duration = settings.get(wait) * MINUTE_S;
    this.subjects.points = settings.get(perSubject);
    this.addresses.points = settings.get(perAddress);
    const waits = await Promise.all([waitOf(this.addresses, this.key(address)), waitOf(this.subjects, this.key(subject))]);
    const longest = Math.max(...waits);
    return longest > 0 ? longest : undefined;
  }

  async right(subject: string, address: string): Promise<void> {
    await Promise.all([this.subjects.reward(this.key(subject), 1), this.addresses.reward(this.key(address), 1)]);
  }

  /** Whoever is to be let in again need not wait. */
  async forget(subject: string): Promise<void> {
    await this.subjects.delete(this.key(subject));
  }

  /** Neither numbers nor addresses are kept as they are. */
  private key(value: string): string {
    return this.context.tracking.pseudonym(value);
  }
}

/** Takes away what no longer counts, whatever it was counted for. */
export async function forgetTries(context: QueryContext): Promise<void> {
  await context.store.tries.deleteMany({ expire: { $lt: new Date() } });
}
