/** Words of the management review pack, in both languages. */
import type { CheckKind } from '../../engine/analysis/catalogue.js';
import type { Measure, Verdict } from '../../engine/improvement/types.js';
import type { ImprovementKind, ImprovementSource, ImprovementState } from '../contract.js';
import type { Language } from '../i18n.js';
import { KINDS, MEASURE_WORDS, SOURCES, STATES, VERDICTS } from './quality-words.js';

interface RecordWords { sources: Record<ImprovementSource, string>; kinds: Record<ImprovementKind, string>; states: Record<ImprovementState, string>; measures: Record<Measure, string>; verdicts: Record<Verdict, string>; checkKinds: Record<CheckKind, string> }

const vi = {
  title: 'Tài liệu họp xem xét của lãnh đạo', code: 'XXLĐ', made: 'lập ngày', period: 'Kỳ {from} đến {to} (TCVN ISO 9001:2015, 9.3.2)',
  sections: { goals: 'Mục tiêu chất lượng', handled: 'Giải quyết hồ sơ', satisfaction: 'Mức độ hài lòng', index: 'Bộ chỉ số phục vụ người dân, doanh nghiệp', findings: 'Phát hiện theo loại', actions: 'Hành động và hiệu quả', audits: 'Kết quả đánh giá nội bộ', resources: 'Nguồn lực', versions: 'Tài liệu thay đổi trong kỳ', reviews: 'Các lần xem xét trước' },
  objectives: { columns: ['Mục tiêu', 'Năm', 'Chỉ tiêu', 'Đo được đến nay', 'Kết quả'], reached: 'đạt', missed: 'chưa đạt', unknown: 'chưa có số liệu', none: 'Chưa có tài liệu mục tiêu chất lượng nào đang có hiệu lực.', goals: 'Ngưỡng chung của cơ quan, trong kỳ và kỳ trước:' },
  index: { columns: ['Nhóm', 'Điểm', 'Đo được', 'Kỳ trước'], total: 'Cộng', score: 'Đạt {score} trên thang 100 của phần đo được. Kỳ trước: điểm trên phần đo được.', none: 'Chưa có chỉ số nào đo được trong kỳ.' },
  goals: { columns: ['Mục tiêu', 'Phải đạt', 'Kỳ này', 'Kỳ trước', 'Kết quả'], onTime: 'Hồ sơ giải quyết đúng hạn, trên số hồ sơ có hẹn trả', satisfied: 'Lượt đánh giá 4 hoặc 5 điểm', met: 'đạt', missed: 'chưa đạt', unknown: 'chưa có số liệu', before: 'Kỳ trước: {from} đến {to}, cùng số ngày.' },
  handled: { columns: ['Thủ tục', 'Tiếp nhận', 'Đã giải quyết', 'Đúng hạn', 'Quá hạn', 'Đúng hạn (%)', 'Bổ sung', 'Giờ làm việc, trung bình'], total: 'Cộng', before: 'Kỳ trước', none: 'Không có hồ sơ nào trong kỳ.', note: 'Giờ làm việc tính từ tiếp nhận đến có kết quả, trừ thời gian tạm dừng.' },
  satisfaction: { none: 'Không có lượt đánh giá nào trong kỳ.', columns: ['Thủ tục', 'Lượt đánh giá', 'Điểm trung bình'], total: 'Cộng', before: 'Kỳ trước', spread: 'Số lượt theo điểm, từ 1 đến 5: {spread}.' },
  findings: { none: 'Các lưu đồ đang có hiệu lực không có phát hiện nào.', columns: ['Kiểm tra', 'Thủ tục', 'Lỗi', 'Cảnh báo', 'Gợi ý', 'Đã chấp nhận', 'Giờ mỗi năm'], note: 'Trên lưu đồ đang có hiệu lực, và giữa các thủ tục với nhau. Giờ mỗi năm: số giờ làm việc mất đi, nơi tính được.' },
  actions: { none: 'Không có phiếu cải tiến nào trong kỳ.', sources: ['Nguồn', 'Phiếu', 'Mở trong kỳ', 'Còn mở', 'Quá hạn'], columns: ['Số phiếu', 'Nội dung', 'Chịu trách nhiệm', 'Tình trạng', 'Hiệu quả đo được'], total: 'Cộng', late: 'quá hạn {day}', due: 'hạn {day}', notMeasured: 'chưa đo' },
  audits: { none: 'Không có cuộc đánh giá nội bộ nào trong kỳ.', columns: ['Hồ sơ', 'Bắt đầu', 'Kết thúc', 'Tình trạng', 'Về, phiếu cải tiến'], found: 'Phiếu mở từ đánh giá nội bộ', noRecords: 'Không có phiếu cải tiến nào từ đánh giá nội bộ.', list: ['Số phiếu', 'Nội dung', 'Loại', 'Tình trạng'] },
  resources: { people: '{people} cán bộ đang làm việc', planned: ', biên chế các đơn vị ghi {planned}', columns: ['Đơn vị', 'Việc đang mở', 'Quá hạn', 'Sắp đến hạn', 'Xong trong kỳ', 'Giờ mỗi việc, trung vị'] },
  versions: { none: 'Không có phiên bản nào có hiệu lực trong kỳ.', columns: ['Thủ tục', 'Phiên bản', 'Hiệu lực từ', 'Quyết định', 'Nội dung'] },
  reviews: { none: 'Chưa có lần xem xét nào trước đó.' },
};
export type ReviewWords = typeof vi & RecordWords;

