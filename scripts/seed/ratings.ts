/** What some of the made-up applicants say of their delivered dossiers. */
import type { RatingDoc } from '../../models/schemas/rating.js';
import { Random } from './random.js';
import type { Documents } from './writer.js';

const SHARE = 0.35;
/** From 1 to 5. */
const IN_TIME = [1, 2, 8, 30, 40];
const LATE = [15, 25, 30, 20, 5];
const COMMENTS: Readonly<Record<number, readonly string[]>> = {
  1: ['Phải đi lại nhiều lần.', 'Trễ hẹn mà không được báo trước.'], 2: ['Chờ lâu hơn hẹn.'], 3: ['Hướng dẫn trên trang nên rõ hơn.'], 4: ['Nhanh, nhưng chỗ để xe còn chật.'], 5: ['Cán bộ hướng dẫn tận tình.', 'Theo dõi được hồ sơ trên mạng rất tiện.'],
};

export function ratingsOf(documents: readonly Documents[], now: number): RatingDoc[] {
  const random = new Random(3_112_019);
  return documents.flatMap(({ dossier, work }) => {
    if (dossier.state !== 'delivered' || !dossier.endedAt || dossier.facts.applicant.kind !== 'person' || !random.chance(SHARE)) return [];
    const late = dossier.dueAt !== undefined && dossier.settledAt !== undefined && dossier.settledAt > dossier.dueAt;
    const score = random.weighted([1, 2, 3, 4, 5], late ? LATE : IN_TIME);
    const at = new Date(Math.min(now, dossier.endedAt.getTime() + random.between(0.1, 3) * 86_400_000));
    return [{
      _id: dossier._id, dossierNo: dossier.dossierNo, procedureId: dossier.procedureId, procedureName: dossier.facts.procedureName, agencies: dossier.agencies, departmentIds: [...new Set(work.filter((item) => item.status === 'completed').map((item) => item.departmentId))],
      score, at, ...(random.chance(0.4) ? { comment: random.pick(COMMENTS[score]!) } : {}),
    }];
  });
}
