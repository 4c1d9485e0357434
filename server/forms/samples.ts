/** A letter of each kind about a dossier that there is not, to see what the agency's template makes of it. */
import { dateOnly, dateTime } from '../i18n.js';
import { commonOf, signerOf, type Surroundings } from './compose.js';
import type { FormFacts } from './facts.js';

export const SAMPLED = ['02', '03', '04', '05'] as const;
export type Sampled = typeof SAMPLED[number];
const DAY_MS = 86_400_000;

export function sampleOf(form: Sampled, agencyId: string, now: Date, around: Surroundings): FormFacts {
  const facts = {
    agencyId, dossierNo: 'MẪU-0000001', procedureName: 'Đăng ký khai sinh', receivedBy: '',
    applicant: { name: 'Nguyễn Văn Mẫu', address: 'Số 1, đường Lê Lợi', phone: '0900 000 000' },
  };
  const common = { ...commonOf({ facts }, { form, at: now }, 1, around), signer: signerOf({}, around) };
  const later = dateTime(new Date(now.getTime() + 5 * DAY_MS));
  const desk = around.names.deskOf(agencyId);
  switch (form) {
    case '02': return { form, facts: { ...common, parts: [{ name: 'Giấy chứng sinh', form: 'original', copies: 1 }], reason: 'Giấy chứng sinh chưa có dấu của cơ sở y tế', answerBy: later, contact: desk } };
    case '03': return { form, facts: { ...common, reason: 'Không thuộc thẩm quyền giải quyết', ground: 'Điều 13 Luật Hộ tịch' } };
    case '04': return { form, facts: { ...common, receivedAt: dateOnly(now), appointedAt: dateOnly(now), unit: desk, reason: 'Chờ kết quả xác minh', newDueAt: later, place: desk } };
    case '05': return { form, facts: { ...common, stoppedAt: dateTime(now), stage: 'Xác minh', reason: 'Chờ bản án của tòa án' } };
  }
}
