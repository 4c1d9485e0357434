/** What the checks of time, order and hand-offs say. */
import type { Texts } from './texts.js';

export const time = {
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
} as const satisfies Texts;
