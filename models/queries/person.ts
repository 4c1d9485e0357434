/** Everything that is kept about one person, for the copy that he may ask for: of the dossiers that the asking agency received or takes part in. */
import type { QueryFilter } from 'mongoose';
import type { PersonExport } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import type { FileStore } from '../files/store.js';
import { fold, numberKey, wordsOf } from '../fold.js';
import { wrongField } from '../problem.js';
import { visibleDossiers } from '../rights.js';
import type { AttachmentDoc } from '../schemas/attachment.js';
import type { DossierDoc } from '../schemas/dossier.js';
import type { TrailSealer } from '../trail/sealer.js';
import type { QueryContext } from './context.js';

export interface PersonAsked { idNumber?: string | undefined; name?: string | undefined; birthDate?: string | undefined; reason: string }
export interface PersonFound { content: PersonExport; files: { dossierNo: string; doc: AttachmentDoc }[] }
/** More than anybody hands in; who has more is asked for by parts. */
const MOST = 1_000;
const SHORTEST = 6;

export class PersonQueries {
  constructor(private readonly context: Pick<QueryContext, 'store' | 'now' | 'directory'>, readonly files: FileStore, private readonly trail: TrailSealer) {}

  /** By number, or by name with date of birth. Each dossier that is handed out is noted in the trail, with the reason. */
  async all(actor: Actor, asked: PersonAsked, requestId: string): Promise<PersonFound> {
    const dossiers = await this.dossiersOf(actor, asked);
    const rows = await Promise.all(dossiers.map((doc) => this.about(doc)));
    for (const { _id } of dossiers) this.trail.record({ agencyId: actor.agencyId, kind: 'read', by: actor.id, position: actor.position, action: `EXPORT /api/dossiers/${_id}`, requestId, reason: asked.reason });
    const { reason: _why, ...by } = asked;
    const content = { asked: by, agency: actor.agencyName, at: this.context.now().toISOString(), dossiers: rows.map(({ files: _bytes, ...row }) => row) };
    return { content, files: rows.flatMap(({ dossierNo, files }) => files.map((doc) => ({ dossierNo, doc }))) };
  }

  private async dossiersOf(actor: Actor, { idNumber, name, birthDate }: PersonAsked): Promise<DossierDoc[]> {
    const [number, called] = [numberKey(idNumber), fold(name ?? '')];
    if (number === '' && (called === '' || birthDate === undefined)) throw wrongField(called === '' ? 'idNumber' : 'birthDate', 'an identity number is needed, or a name with a date of birth');
    if (number !== '' && number.length < SHORTEST) throw wrongField('idNumber', 'is too short');
    const found: QueryFilter<DossierDoc> = number === '' ? { $and: wordsOf(called).map((words) => ({ words })), 'facts.applicant.birthDate': birthDate } : { keys: number };
    const docs = await this.context.store.dossiers.find({ ...visibleDossiers(actor), ...found }).sort({ receivedAt: 1 }).limit(MOST).lean();
    return docs.filter(({ facts: { applicant } }) => (number === '' ? fold(applicant.name) === called : numberKey(applicant.idNumber) === number));
  }

  private async about(doc: DossierDoc) {
    const { store, directory } = this.context;
    const of = { dossierId: doc._id };
    const [log, attachments, letters, rating] = await Promise.all([
      store.log.find(of).sort({ from: 1 }).lean(), store.attachments.find(of).sort({ at: 1 }).lean(), store.outbox.find(of).sort({ at: 1 }).lean(), store.ratings.findById(doc._id).lean(),
    ]);
    const { facts, data } = doc;
    return {
      dossierId: doc._id, dossierNo: doc.dossierNo, procedure: facts.procedureName, receivedAt: doc.receivedAt.toISOString(), ...(doc.endedAt ? { endedAt: doc.endedAt.toISOString() } : {}), state: doc.state,
      applicant: facts.applicant, data, parts: facts.parts, ...(facts.note ? { note: facts.note } : {}),
      steps: log.map(({ at, command, by, reason, events }) => ({ at: at.toISOString(), command, ...(by ? { by: directory.staffName(by) } : {}), ...(reason ? { reason } : {}), events })),
      attachments: attachments.map(({ _id, name, mediaType, size, sha256, at, removed }) => ({ id: _id, name, mediaType, size, sha256, at: at.toISOString(), removed: removed !== undefined })),
      messages: letters.map(({ channel, to, kind, at, state }) => ({ channel, to, kind, at: at.toISOString(), state })),
      ...(rating ? { rating: { score: rating.score, ...(rating.comment ? { comment: rating.comment } : {}), at: rating.at.toISOString() } } : {}),
      files: attachments.filter(({ removed }) => removed === undefined),
    };
  }
}
