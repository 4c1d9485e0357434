/** What findings say, in both languages; `{name}` stands for a value. */
export type Language = 'vi' | 'en';

const catalogue = {
  'READ.message': { vi: 'Không đọc được tệp: {reason}', en: 'The file cannot be read: {reason}' },
  'S1.message': { vi: 'Hồ sơ có thể bị kẹt: {elements} chờ mãi một nhánh không bao giờ đến', en: 'A dossier can get stuck: {elements} waits for a branch that never comes' },
  'S1.suggestion': { vi: 'Dùng cổng gộp cùng loại với cổng đã tách các nhánh này', en: 'Join with a gateway of the same type as the one that split these branches' },
  'S2.message': { vi: 'Các nhánh song song không được gộp lại: sau {element} các bước có thể chạy hai lần', en: 'Parallel branches are not synchronised: what follows {element} can run twice' },
  'S2.unbounded': { vi: 'Sau {element} số nhánh chạy cùng lúc tăng mãi không giới hạn', en: 'After {element} the number of running branches grows without bound' },
  'S2.suggestion': { vi: 'Gộp các nhánh bằng cổng song song, hoặc kết thúc một nhánh', en: 'Join the branches with a parallel gateway, or end one of them' },
  'S3.message': { vi: 'Quy trình có thể quay vòng mãi qua {elements} mà không thể kết thúc', en: 'The process can go round for ever through {elements} and never reach an end' },
  'S3.suggestion': { vi: 'Thêm lối ra khỏi vòng lặp', en: 'Add a way out of the loop' },
  'S4.message': { vi: 'Bước không bao giờ được thực hiện: {elements}', en: 'Never executed: {elements}' },
  'S4.suggestion': { vi: 'Bỏ bước này hoặc nối nó vào luồng', en: 'Remove the step or connect it' },
  'S5.message': { vi: 'Sự kiện kết thúc {element} có thể được đến hai lần trong một lần chạy', en: 'The end event {element} can be reached twice in one run' },
  'S5.suggestion': { vi: 'Gộp các nhánh trước khi kết thúc, hoặc dùng sự kiện kết thúc toàn bộ', en: 'Join the branches before the end, or use a terminate end event' },
  'S5.open': { vi: 'Khi {element} trả kết quả, có thể vẫn còn việc đang làm: {elements}', en: 'When {element} returns the result, work may still be open: {elements}' },
  'S5.openSuggestion': { vi: 'Gộp các nhánh trước khi trả kết quả, hoặc ghi rõ việc nào được làm sau', en: 'Join the branches before the result is returned, or show what may come after it' },
  'T1.message': { vi: 'Tổng thời gian các bước là {sum} giờ, vượt thời hạn {limit} giờ đã công bố {over} giờ', en: 'The steps take {sum} hours in total, {over} hours over the published limit of {limit} hours' },
  'T1.messageWhen': { vi: 'Khi {when}: tổng thời gian các bước là {sum} giờ, vượt thời hạn {limit} giờ đã công bố {over} giờ', en: 'When {when}: the steps take {sum} hours in total, {over} hours over the published limit of {limit} hours' },
  'T1.returned': { vi: 'Nếu bị trả lại một lần, các bước mất {sum} giờ, vượt thời hạn {limit} giờ đã công bố {over} giờ', en: 'With one return the steps take {sum} hours, {over} hours over the published limit of {limit} hours' },
  'T1.returnedWhen': { vi: 'Khi {when}, nếu bị trả lại một lần, các bước mất {sum} giờ, vượt thời hạn {limit} giờ đã công bố {over} giờ', en: 'When {when}, with one return the steps take {sum} hours, {over} hours over the published limit of {limit} hours' },
  'T1.suggestion': { vi: 'Rút ngắn các bước trên đường dài nhất theo tỷ lệ, hoặc cho chạy song song', en: 'Shorten the steps of the longest path in proportion, or run some in parallel' },
  'T3.message': { vi: 'Bước thiếu thông tin bắt buộc: {elements}', en: 'Steps without required facts: {elements}' },
  'T3.suggestion': { vi: 'Ghi thời hạn, đơn vị thực hiện và căn cứ pháp lý của bước', en: 'State the limit, the unit in charge and the legal basis of the step' },
  'T4.message': { vi: 'Hồ sơ chuyển qua lại giữa các đơn vị {count} lần: {units}', en: 'The dossier goes back and forth between units {count} times: {units}' },
  'T4.suggestion': { vi: 'Gom các bước của cùng một đơn vị lại với nhau', en: 'Group the steps of one unit together' },
  'T6.message': { vi: 'Hồ sơ có thể bị trả lại nhiều lần không giới hạn qua {elements}', en: 'The dossier can be returned without limit through {elements}' },
  'T6.suggestion': { vi: 'Chỉ yêu cầu bổ sung một lần, đầy đủ, rồi quyết định: thêm bộ đếm, thời hạn hoặc lối ra khác', en: 'Ask once and in full, then decide: add a counter, a time limit or a different exit' },
  'O2.message': { vi: 'Cùng một bước được làm ở nhiều đơn vị: {elements} ({units})', en: 'The same step is done in several units: {elements} ({units})' },
  'O2.suggestion': { vi: 'Giao cho một đơn vị làm, hoặc đặt tên nêu rõ chỗ khác nhau', en: 'Let one unit do it, or name the difference' },
  'O5.message': { vi: '{count} lần duyệt, ký liên tiếp không có thông tin mới: {elements}', en: '{count} approvals in a row with nothing new between them: {elements}' },
  'O5.suggestion': { vi: 'Ủy quyền, chỉ giữ lần ký cuối và lần ký pháp luật yêu cầu', en: 'Delegate; keep the last one and those the law requires' },
} as const satisfies Record<string, Record<Language, string>>;

export type MessageKey = keyof typeof catalogue;
export interface Message { key: MessageKey; values?: Readonly<Record<string, string | number>> }

/** Numbers are written with the decimal sign of the language. */
export function say({ key, values = {} }: Message, language: Language): string {
  return catalogue[key][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' && language === 'vi' ? String(value).replace('.', ',') : String(value);
  });
}

export const messageKeys = Object.keys(catalogue) as MessageKey[];
