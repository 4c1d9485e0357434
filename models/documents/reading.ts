/** Read and understood: by everybody whom the revision in force concerns, and who can see who has. */
import type { DocumentReader, DocumentReaders } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { deskDay } from '../desk.js';
import { Refusal } from '../problem.js';
import { skipOf, type Paging, type QueryContext } from '../queries/context.js';
import { isOfAgency, maySeeReadingOf } from '../rights.js';
import type { DocumentReadDoc, DocumentRevisionDoc } from '../schemas/quality-document.js';
import { isDuplicate } from '../store.js';
import { inForceOn } from './in-force.js';
import { DocumentStore } from './store.js';

type Concerning = Pick<DocumentRevisionDoc, 'agencyId' | 'concerned'>;
export const isConcerned = (person: Actor, { agencyId, concerned }: Concerning): boolean => isOfAgency(person, agencyId) && (concerned.length === 0 || person.departmentIds.some((each) => concerned.includes(each)));
export const readId = (revisionId: string, staffId: string): string => `${revisionId}:${staffId}`;

export class Reading {
  private readonly kept: DocumentStore;

  constructor(private readonly given: Pick<QueryContext, 'store' | 'directory' | 'now'>) {
    this.kept = new DocumentStore(given.store);
  }

  /** The first time counts. Throws Refusal wrong-state, forbidden. */
  async confirm(actor: Actor, id: string, version: number): Promise<void> {
    const { store, now } = this.given;
    const doc = await this.kept.find(actor, id, version);
    if (inForceOn(await this.kept.heads(id), deskDay(now()))?.version !== version) throw new Refusal('wrong-state', 'what is in force is read');
    if (!isConcerned(actor, doc)) throw new Refusal('forbidden', 'it concerns other departments');
    const read: DocumentReadDoc = { _id: readId(doc._id, actor.id), revisionId: doc._id, documentId: id, agencyId: doc.agencyId, staffId: actor.id, at: now() };
    await store.documentReads.create(read).catch((error: unknown) => { if (!isDuplicate(error)) throw error; });
  }

  /** When the person has read each of these. */
  async readBy(actor: Actor, revisionIds: readonly string[]): Promise<Map<string, Date>> {
    const found = await this.given.store.documentReads.find({ _id: { $in: revisionIds.map((each) => readId(each, actor.id)) } }, { revisionId: 1, at: 1 }).lean();
    return new Map(found.map(({ revisionId, at }) => [revisionId, at]));
  }

  /** Of those whom the reader may see; by name. */
  async readers(actor: Actor, id: string, version: number, { read, ...paging }: Paging & { read?: boolean | undefined }): Promise<DocumentReaders> {
    const { store, directory } = this.given;
    const doc = await this.kept.find(actor, id, version);
    const people = directory.staffOf({ agencyId: doc.agencyId }).flatMap((each) => directory.known(each) ?? []).filter((each) => isConcerned(each, doc) && maySeeReadingOf(actor, each));
    const at = new Map((await store.documentReads.find({ revisionId: doc._id }, { staffId: 1, at: 1 }).lean()).map((each) => [each.staffId, each.at]));
    const rows = people.sort((a, b) => a.name.localeCompare(b.name, 'vi') || (a.id < b.id ? -1 : 1)).map((each): DocumentReader => ({
      id: each.id, name: each.name, position: each.position, departmentNames: each.departmentNames, ...(at.has(each.id) ? { readAt: at.get(each.id)!.toISOString() } : {}),
    }));
    const wanted = rows.filter(({ readAt }) => read === undefined || (readAt !== undefined) === read);
    const done = rows.filter(({ readAt }) => readAt !== undefined).length;
    return { items: wanted.slice(skipOf(paging), skipOf(paging) + paging.pageSize), total: wanted.length, page: paging.page, pageSize: paging.pageSize, read: done, unread: rows.length - done };
  }
}
