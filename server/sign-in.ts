/** Signing in with a password, and changing it: tries are counted, and whatever is wrong is answered alike. */
import type { Request } from 'express';
import type { Passwords } from '../models/accounts/passwords.js';
import type { PersonSessions } from '../models/accounts/sessions.js';
import type { Actor } from '../models/directory.js';
import { wrongField } from '../models/problem.js';
import type { QueryContext } from '../models/queries/context.js';
import { ProblemError } from './http/problem.js';
import { beginSession } from './http/session.js';
import { SIGNING_IN, TryGuard } from './try-guard.js';

interface Dependencies { context: QueryContext; passwords: Passwords; sessions: PersonSessions }

export class SignIn {
  private readonly guard: TryGuard;

  constructor(private readonly given: Dependencies) {
    this.guard = new TryGuard(given.context, SIGNING_IN);
  }

  /** Throws ProblemError wrong-password, too-many-tries. */
  async withPassword(req: Request, typed: string, password: string): Promise<void> {
    const account = typed.normalize('NFC').trim().toLowerCase();
    const found = await this.check(req, account, password);
    if (!found) throw new ProblemError('wrong-password');
    await this.begin(req, (await this.given.context.directory.actor(account))!, found.mustChange);
  }

  /** Whoever has been found to be this person, in whatever way. */
  async begin(req: Request, actor: Actor, mustChange = false): Promise<void> {
    await this.given.sessions.endOldest(actor.id);
    await beginSession(req, actor, mustChange);
  }

  /** Ends what is open elsewhere: somebody else may have known the old one. Throws Refusal bad-request, ProblemError too-many-tries. */
  async changePassword(req: Request, actor: Actor, { current, password }: { current: string; password: string }): Promise<void> {
    const { passwords, sessions } = this.given;
    if (!(await this.check(req, actor.id, current))) throw wrongField('current', 'wrong');
    await passwords.choose(actor.id, password, current);
    await sessions.endAll(actor.id);
    await beginSession(req, actor);
  }

  /** Undefined: not right. The same work and the same count for an account that there is and one that there is not. */
  private async check(req: Request, account: string, password: string): Promise<{ mustChange: boolean } | undefined> {
    const address = req.ip ?? '';
    const wait = await this.guard.enter(account, address);
    if (wait !== undefined) throw new ProblemError('too-many-tries', { retryAfter: wait });
    const found = await this.given.passwords.check(account, password);
    if (found) await this.guard.right(account, address);
    return found;
  }
}
