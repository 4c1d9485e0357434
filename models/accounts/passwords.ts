/** Local passwords, kept as Argon2id hashes. An account is the id of a member of staff. */
import { randomBytes, randomInt } from 'node:crypto';
import { argon2id, hash, needsRehash, verify } from 'argon2';
import type { Directory } from '../directory.js';
import { wrongField } from '../problem.js';
import type { PasswordDoc } from '../schemas/account.js';
import type { Store } from '../store.js';
import { passwordFault, passwordTyped } from './password-policy.js';

/** The least that OWASP's password storage cheat sheet recommends: 19 MiB, two passes, one lane. */
const COST = { type: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Long enough to be handed over on paper on another working day. */
const TEMPORARY_MS = 3 * 86_400_000;
/** Without signs that are taken for one another. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP = 5;

export interface Temporary { password: string; until: Date }
interface Dependencies { store: Store; directory: Directory; now(): Date }

export class Passwords {
  /** Checked for accounts that have no password, so that they take the same time. */
  private readonly nobodys = hash(randomBytes(32).toString('base64'), COST);

  constructor(private readonly given: Dependencies) {
    // Whoever asks first hears of a failure; until then it is no unhandled one.
    this.nobodys.catch(() => undefined);
  }

  /** Whose it is, and whether it has to be changed; undefined alike for an unknown account, one without a password, one that has left, and a wrong password. */
  async check(account: string, typed: string): Promise<{ personId: string; mustChange: boolean } | undefined> {
    const { store, directory, now } = this.given;
    const kept = await store.passwords.findById(account).lean();
    const password = passwordTyped(typed);
    const isRight = await verify(kept?.hash ?? await this.nobodys, password);
    if (!kept || !isRight || (kept.until && kept.until <= now()) || !(await directory.actor(account))) return undefined;
    if (needsRehash(kept.hash, COST)) await store.passwords.updateOne({ _id: account, hash: kept.hash }, { $set: { hash: await hash(password, COST) } });
    return { personId: kept._id, mustChange: kept.until !== undefined };
  }

  /** By the person himself. Throws Refusal bad-request, naming the field `password`. */
  async choose(personId: string, typed: string, before: string): Promise<void> {
    const { directory } = this.given;
    const password = passwordTyped(typed);
    if (password === passwordTyped(before)) throw wrongField('password', 'same');
    const person = directory.person(personId);
    const fault = passwordFault(password, [personId, person?.name ?? '', person ? directory.agencyName(person.agencyId) : '']);
    if (fault) throw wrongField('password', fault);
    await this.keep(personId, password, personId);
  }

  /** Whoever signs in with it has to choose another. */
  async temporary(personId: string, by: string): Promise<Temporary> {
    const password = Array.from({ length: GROUPS }, () => Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')).join('-');
    const until = new Date(this.given.now().getTime() + TEMPORARY_MS);
    await this.keep(personId, password, by, until);
    return { password, until };
  }

  private async keep(_id: string, password: string, setBy: string, until?: Date): Promise<void> {
    const doc: Omit<PasswordDoc, '_id'> = { hash: await hash(password, COST), setAt: this.given.now(), setBy, ...(until ? { until } : {}) };
    await this.given.store.passwords.replaceOne({ _id }, doc, { upsert: true });
  }
}
