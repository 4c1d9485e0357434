/** The loop of the quality system in the demonstration: an audit, what it has found, the corrective action, and the review that looked at both. */
import { deskDay } from '../../models/desk.js';
import type { Actor } from '../../models/directory.js';
import { Improvements } from '../../models/improvements/improvements.js';
import { QualityLinks } from '../../models/improvements/quality-links.js';
import { ProcedureWrites } from '../../models/writes/procedures.js';
import type { Parts } from '../../server/parts.js';

const DAY_MS = 86_400_000;
const AUDITED = ['P06-giay-phep-xay-dung', 'P03-cap-doi-gcn'] as const;
const FOUND = { procedureId: 'P06-giay-phep-xay-dung', title: 'Biên bản kiểm tra thực địa của một số hồ sơ không ghi ngày kiểm tra', cause: 'Mẫu biên bản không có ô ngày kiểm tra; người kiểm tra ghi ngày trong phần ý kiến hoặc bỏ trống.' };

/** Links nothing where the sample has no such dossier. */
export async function seedImprovements({ context }: Parts, now: number): Promise<void> {
  const { store, directory, plans, words, settings } = context;
  const person = (id: string): Actor => directory.known(id)!;
  const [officer, head] = [person('yen'), person('quang')];
  if (await store.improvements.exists({ agencyId: officer.agencyId })) return;
  const dossier = (procedureId: string) => store.dossiers.findOne({ procedureId, agencies: officer.agencyId, open: false }, { dossierNo: 1, receivedAt: 1, endedAt: 1 }).sort({ receivedAt: 1 }).lean();
  const [audit, action, review] = await Promise.all([dossier('P14-danh-gia-noi-bo'), dossier('P15-hanh-dong-khac-phuc'), dossier('P16-xem-xet-lanh-dao')]);
  if (!audit) return;
  const on = (at: Date) => { const then = { ...context, now: () => at }; return { links: new QualityLinks(then), records: new Improvements(then, new ProcedureWrites(store, plans, then.now, words, settings)) }; };
  const audited = on(audit.endedAt ?? new Date(now));
  for (const ref of AUDITED) await audited.links.add(officer, audit._id, { kind: 'procedure', ref });
  const objectives = await store.qualityDocuments.findOne({ agencyId: officer.agencyId, code: 'MTCL' }, { _id: 1 }).lean();
  if (objectives) await audited.links.add(officer, audit._id, { kind: 'document', ref: objectives._id });
  const { _id: record } = await audited.records.open(officer, { source: 'audit', dossierId: audit._id, procedureId: FOUND.procedureId, title: FOUND.title, owner: head.id });
  const acted = on(new Date(Math.min(now, (audit.endedAt ?? new Date(now)).getTime() + DAY_MS)));
  await acted.records.plan(officer, record, { cause: FOUND.cause, owner: head.id, dueDay: deskDay(new Date(now + 20 * DAY_MS)), goal: 'medianHours', kind: 'nonconformity' });
  if (action) await acted.records.link(officer, record, action.dossierNo, 'correctiveAction');
  if (!review) return;
  await acted.records.link(officer, record, review.dossierNo, 'review');
  await on(review.endedAt ?? new Date(now)).links.add(officer, review._id, { kind: 'reviewPack', from: deskDay(new Date(review.receivedAt.getTime() - 30 * DAY_MS)), to: deskDay(review.receivedAt) });
}
