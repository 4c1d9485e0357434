/** What a document is made of: an issued version as it stands, or one in preparation as it is being read, which may still change. */
import type { QueryContext } from '../../models/queries/context.js';
import type { ProcedureQueries, PublishedProcedure } from '../../models/queries/procedures.js';
import { describe, examineSound } from '../../models/revisions/examine.js';
import { revisionId, RevisionStore } from '../../models/revisions/revision-store.js';
import type { RevisionDoc, RevisionState } from '../../models/schemas/revision.js';

export interface Subject { published: PublishedProcedure; life: RevisionDoc; isDraft: boolean }

const DRAFTS: readonly RevisionState[] = ['inReview', 'returned', 'approved'];

/** Throws Refusal unknown-procedure, unknown-version. */
export async function subjectOf(context: QueryContext, procedures: ProcedureQueries, id: string, version: number): Promise<Subject> {
  const life = await context.store.revisions.findById(revisionId(id, version)).lean();
  const procedure = life && DRAFTS.includes(life.state) ? await context.store.procedures.findById(id).lean() : null;
  if (!life || !procedure) return { published: await procedures.version(id, version), life: await new RevisionStore(context.store).find(id, version), isDraft: false };
  const { plan, root } = await examineSound(life.xml, context.now(), context.words);
  const { _id, procedureId, note, authors } = life;
  return {
    life, isDraft: true,
    published: {
      procedure: { ...procedure, ...describe(root, id) }, plan, root,
      version: { _id, procedureId, version, planHash: plan.hash, publishedAt: context.now(), publishedBy: authors.at(-1) ?? '', ...(note ? { note } : {}), startMessages: [] },
    },
  };
}
