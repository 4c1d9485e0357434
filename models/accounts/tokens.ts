/** Tokens of programs: made and revoked by administrators of the agency, looked up without a read for each request. */
import { createHash, randomBytes } from 'node:crypto';
import type { Page, Scope, TokenRow } from '../../server/contract.js';
import type { Actor, Directory } from '../directory.js';
import { Refusal, wrongField } from '../problem.js';
import { skipOf, type Paging } from '../queries/context.js';
import { mayAdminister } from '../rights.js';
import type { TokenDoc } from '../schemas/token.js';
import type { Store } from '../store.js';

/** Recognised by programs that look for secrets in files. */
const PREFIX = 'dossierflow_';
const DAY_MS = 86_400_000;
const KEPT_MS = 10_000;
const MOST_KEPT = 1_000;
const NOTED_MS = 300_000;

interface Dependencies { store: Store; directory: Directory }
export interface NewToken { name: string; personId: string; scopes: Scope[]; days: number }
export interface Bearer { ref: string; actor: Actor; scopes: readonly Scope[] }

export class Tokens {
  private readonly kept = new Map<string, { doc: TokenDoc; until: number }>();

  constructor(private readonly given: Dependencies) {}

  /** The token itself is in the answer and nowhere else. Throws Refusal. */
  async make(actor: Actor, { name, personId, scopes, days }: NewToken): Promise<{ token: string; row: TokenRow }> {
    refuseUnlessAdministrator(actor);
    const person = this.given.directory.person(personId);
    if (!person?.active || person.agencyId !== actor.agencyId) throw wrongField('personId', 'must be somebody who works at the agency');
    const token = `${PREFIX}${randomBytes(32).toString('base64url')}`;
    const madeAt = new Date();
    const doc: TokenDoc = {
      _id: hashOf(token), ref: randomBytes(9).toString('base64url'), name, personId, agencyId: actor.agencyId, scopes: [...new Set(scopes)], madeAt, madeBy: actor.id, expiresAt: new Date(madeAt.getTime() + days * DAY_MS),
    };
    await this.given.store.tokens.create(doc);
    return { token, row: this.row(doc) };
  }

  async list(actor: Actor, paging: Paging): Promise<Page<TokenRow>> {
    refuseUnlessAdministrator(actor);
    const filter = { agencyId: actor.agencyId };
    const [docs, total] = await Promise.all([
      this.given.store.tokens.find(filter).sort({ madeAt: -1 }).skip(skipOf(paging)).limit(paging.pageSize).lean(), this.given.store.tokens.countDocuments(filter),
    ]);
    return { items: docs.map((doc) => this.row(doc)), total, ...paging };
  }

  /** A second time changes nothing. */
  async revoke(actor: Actor, ref: string): Promise<void> {
    refuseUnlessAdministrator(actor);
    const own = { ref, agencyId: actor.agencyId };
    const { matchedCount } = await this.given.store.tokens.updateOne({ ...own, revokedAt: null }, { $set: { revokedAt: new Date(), revokedBy: actor.id } });
    if (matchedCount === 0 && !(await this.given.store.tokens.exists(own))) throw new Refusal('not-found', 'there is no such token');
    this.kept.clear();
  }

  /** Undefined for a token that is none, has ended or was revoked, and for one of somebody who has left. */
  async bearer(token: string): Promise<Bearer | undefined> {
    if (!token.startsWith(PREFIX) || token.length > 100) return undefined;
    const doc = await this.known(hashOf(token));
    if (!doc || doc.revokedAt || doc.expiresAt.getTime() <= Date.now()) return undefined;
    const actor = await this.given.directory.actor(doc.personId);
    // Whoever has moved to another agency took no token along.
    return actor?.agencyId === doc.agencyId ? { ref: doc.ref, actor, scopes: doc.scopes } : undefined;
  }

  private async known(id: string): Promise<TokenDoc | undefined> {
    const kept = this.kept.get(id);
    const now = Date.now();
    if (kept && kept.until > now) return kept.doc;
    const doc = await this.given.store.tokens.findById(id).lean();
    if (!doc) return undefined;
    if (now - (doc.usedAt?.getTime() ?? 0) > NOTED_MS) await this.given.store.tokens.updateOne({ _id: id }, { $set: { usedAt: new Date(now) } });
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(id, { doc, until: now + KEPT_MS });
    return doc;
  }

  private row({ ref, name, personId, scopes, madeAt, madeBy, expiresAt, revokedAt, usedAt }: TokenDoc): TokenRow {
    const { directory } = this.given;
    return {
      ref, name, personId, personName: directory.staffName(personId), scopes: [...scopes], madeAt: madeAt.toISOString(), madeByName: directory.staffName(madeBy), expiresAt: expiresAt.toISOString(),
      state: revokedAt ? 'revoked' : expiresAt.getTime() <= Date.now() ? 'expired' : 'valid', ...(usedAt ? { usedAt: usedAt.toISOString() } : {}),
    };
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

function refuseUnlessAdministrator(actor: Actor): void {
  if (!mayAdminister(actor)) throw new Refusal('forbidden', 'only an administrator gives tokens to programs');
}