const en: typeof vi = {
  title: 'Management review pack', code: 'MR', made: 'made on', period: 'Period {from} to {to} (TCVN ISO 9001:2015, 9.3.2)',
  sections: { goals: 'Quality objectives', handled: 'Handling of dossiers', satisfaction: 'Satisfaction', index: 'Service index', findings: 'Findings by kind', actions: 'Actions and their effect', audits: 'Results of internal audits', resources: 'Resources', versions: 'Documents changed in the period', reviews: 'Earlier reviews' },
  objectives: { columns: ['Objective', 'Year', 'Target', 'Measured so far', 'Result'], reached: 'reached', missed: 'not reached', unknown: 'no figures', none: 'No document of quality objectives is in force.', goals: 'What the agency holds to in general, in the period and before:' },
  index: { columns: ['Group', 'Points', 'Measurable', 'Before'], total: 'Total', score: '{score} on the scale of 100, of what could be measured. Before: points of what could be measured.', none: 'Nothing of the index could be measured in the period.' },
  goals: { columns: ['Objective', 'Goal', 'Period', 'Before', 'Result'], onTime: 'Dossiers decided on time, of those with a date promised', satisfied: 'Ratings of 4 or 5', met: 'met', missed: 'not met', unknown: 'no figures', before: 'Before: {from} to {to}, as many days.' },
  handled: { columns: ['Procedure', 'Received', 'Decided', 'On time', 'Late', 'On time (%)', 'Asked for more', 'Working hours, mean'], total: 'Total', before: 'Before', none: 'No dossier in the period.', note: 'Working hours run from reception to the result, without the time in which the dossier stood still.' },
  satisfaction: { none: 'No rating in the period.', columns: ['Procedure', 'Ratings', 'Mean score'], total: 'Total', before: 'Before', spread: 'Ratings by score, 1 to 5: {spread}.' },
  findings: { none: 'Nothing is found in the drawings in force.', columns: ['Check', 'Procedures', 'Errors', 'Warnings', 'Advice', 'Accepted', 'Hours a year'], note: 'In the drawings in force, and between procedures. Hours a year: working hours lost, where they can be told.' },
  actions: { none: 'No improvement record in the period.', sources: ['From', 'Records', 'Opened in the period', 'Still open', 'Late'], columns: ['Number', 'What', 'Owner', 'State', 'Measured effect'], total: 'Total', late: 'was due {day}', due: 'due {day}', notMeasured: 'not measured' },
  audits: { none: 'No internal audit in the period.', columns: ['Dossier', 'Begun', 'Ended', 'State', 'About, improvement records'], found: 'Records opened from internal audits', noRecords: 'No improvement record comes from an internal audit.', list: ['Number', 'What', 'Kind', 'State'] },
  resources: { people: '{people} people at work', planned: ', the departments count {planned} posts', columns: ['Department', 'Open work', 'Overdue', 'Due soon', 'Done in the period', 'Hours a step, median'] },
  versions: { none: 'No version came into force in the period.', columns: ['Procedure', 'Version', 'In force from', 'Decision', 'What changed'] },
  reviews: { none: 'There was no review before.' },
};

const records: Record<Language, RecordWords> = {
  vi: { sources: SOURCES, kinds: KINDS, states: STATES, measures: MEASURE_WORDS, verdicts: VERDICTS, checkKinds: { flow: 'Luồng điều khiển', data: 'Quyết định và dữ liệu', model: 'Chất lượng bản vẽ', overlap: 'Chồng chéo', library: 'Giữa các thủ tục', order: 'Trình tự và thời gian' } },
  en: {
    sources: { drawing: 'Drawing', log: 'Log of dossiers', audit: 'Internal audit', complaint: 'Complaint', lateDossier: 'Late dossier' }, kinds: { nonconformity: 'Nonconformity', improvement: 'Improvement' },
    states: { open: 'Open', planned: 'Planned', changing: 'Changing', kept: 'Change kept', rolledBack: 'Rolled back', closed: 'Closed' }, verdicts: { better: 'better', worse: 'worse', notShown: 'no difference shown' },
    measures: { medianHours: 'Time to the result, median (working hours)', lateShare: 'Late share (%)', workHours: 'Hours of work a dossier', handOvers: 'Changes of department a dossier' },
    checkKinds: { flow: 'Control flow', data: 'Decisions and data', model: 'Model quality', overlap: 'Overlap', library: 'Between procedures', order: 'Order and time' },
  },
};
export const REVIEW_WORDS: Readonly<Record<Language, ReviewWords>> = { vi: { ...vi, ...records.vi }, en: { ...en, ...records.en } };
