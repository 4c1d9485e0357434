/** An improvement record as pages that an auditor can read: what, who, when, why, with which effect. */
import type { ImprovementView } from '../contract.js';
import { dateOnly } from '../i18n.js';
import type { Block } from './document.js';
import { ACTS, basisWords, effectTable, KINDS, MEASURE_WORDS, numberWords, RELATIONS, SOURCES, STATES, VERDICTS } from './quality-words.js';
import type { PlainDocument } from './plain-pdf.js';
import { paragraph } from './said.js';

const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });
const facts = (rows: readonly (readonly [string, string])[]): Block => ({ kind: 'table', columns: [{ name: 'Mục', width: 150 }, { name: 'Nội dung', width: '*' }], rows });
const dayWords = (day: string): string => day.split('-').reverse().join('/');

export function improvementDocument(view: ImprovementView, agency: string, now: Date): PlainDocument {
  return {
    agency, code: view.no, title: 'Phiếu cải tiến', subtitle: view.title, date: dateOnly(now),
    blocks: [...what(view), ...change(view), ...effects(view), heading('5. Diễn biến'), history(view)],
  };
}

function what(view: ImprovementView): Block[] {
  const { finding, dossiers, cause } = view;
  return [
    heading('1. Phát hiện'),
    facts([
      ['Thủ tục', `${view.procedureName} (${view.procedureId})`], ['Nguồn', SOURCES[view.source]], ['Loại', KINDS[view.kind]], ['Tình trạng', STATES[view.state]],
      ['Mở ngày', `${dateOnly(new Date(view.openedAt))}, ${view.openedByName}`], ['Chịu trách nhiệm', view.ownerName], ['Hạn', dayWords(view.dueDay)],
      ...(finding ? [['Kiểm tra', `${finding.check}, phiên bản ${finding.version}${finding.hoursPerYear === undefined ? '' : `, ${numberWords(Math.round(finding.hoursPerYear))} giờ mỗi năm`}`] as const] : []),
    ]),
    ...(finding ? [paragraph(finding.message), ...(finding.suggestion ? [paragraph(`Gợi ý: ${finding.suggestion}`)] : [])] : []),
    ...(dossiers.length > 0 ? [{ kind: 'list' as const, items: dossiers.map((each) => `Hồ sơ ${each.dossierNo} (${RELATIONS[each.relation]})`) }] : []),
    heading('2. Nguyên nhân'), paragraph(cause ?? 'Chưa xác định.'),
  ];
}

function change({ base, remedy, version, versions, goal, restoredAs }: ImprovementView): Block[] {
  const own = versions.find((each) => each.version === version);
  return [
    heading('3. Thay đổi'),
    base === undefined ? paragraph('Chưa mở bản nháp.') : facts([
      ['Từ phiên bản', String(base)], ['Sửa tự động', remedy ? `${numberWords(remedy.changes)} chỗ trên lưu đồ, đường dài nhất ngắn đi ${numberWords(remedy.savedHours)} giờ` : 'không'],
      ['Phiên bản mới', version === undefined ? 'chưa gắn' : `${version}${own?.inForceFrom ? `, hiệu lực từ ${dayWords(own.inForceFrom)}` : ''}`], ['Chỉ số để đánh giá', MEASURE_WORDS[goal]],
      ...(restoredAs === undefined ? [] : [['Bản cũ có hiệu lực lại', `phiên bản ${restoredAs}`] as const]),
    ]),
  ];
}

function effects({ predicted, measured, goal }: ImprovementView): Block[] {
  return [
    heading('4. Hiệu quả'),
    ...(predicted ? [
      { kind: 'heading' as const, level: 2 as const, text: 'Dự báo' },
      ...(predicted.measures.length > 0 ? [effectTable(predicted.measures)] : []),
      paragraph(predicted.played === 0 ? `Chưa đủ hồ sơ để dự báo (${predicted.casesBefore}).` : `Chạy thử ${numberWords(predicted.played)} hồ sơ theo hai lưu đồ, với thời gian đã thấy ở ${numberWords(predicted.casesBefore)} hồ sơ; thời gian chờ giữ như cũ.`),
    ] : []),
    ...(measured ? [
      { kind: 'heading' as const, level: 2 as const, text: `Đo được: ${VERDICTS[measured.verdict]} (${MEASURE_WORDS[goal].toLowerCase()})` },
      ...(measured.measures.length > 0 ? [effectTable(measured.measures)] : []), paragraph(basisWords(measured)),
      ...(measured.worse.length > 0 ? [paragraph(`Xấu đi: ${measured.worse.map((each) => MEASURE_WORDS[each].toLowerCase()).join('; ')}.`)] : []),
    ] : []),
    ...(!predicted && !measured ? [paragraph('Chưa dự báo, chưa đo.')] : []),
  ];
}

function history({ history: steps }: ImprovementView): Block {
  return {
    kind: 'table', columns: [{ name: 'Ngày', width: 62 }, { name: 'Việc', width: 110 }, { name: 'Người', width: 130 }, { name: 'Lý do, ghi chú', width: '*' }],
    rows: steps.map(({ act, at, byName, position, note }) => [dateOnly(new Date(at)), ACTS[act], position ? `${byName}, ${position}` : byName, act === 'measured' ? (VERDICTS[note as 'better'] ?? '') : act === 'draftOpened' ? '' : note ?? '']),
  };
}
