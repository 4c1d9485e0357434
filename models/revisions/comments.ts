/** Comments on a version in review: of an element of its drawing or of the whole, with answers, until they are resolved. */
import type { Actor } from '../directory.js';
import { Refusal } from '../problem.js';
import type { QueryContext } from '../queries/context.js';
import type { ReviewComment, RevisionDoc } from '../schemas/revision.js';
import { mayComment } from './life.js';
import { RevisionStore } from './revision-store.js';

/** `id`: made by the client, once per intent. */
export interface NewComment { id: string; element?: string | undefined; text: string }
/** Comments of one version, and answers to one comment. */
const MOST = 500;
const TRIES = 5;

export class ReviewComments {
  private readonly revisions: RevisionStore;

  constructor(private readonly given: Pick<QueryContext, 'store' | 'now'>) {
    this.revisions = new RevisionStore(given.store);
  }

  add(actor: Actor, procedureId: string, version: number, { id, element, text }: NewComment): Promise<RevisionDoc> {
    return this.change(actor, procedureId, version, (comments) => {
      if (comments.some((each) => each.id === id)) return comments;
      if (comments.length >= MOST) throw new Refusal('too-many-comments', `a version has at most ${MOST} comments`);
      return [...comments, { id, ...(element ? { element } : {}), text, at: this.given.now(), by: actor.id, answers: [] }];
    });
  }

  answer(actor: Actor, procedureId: string, version: number, id: string, text: string): Promise<RevisionDoc> {
    return this.one(actor, procedureId, version, id, (comment) => {
      if (comment.answers.length >= MOST) throw new Refusal('too-many-comments', `a comment has at most ${MOST} answers`);
      return { ...comment, answers: [...comment.answers, { at: this.given.now(), by: actor.id, text }] };
    });
  }

  resolve(actor: Actor, procedureId: string, version: number, id: string, resolved: boolean): Promise<RevisionDoc> {
    return this.one(actor, procedureId, version, id, ({ resolved: before, ...comment }) => ({ ...comment, ...(resolved && { resolved: before ?? { at: this.given.now(), by: actor.id } }) }));
  }

  private one(actor: Actor, procedureId: string, version: number, id: string, change: (comment: ReviewComment) => ReviewComment): Promise<RevisionDoc> {
    return this.change(actor, procedureId, version, (comments) => {
      if (!comments.some((each) => each.id === id)) throw new Refusal('unknown-comment', `no comment ${id}`);
      return comments.map((each) => (each.id === id ? change(each) : each));
    });
  }

  /** Two people may write at once: who comes second writes into what the first has left. */
  private async change(actor: Actor, procedureId: string, version: number, change: (comments: ReviewComment[]) => ReviewComment[]): Promise<RevisionDoc> {
    for (let tried = 1; ; tried += 1) {
      const doc = await this.revisions.find(procedureId, version);
      if (!mayComment(actor, doc)) throw new Refusal(doc.state === 'inReview' || doc.state === 'returned' ? 'forbidden' : 'wrong-state', 'comments are made by the agency, while the version is in review');
      try {
        return await this.revisions.write(doc, { comments: change(doc.comments) });
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'stale' || tried >= TRIES) throw error;
      }
    }
  }
}
