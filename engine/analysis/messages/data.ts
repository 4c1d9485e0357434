/** What the checks of decisions and of data flow say. */
import type { Texts } from './texts.js';

export const data = {
  'S7.gap': { vi: 'Cổng {element} không có nhánh nào cho trường hợp {example}', en: 'Gateway {element} has no way out for {example}' },
  'S7.gapSuggestion': { vi: 'Thêm nhánh cho trường hợp này, hoặc đặt một nhánh mặc định', en: 'Add a branch for this case, or a default flow' },
  'S7.overlap': { vi: 'Cổng {element} có hai nhánh cùng đúng khi {example}: {flows}', en: 'Two branches of gateway {element} hold for {example}: {flows}' },
  'S7.overlapSuggestion': { vi: 'Sửa điều kiện để mỗi trường hợp chỉ thuộc một nhánh', en: 'Change the conditions so that each case belongs to one branch' },
  'S7.tableGap': { vi: 'Bảng quyết định {element} không có dòng nào cho trường hợp {example}', en: 'Decision table {element} has no rule for {example}' },
  'S7.tableOverlap': { vi: 'Bảng quyết định {element} có nhiều dòng cùng đúng khi {example}: dòng {rules}', en: 'Several rules of decision table {element} hold for {example}: rules {rules}' },
  'S7.tableSuggestion': { vi: 'Bổ sung hoặc sửa các dòng của bảng; ví dụ đã nêu là giá trị để thử', en: 'Add or change rules; the value given is one to try' },
  'S8.message': { vi: '{element} cần {document} nhưng có trường hợp chưa bước nào trước đó lập ra', en: '{element} reads {document}, which on some run no earlier step has written' },
  'S8.suggestion': { vi: 'Chuyển bước này ra sau, hoặc thêm bước lập tài liệu vào đường đi đó', en: 'Move the step behind its producer, or add the producer to that path' },
  'S9.message': { vi: '{document} được lập ra nhưng không ai đọc, lưu trữ hay trả cho người nộp', en: '{document} is written but never read, archived or given to the applicant' },
  'S9.suggestion': { vi: 'Bỏ tài liệu này, có thể bỏ luôn bước {elements}', en: 'Drop this output, and perhaps the step {elements}' },
  'S10.message': { vi: '{document} được ghi hai lần mà không ai đọc giữa hai lần: {elements}', en: '{document} is written twice with nobody reading it between: {elements}' },
  'S10.suggestion': { vi: 'Để một bước duy nhất ghi tài liệu này', en: 'Let one step own the document' },
  'S11.message': { vi: '{elements} có thể cùng lúc ghi {document}', en: '{elements} may write {document} at the same time' },
  'S11.suggestion': { vi: 'Xếp hai bước trước sau, hoặc tách tài liệu', en: 'Order the two steps, or split the document' },
} as const satisfies Texts;
