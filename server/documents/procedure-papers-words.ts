/** Words of the list of procedures and of the internal process table, in both languages. */
import { limitWords, type Language } from '../i18n.js';
import type { ProcedurePage } from '../pages/procedure.js';

const vi = {
  made: 'lập ngày', notStated: 'Chưa công bố', when: 'khi',
  list: {
    title: 'Danh mục thủ tục và quy trình nội bộ', code: 'DM-QT', subtitle: 'Đang có hiệu lực ngày {date}: {applicants} thủ tục hành chính, {internal} quy trình nội bộ',
    applicants: 'A. Thủ tục hành chính', internal: 'B. Quy trình nội bộ của cơ quan', none: 'Không có.', noField: 'Lĩnh vực khác', field: 'Lĩnh vực: {field}',
    columns: ['STT', 'Mã số', 'Tên thủ tục, quy trình', 'Thời hạn', 'Nơi tiếp nhận và trả kết quả', 'Phí, lệ phí', 'Căn cứ pháp lý', 'Lần ban hành, hiệu lực'], issue: 'Lần {version}, từ {from}', decision: 'QĐ {number}',
  },
  table: {
    title: 'Quy trình nội bộ', code: 'QTNB-{code}', draft: 'BẢN NHÁP, CHƯA CÔNG BỐ', steps: 'Các bước thực hiện', facts: ['Nội dung', 'Quy định'], number: 'Mã số', field: 'Lĩnh vực', issue: 'Lần ban hành', decision: 'Quyết định công bố', decisionOf: 'Số {number} ngày {date}',
    limit: 'Thời hạn giải quyết', place: 'Nơi tiếp nhận và trả kết quả', units: 'Đơn vị thực hiện', result: 'Kết quả', longest: 'Thời gian theo đường dài nhất', noSteps: 'Lưu đồ không có bước nào do người thực hiện.',
    note: 'Bảng lập từ lưu đồ đang vận hành của phiên bản này. Các bước song song tính theo nhánh dài nhất, không cộng dồn; thời gian chờ người nộp bổ sung không tính.',
  },
};
export type PaperWords = typeof vi;

const en: PaperWords = {
  made: 'made on', notStated: 'Not stated', when: 'when',
  list: {
    title: 'List of procedures', code: 'LP', subtitle: 'In force on {date}: {applicants} procedures for applicants, {internal} internal procedures',
    applicants: 'A. Administrative procedures', internal: 'B. Internal procedures of the agency', none: 'None.', noField: 'Other fields', field: 'Field: {field}',
    columns: ['No.', 'Code', 'Procedure', 'Time limit', 'Received and handed out at', 'Fee', 'Legal basis', 'Issue, in force'], issue: 'Issue {version}, from {from}', decision: 'Decision {number}',
  },
  table: {
    title: 'Internal process table', code: 'IP-{code}', draft: 'DRAFT, NOT ANNOUNCED', steps: 'Steps', facts: ['About', 'As stated'], number: 'Code', field: 'Field', issue: 'Issue', decision: 'Announced by', decisionOf: 'Decision {number} of {date}',
    limit: 'Time limit', place: 'Received and handed out at', units: 'Done by', result: 'Result', longest: 'Time of the longest way', noSteps: 'No step of the drawing is done by people.',
    note: 'Made from the drawing that runs as this version. Steps beside each other count as the longest branch, not as their sum; waiting for what an applicant hands in later does not count.',
  },
};

export const PAPER_WORDS = { vi, en } as const;

/** Each with the condition that it holds under. */
export function eachLimitWords({ limits }: Pick<ProcedurePage, 'limits'>, language: Language): string[] {
  return limits.map((each) => `${limitWords(each, language)}${each.when ? ` (${PAPER_WORDS[language].when} ${each.when})` : ''}`);
}
export function limitsWords(sheet: Pick<ProcedurePage, 'limits'>, language: Language): string {
  return eachLimitWords(sheet, language).join('; ') || PAPER_WORDS[language].notStated;
}
