/** An error found after delivery: the dossier is taken up again as a new one that names the first. */
import { createHash } from 'node:crypto';
import type { Data } from '../engine/graph/types.js';
import type { Actor } from '../models/directory.js';
import type { ProcedureQueries } from '../models/queries/procedures.js';
import type { DossierDoc } from '../models/schemas/dossier.js';
import type { QueryContext } from '../models/queries/context.js';
import type { CaseAnswer } from './contract.js';
import { problemOfRejection } from './http/problem.js';
import type { Opening } from './opening.js';

interface Dependencies { context: QueryContext; procedures: ProcedureQueries; opening: Opening }

export class Recalls {
  constructor(private readonly given: Dependencies) {}

  /** The procedure, its rules and its limit are those in force now; what the applicant said and brought is taken over. */
  async open(actor: Actor, doc: DossierDoc, reason: string, commandId: string): Promise<CaseAnswer> {
    const { version } = await this.given.procedures.published(doc.procedureId);
    const { dossierNo: _no, rules: _rules, clock: _clock, calendar: _calendar, note: _note, bodyHash: _hash, ...facts } = doc.facts;
    const answer = await this.given.opening.open(actor, commandId, {
      ...facts, version: version.version, planHash: version.planHash, channel: 'desk', receivedBy: actor.id, note: reason,
      follows: { dossierId: doc._id, dossierNo: doc.dossierNo }, bodyHash: createHash('sha256').update(`${doc._id}\n${reason}`).digest('base64url'),
    }, doc.data as Data);
    if (!answer.accepted) throw problemOfRejection(answer.rejection);
    return { dossierId: answer.dossierId, seq: answer.settled.seq, dossierStatus: answer.settled.status };
  }
}
