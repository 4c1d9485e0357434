/** Receiving a dossier: number, register entry, first row of the read model. The same command id again finds what is there. */
import { createHash } from 'node:crypto';
import { DEFAULT_CALENDAR } from '../calendars/book.js';
import type { Actor } from '../directory.js';
import { NO_DUE } from '../projections/dossier-view.js';
import { fold } from '../fold.js';
import { Refusal } from '../problem.js';
import type { DossierDoc, DossierFacts, LogDoc } from '../schemas/dossier.js';
import { isDuplicate, isThere, type Store } from '../store.js';

export interface Registered { dossierId: string; facts: DossierFacts; /** The request had been registered before. */ again: boolean }
export type NewFacts = Omit<DossierFacts, 'dossierNo'>;

/** Digits of Vietnam's calendar day, for dossier numbers: the day at the desk, not that of the machine. */
const DESK_OFFSET_MS = 7 * 3_600_000;

/** One command id in one agency is one dossier, however often it is sent. */
export function dossierIdOf(agencyId: string, commandId: string): string {
  return `d-${createHash('sha256').update(`${agencyId}\n${commandId}`).digest('hex').slice(0, 20)}`;
}

export class Reception {
  constructor(private readonly store: Store, private readonly remember: (dossierId: string, facts: DossierFacts) => void) {}

  async register(actor: Actor, commandId: string, facts: NewFacts, agencyCode: string): Promise<Registered> {
    const dossierId = dossierIdOf(actor.agencyId, commandId);
    const known = await this.known(dossierId, facts);
    if (known) return known;
    const dossierNo = await this.nextNumber(agencyCode, facts.receivedAt);
    try {
      return await this.enter(dossierId, commandId, { ...facts, dossierNo });
    } catch (error) {
      // The same click came twice at once: the other one has entered it, and its number counts.
      const other = isDuplicate(error) ? await this.known(dossierId, facts) : undefined;
      if (!other) throw error;
      return other;
    }
  }

  /** Writes the register entry and the first row. The entry comes first: it is what a rebuild starts from. */
  async enter(dossierId: string, commandId: string, facts: DossierFacts): Promise<Registered> {
    const entry: LogDoc = {
      _id: `${dossierId}:0`, dossierId, from: 0, seq: 0, at: facts.receivedAt, by: facts.receivedBy, command: 'receive', commandId, events: [], facts,
    };
    await this.store.log.collection.insertOne(entry as never);
    await this.firstRow(dossierId, facts);
    this.remember(dossierId, facts);
    return { dossierId, facts, again: false };
  }

  /** `{agency}-{yyyymmdd}-{number}`, counted per agency and year. A number that was drawn and not used is a gap. */
  async nextNumber(agencyCode: string, at: Date): Promise<string> {
    const day = new Date(at.getTime() + DESK_OFFSET_MS).toISOString().slice(0, 10).replaceAll('-', '');
    const register = `dossiers:${agencyCode}:${day.slice(0, 4)}`;
    for (let attempt = 0; ; attempt += 1) {
      try {
        // The number before: what the embedded server answers as the one after may already be somebody else's.
        const last = await this.store.counters.findOneAndUpdate({ _id: register }, { $inc: { n: 1 } }, { upsert: true, returnDocument: 'before' }).lean();
        return `${agencyCode}-${day}-${String((last?.n ?? 0) + 1).padStart(5, '0')}`;
      } catch (error) {
        // Two first numbers of a year at once: one upsert loses and counts on from the other.
        if (!isDuplicate(error) || attempt > 3) throw error;
      }
    }
  }

  private async known(dossierId: string, facts: NewFacts): Promise<Registered | undefined> {
    const entry = await this.store.log.findOne({ dossierId, from: 0 }).lean();
    if (!entry?.facts) return undefined;
    if (entry.facts.bodyHash !== facts.bodyHash) throw new Refusal('command-id-reused', 'this command id was used for another dossier');
    await this.firstRow(dossierId, entry.facts);
    this.remember(dossierId, entry.facts);
    return { dossierId, facts: entry.facts, again: true };
  }

  private async firstRow(dossierId: string, facts: DossierFacts): Promise<void> {
    try {
      await this.store.dossiers.collection.updateOne({ _id: dossierId } as never, { $setOnInsert: rowOf(facts) } as never, { upsert: true });
    } catch (error) {
      if (!isThere(error)) throw error;
    }
  }
}

/** A dossier that is in the register and has not begun: its workflow could not be started yet. */
function rowOf(facts: DossierFacts): Omit<DossierDoc, '_id'> {
  return {
    facts, seq: 0, state: facts.channel === 'online' ? 'submitted' : 'draft', finance: 'none', delivery: 'none', sync: 'none', drafters: [],
    situation: { ready: false, receiving: false, stopped: false, ahead: [] }, open: true, status: 'initial', dossierNo: facts.dossierNo, procedureId: facts.procedureId, procedureCode: facts.procedureCode,
    version: facts.version, search: fold(`${facts.dossierNo} ${facts.applicant.name}`), agencyId: facts.agencyId, agencies: [facts.agencyId],
    steps: [], incidents: [], subscriptions: [], receivedAt: facts.receivedAt, paused: false, sortDue: NO_DUE, calendarId: DEFAULT_CALENDAR, stops: [], data: {}, updatedAt: facts.receivedAt,
  };
}
