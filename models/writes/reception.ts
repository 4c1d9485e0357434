/** Receiving a dossier: number, register entry, first row of the read model. The same command id again finds what is there. */
import { createHash } from 'node:crypto';
import { DEFAULT_CALENDAR } from '../calendars/book.js';
import { NO_DUE, textOf } from '../projections/dossier-view.js';
import { wordsOf } from '../fold.js';
import { Refusal } from '../problem.js';
import type { RuleBook } from '../rules.js';
import type { DossierDoc, DossierFacts, LogDoc } from '../schemas/dossier.js';
import { isDuplicate, isThere, type Store } from '../store.js';
import type { TrailSealer } from '../trail/sealer.js';
import { Numbers, numberText, registerOf } from './numbers.js';

export interface Registered { dossierId: string; facts: DossierFacts; /** The request had been registered before. */ again: boolean }
export type NewFacts = Omit<DossierFacts, 'dossierNo'>;

/** One command id in one agency is one dossier, however often it is sent. */
export function dossierIdOf(agencyId: string, commandId: string): string {
  return `d-${createHash('sha256').update(`${agencyId}\n${commandId}`).digest('hex').slice(0, 20)}`;
}

export class Reception {
  private readonly numbers: Numbers;

  constructor(private readonly store: Store, private readonly rules: RuleBook, private readonly remember: (dossierId: string, facts: DossierFacts) => void, private readonly trail: TrailSealer) {
    this.numbers = new Numbers(store);
  }

  /** The number is that of the register of the agency with this code. */
  async register(dossierId: string, commandId: string, facts: NewFacts, agencyCode: string): Promise<Registered> {
    const register = registerOf(agencyCode, facts.receivedAt, this.rules.of(facts).rules);
    try {
      const entered = await this.numbers.take(register, (n) => this.enter(dossierId, commandId, { ...facts, dossierNo: numberText(register, n) }, `${register.series}:${n}`));
      await this.firstRow(dossierId, entered.facts);
      return entered;
    } catch (error) {
      // The same command came before, or twice at once: what was entered first counts, with its number.
      const other = isDuplicate(error) ? await this.known(dossierId, facts) : undefined;
      if (!other) throw error;
      return other;
    }
  }

  /** The entry comes before the first row: it is what a rebuild starts from, and it takes the number. */
  private async enter(dossierId: string, commandId: string, facts: DossierFacts, registerNo: string): Promise<Registered> {
    const entry: LogDoc = {
      _id: `${dossierId}:0`, dossierId, from: 0, seq: 0, at: facts.receivedAt, by: facts.receivedBy, ...(facts.receivedOnBehalfOf ? { onBehalfOf: facts.receivedOnBehalfOf } : {}), command: 'receive', commandId, events: [], facts, registerNo,
    };
    await this.store.log.collection.insertOne(entry as never);
    this.trail.note('log', facts.agencyId, entry);
    this.remember(dossierId, facts);
    return { dossierId, facts, again: false };
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
    facts, seq: 0, state: facts.channel === 'online' ? 'submitted' : 'draft', finance: 'none', delivery: 'none', drafters: [],
    situation: { ready: false, receiving: false, stopped: false, ahead: [] }, open: true, status: 'initial', dossierNo: facts.dossierNo, procedureId: facts.procedureId,
    procedureCode: facts.procedureCode, version: facts.version, words: wordsOf(textOf(facts)), agencyId: facts.agencyId, agencies: [facts.agencyId], departments: facts.places?.receptionDepartmentId ? [facts.places.receptionDepartmentId] : [],
    steps: [], incidents: [], subscriptions: [], receivedAt: facts.receivedAt, paused: false, sortDue: NO_DUE, calendarId: DEFAULT_CALENDAR, stops: [], data: {}, updatedAt: facts.receivedAt,
  };
}
