/** Comments on what is in review: of an element of a drawing or of the whole, with answers, until they are resolved. */
import type { Actor } from '../directory.js';
import { Refusal } from '../problem.js';
import type { ControlledLife, ReviewComment } from '../schemas/revision.js';
import { mayComment } from './life.js';

/** `id`: made by the client, once per intent. */
export interface NewComment { id: string; element?: string | undefined; text: string }
/** Comments of one version, and answers to one comment. */
const MOST = 500;
const TRIES = 5;

/** Where versions are kept, of procedures or of other documents; `write` refuses what was read before somebody else wrote. */
export interface Reviewed<D extends ControlledLife> { find(actor: Actor, of: string, version: number): Promise<D>; write(doc: D, change: { comments: ReviewComment[] }): Promise<D> }

export class ReviewComments<D extends ControlledLife> {
  constructor(private readonly kept: Reviewed<D>, private readonly now: () => Date) {}

  add(actor: Actor, of: string, version: number, { id, element, text }: NewComment): Promise<D> {
    return this.change(actor, of, version, (comments) => {
      if (comments.some((each) => each.id === id)) return comments;
      if (comments.length >= MOST) throw new Refusal('too-many-comments', `a version has at most ${MOST} comments`);
      return [...comments, { id, ...(element ? { element } : {}), text, at: this.now(), by: actor.id, answers: [] }];
    });
  }

  answer(actor: Actor, of: string, version: number, id: string, text: string): Promise<D> {
    return this.one(actor, of, version, id, (comment) => {
      if (comment.answers.length >= MOST) throw new Refusal('too-many-comments', `a comment has at most ${MOST} answers`);
      return { ...comment, answers: [...comment.answers, { at: this.now(), by: actor.id, text }] };
    });
  }

  resolve(actor: Actor, of: string, version: number, id: string, resolved: boolean): Promise<D> {
    return this.one(actor, of, version, id, ({ resolved: before, ...comment }) => ({ ...comment, ...(resolved && { resolved: before ?? { at: this.now(), by: actor.id } }) }));
  }

  private one(actor: Actor, of: string, version: number, id: string, change: (comment: ReviewComment) => ReviewComment): Promise<D> {
    return this.change(actor, of, version, (comments) => {
      if (!comments.some((each) => each.id === id)) throw new Refusal('unknown-comment', `no comment ${id}`);
      return comments.map((each) => (each.id === id ? change(each) : each));
    });
  }

  /** Two people may write at once: who comes second writes into what the first has left. */
  private async change(actor: Actor, of: string, version: number, change: (comments: ReviewComment[]) => ReviewComment[]): Promise<D> {
    for (let tried = 1; ; tried += 1) {
      const doc = await this.kept.find(actor, of, version);
      if (!mayComment(actor, doc)) throw new Refusal(doc.state === 'inReview' || doc.state === 'returned' ? 'forbidden' : 'wrong-state', 'comments are made by the agency, while the version is in review');
      try {
        return await this.kept.write(doc, { comments: change(doc.comments) });
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'stale' || tried >= TRIES) throw error;
      }
    }
  }
}
