/** Tells the National Portal, one change at a time, apart from every click; several processes may do so at once. */
import type { Logger } from 'pino';
import { PortalChanges } from '../../models/portal.js';
import type { QueryContext } from '../../models/queries/context.js';
import type { PortalChangeDoc } from '../../models/schemas/portal-change.js';

/** `id` is the same for every attempt, so that whoever receives it can leave out what he has. */
export interface PortalMessage { id: string; dossierNo: string; procedureCode: string; agencyId: string; state: number; at: string }
/** Throws when the portal has not taken it; RefusedByPortal when it never will. */
export interface PortalAdapter { send(message: PortalMessage): Promise<void> }
export class RefusedByPortal extends Error {}

const PATIENCE_MS = 10_000;
const MINUTE_MS = 60_000;
/** After 1, 2, 4 … minutes, at most 4 hours apart: some two days in all. */
const LONGEST_PAUSE_MS = 240 * MINUTE_MS;
export const MOST_ATTEMPTS = 20;
const AT_ONCE = 100;

/** JSON by POST. An answer of 4xx other than 408 and 429 is final. */
export function httpPortal(url: string, token: string | undefined): PortalAdapter {
  return {
    send: async (message) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': message.id, ...(token ? { authorization: `Bearer ${token}` } : {}) };
      const { ok, status, body } = await fetch(url, { method: 'POST', headers, body: JSON.stringify(message), redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });
      // Whatever it says, however long: what counts is the status.
      await body?.cancel();
      if (ok) return;
      const error = `the portal answered ${status}`;
      throw status >= 400 && status < 500 && status !== 408 && status !== 429 ? new RefusedByPortal(error) : new Error(error);
    },
  };
}

export class PortalSender {
  private readonly changes: PortalChanges;

  constructor(private readonly given: { context: QueryContext; portal: PortalAdapter; log: Logger }) {
    this.changes = new PortalChanges(given.context);
  }

  /** Sends what is due; answers how many changes were taken up. Never throws for what the portal does. */
  async sendDue(): Promise<number> {
    for (let n = 0; n < AT_ONCE; n += 1) {
      const doc = await this.changes.take();
      if (!doc) return n;
      await this.deliver(doc);
    }
    return AT_ONCE;
  }

  private async deliver(doc: PortalChangeDoc): Promise<void> {
    const { portal, log, context } = this.given;
    const { _id, dossierNo, procedureCode, agencyId, portalState, at, attempts } = doc;
    try {
      await portal.send({ id: _id, dossierNo, procedureCode, agencyId, state: portalState, at: at.toISOString() });
      await this.changes.settle(doc, { state: 'sent' });
    } catch (error) {
      const forGood = error instanceof RefusedByPortal || attempts >= MOST_ATTEMPTS;
      const why = (error as Error).message;
      log.warn({ change: _id, attempts, why }, forGood ? 'the portal could not be told of a change' : 'the portal is told of a change again later');
      await this.changes.settle(doc, { state: forGood ? 'failed' : 'waiting', nextAt: new Date(context.now().getTime() + Math.min(MINUTE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS)), error: why.slice(0, 500) });
    }
  }
}
