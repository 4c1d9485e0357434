/** Words of the documents of the improvement loop; papers are Vietnamese. */
import type { Effect, Measure, MeasureEffect, Stratum, Verdict } from '../../engine/improvement/types.js';
import type { DossierRelation, ImprovementAct, ImprovementKind, ImprovementSource, ImprovementState } from '../contract.js';
import type { Block } from './document.js';

export const SOURCES: Record<ImprovementSource, string> = { drawing: 'Phát hiện trên lưu đồ', log: 'Phát hiện trên nhật ký hồ sơ', audit: 'Đánh giá nội bộ', complaint: 'Phản ánh, khiếu nại', lateDossier: 'Hồ sơ quá hạn' };
export const KINDS: Record<ImprovementKind, string> = { nonconformity: 'Sự không phù hợp', improvement: 'Cải tiến' };
export const STATES: Record<ImprovementState, string> = { open: 'Mới mở', planned: 'Đã có kế hoạch', changing: 'Đang thay đổi', kept: 'Đã giữ thay đổi', rolledBack: 'Đã trở về bản cũ', closed: 'Đã đóng' };
export const ACTS: Record<ImprovementAct, string> = {
  opened: 'Mở phiếu', planned: 'Xác định nguyên nhân, kế hoạch', linked: 'Gắn hồ sơ', draftOpened: 'Mở bản nháp', predicted: 'Dự báo hiệu quả', versionNamed: 'Gắn phiên bản', measured: 'Đo hiệu quả',
  kept: 'Giữ thay đổi', rolledBack: 'Trở về bản cũ', closed: 'Đóng phiếu',
};
export const RELATIONS: Record<DossierRelation, string> = { evidence: 'bằng chứng', audit: 'đánh giá nội bộ', correctiveAction: 'hành động khắc phục', review: 'xem xét của lãnh đạo' };
export const MEASURE_WORDS: Record<Measure, string> = { medianHours: 'Thời gian giải quyết, trung vị (giờ làm việc)', lateShare: 'Tỷ lệ hồ sơ quá hạn (%)', workHours: 'Giờ công mỗi hồ sơ', handOvers: 'Số lần chuyển đơn vị mỗi hồ sơ' };
export const VERDICTS: Record<Verdict, string> = { better: 'tốt lên', worse: 'xấu đi', notShown: 'chưa thấy khác' };
const STRATA: Record<Stratum, string> = { result: 'kết quả', channel: 'kênh nộp', season: 'quý trong năm' };

const NUMBER = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });
export const numberWords = (value: number): string => NUMBER.format(value);
const figure = (measure: Measure, value: number): string => NUMBER.format(measure === 'lateShare' ? value * 100 : value);

export function effectTable(measures: readonly MeasureEffect[]): Block {
  return {
    kind: 'table',
    columns: [{ name: 'Chỉ số', width: '*' }, { name: 'Trước', width: 50, right: true }, { name: 'Sau', width: 50, right: true }, { name: 'Chênh lệch', width: 56, right: true }, { name: 'Khoảng 95 %', width: 92, right: true }, { name: 'Kết luận', width: 76 }],
    rows: measures.map(({ measure, before, after, shift, low, high, verdict }) => [MEASURE_WORDS[measure], figure(measure, before), figure(measure, after), figure(measure, shift), `${figure(measure, low)} … ${figure(measure, high)}`, VERDICTS[verdict]]),
  };
}

/** What the comparison rests on, in a sentence or two. */
export function basisWords({ casesBefore, casesAfter, adjusted, notComparable, unmatchedBefore, unmatchedAfter, floor, cannotTell }: Effect): string {
  const names = (strata: readonly Stratum[]): string => strata.map((each) => STRATA[each]).join(', ');
  return [
    `So sánh ${numberWords(casesBefore)} hồ sơ trước và ${numberWords(casesAfter)} hồ sơ sau thay đổi${adjusted.length > 0 ? `, cùng cơ cấu theo ${names(adjusted)}` : ''}.`,
    ...(notComparable.length > 0 ? [`Chưa so sánh được cùng ${names(notComparable)}.`] : []),
    ...(unmatchedBefore + unmatchedAfter > 0 ? [`Không tính ${numberWords(unmatchedBefore)} hồ sơ trước và ${numberWords(unmatchedAfter)} hồ sơ sau không có hồ sơ tương ứng.`] : []),
    ...(cannotTell.length > 0 ? [`Chưa đủ ${floor} hồ sơ có số liệu ở mỗi bên để kết luận: ${cannotTell.map((each) => MEASURE_WORDS[each].toLowerCase()).join('; ')}.`] : []),
  ].join(' ');
}
