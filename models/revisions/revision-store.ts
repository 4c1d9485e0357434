/** Reads and writes the lives of versions: an act is one write, refused when somebody has written meanwhile. */
import { Refusal } from '../problem.js';
import type { VersionDoc } from '../schemas/procedure.js';
import type { RevisionDoc, RevisionState, RevisionStep, RevisionStepDoc } from '../schemas/revision.js';
import { isDuplicate, type Store } from '../store.js';
import type { Reviewed } from './comments.js';

type Change = Partial<Pick<RevisionDoc, 'state' | 'xml' | 'etag' | 'note' | 'authors' | 'comments' | 'decision' | 'inForceFrom'>>;
export const revisionId = (procedureId: string, version: number): string => `${procedureId}@${version}`;

export class RevisionStore {
  constructor(private readonly store: Store) {}

  /** Of a version that was published before versions had a life of their own, one is made of what is known. Throws Refusal unknown-version. */
  async find(procedureId: string, version: number): Promise<RevisionDoc> {
    const _id = revisionId(procedureId, version);
    const found = await this.store.revisions.findById(_id).lean();
    if (found) return found;
    const published = await this.store.versions.findById(_id).lean();
    if (!published) throw new Refusal('unknown-version', `procedure ${procedureId} has no version ${version}`);
    return this.adopt(published);
  }

  /** For the comments, which anybody of any agency may read with the version. */
  readonly reviewed: Reviewed<RevisionDoc> = { find: (_actor, procedureId, version) => this.find(procedureId, version), write: (doc, change) => this.write(doc, change) };

  /** The one in preparation, or sent back; at most one of a procedure is. */
  async open(procedureId: string): Promise<RevisionDoc | undefined> {
    const [last] = await this.store.revisions.find({ procedureId }).sort({ version: -1 }).limit(1).lean();
    return last && (['inReview', 'returned', 'approved'] satisfies RevisionState[] as RevisionState[]).includes(last.state) ? last : undefined;
  }

  /** The number that the next version will have. */
  async nextVersion(procedureId: string): Promise<number> {
    const [[revision], [version]] = await Promise.all([
      this.store.revisions.find({ procedureId }, { version: 1 }).sort({ version: -1 }).limit(1).lean(), this.store.versions.find({ procedureId }, { version: 1 }).sort({ version: -1 }).limit(1).lean(),
    ]);
    return Math.max(revision?.version ?? 0, version?.version ?? 0) + 1;
  }

  async insert(doc: RevisionDoc): Promise<RevisionDoc> {
    try {
      await this.store.revisions.create(doc);
    } catch (error) {
      if (isDuplicate(error)) throw new Refusal('published-meanwhile', `version ${doc.version} was put forward by somebody else meanwhile`);
      throw error;
    }
    await this.keepSteps(doc);
    return doc;
  }

  /** Throws Refusal stale when it is no longer as it was read. */
  async write(doc: RevisionDoc, change: Change, step?: RevisionStep): Promise<RevisionDoc> {
    const history = step ? [...doc.history, step] : doc.history;
    const written = await this.store.revisions.updateOne({ _id: doc._id, seq: doc.seq }, { $set: { ...change, history, seq: doc.seq + 1 } });
    if (written.matchedCount === 0) throw new Refusal('stale', 'somebody else has acted on this version meanwhile');
    const now = { ...doc, ...change, history, seq: doc.seq + 1 };
    if (step) await this.keepSteps(now);
    return now;
  }

  /** Each act as a document of its own, for the trail. What a process that died has left out comes with the next act. */
  private async keepSteps({ _id, procedureId, agencyId, version, history, decision, inForceFrom }: RevisionDoc): Promise<void> {
    const kept = new Set((await this.store.revisionSteps.find({ procedureId, version }, { _id: 1 }).lean()).map((each) => each._id));
    const missing = history.map((step, n): RevisionStepDoc => ({
      ...step, _id: `${_id}:${n}`, procedureId, agencyId, version, ...(step.act === 'announced' && { ...(decision && { decision }), ...(inForceFrom && { inForceFrom }) }),
    })).filter((each) => !kept.has(each._id));
    for (const each of missing) await this.store.revisionSteps.create(each).catch((error: unknown) => { if (!isDuplicate(error)) throw error; });
  }

  private async adopt({ _id, procedureId, version, xml, publishedAt, publishedBy, note }: VersionDoc): Promise<RevisionDoc> {
    const procedure = await this.store.procedures.findById(procedureId, { agencyId: 1, currentVersion: 1 }).lean();
    const doc: RevisionDoc = {
      _id, procedureId, agencyId: procedure?.agencyId ?? '', version, state: procedure?.currentVersion === version ? 'inForce' : 'replaced', seq: 1, xml, etag: '', ...(note && { note }), authors: [publishedBy],
      history: [{ act: 'issued', at: publishedAt, by: publishedBy }], comments: [],
    };
    try {
      await this.store.revisions.create(doc);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    return (await this.store.revisions.findById(_id).lean()) ?? doc;
  }
}
