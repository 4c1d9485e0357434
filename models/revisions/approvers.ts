/** Whose approval a controlled document waits for is told so; who has been told and has not looked need not any more once it has gone on. */
import type { QueryContext } from '../queries/context.js';
import type { NoticeDoc } from '../schemas/notice.js';
import type { ControlledLife } from '../schemas/revision.js';
import { isDuplicate } from '../store.js';
import { nextApproval, thisRound, type ApprovalRules } from './life.js';

type Life = ControlledLife & { _id: string };
/** What it is about, as people know it; `id`: of the procedure or the document. */
export interface Awaiting { kind: 'versionWaits' | 'documentWaits'; id: string; code: string; title: string; rules: ApprovalRules }

export class Approvers {
  constructor(private readonly given: Pick<QueryContext, 'store' | 'directory' | 'now'>) {}

  /** After an act. `before`: as it was until then; absent where it was put forward as a new version. */
  async tell(before: Life | undefined, doc: Life, { kind, id, code, title, rules }: Awaiting): Promise<void> {
    const { notices } = this.given.store;
    const noticeId = ({ _id, history }: Life, to: string): string => `waits:${_id}:${history.length}:${to}`;
    const at = this.given.now();
    if (before) await notices.updateMany({ _id: { $in: this.awaited(before, rules).map((to) => noticeId(before, to)) }, readAt: null }, { $set: { readAt: at } });
    for (const to of this.awaited(doc, rules)) {
      const notice: NoticeDoc = { _id: noticeId(doc, to), to, at, kind, dossierId: '', dossierNo: code, procedureName: title, steps: [], text: title, about: { id, version: doc.version } };
      await notices.create(notice).catch((error: unknown) => { if (!isDuplicate(error)) throw error; });
    }
  }

  /** Those who may give the next approval. */
  private awaited(doc: Life, rules: ApprovalRules): string[] {
    const next = nextApproval(doc, rules);
    if (!next) return [];
    const given = thisRound(doc.history).map(({ by }) => by);
    return this.given.directory.staffOf({ agencyId: doc.agencyId, role: next.role }).filter((id) => !given.includes(id) && (rules.ownAllowed || !doc.authors.includes(id)));
  }
}
