/** Where a person is signed in, and how that is ended. */
import type { SessionDoc } from '../schemas/account.js';
import type { Store } from '../store.js';

/** The oldest is ended by one more. */
const MOST_PER_PERSON = 20;
/** However much it is used, a session ends after this time. */
export const ABSOLUTE_MS = 12 * 3_600_000;
/** Unused, it ends after this. */
export const IDLE_S = 2 * 3_600;
/** How often it is noted that a session is used. */
export const NOTED_S = 300;

export class PersonSessions {
  /** `forget`: what this process holds of sessions is read again. */
  constructor(private readonly store: Store, private readonly forget: () => void) {}

  /** The latest first. */
  async list(personId: string): Promise<SessionDoc[]> {
    return this.store.sessions.find({ 'session.personId': personId, expires: { $gt: new Date() } }).sort({ lastModified: -1 }).limit(MOST_PER_PERSON).lean();
  }

  /** One of the person's own; false when there is none such. */
  async end(personId: string, ref: string): Promise<boolean> {
    const { deletedCount } = await this.store.sessions.deleteOne({ 'session.personId': personId, 'session.ref': ref });
    this.forget();
    return deletedCount > 0;
  }

  /** All, or all but the one that is kept. */
  async endAll(personId: string, kept?: string): Promise<void> {
    await this.store.sessions.deleteMany({ 'session.personId': personId, ...(kept === undefined ? {} : { 'session.ref': { $ne: kept } }) });
    this.forget();
  }

  /** Called at a sign-in, so that there are never too many to list. */
  async endOldest(personId: string): Promise<void> {
    const tooMany = await this.store.sessions.find({ 'session.personId': personId }, { _id: 1 }).sort({ lastModified: -1 }).skip(MOST_PER_PERSON - 1).lean();
    if (tooMany.length > 0) await this.store.sessions.deleteMany({ _id: { $in: tooMany.map(({ _id }) => _id) } });
  }
}
