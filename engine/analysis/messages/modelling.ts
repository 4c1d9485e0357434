/** What the checks of model quality say. */
import type { Texts } from './texts.js';

export const modelling = {
  'S6.undelivered': { vi: 'Thông điệp {message} gửi từ {element} có thể không bao giờ được nhận', en: 'Message {message} sent by {element} may never be received' },
  'S6.undeliveredSuggestion': { vi: 'Thêm chỗ nhận cho mọi trường hợp, hoặc chỉ gửi khi bên kia đang chờ', en: 'Let the other side receive it in every case, or send it only when it is awaited' },
  'S6.waiting': { vi: '{element} có thể chờ mãi thông điệp {message} mà không ai gửi', en: '{element} may wait for ever for message {message}, which nobody sends' },
  'S6.waitingSuggestion': { vi: 'Thêm bước gửi ở bên kia, hoặc thời hạn chờ', en: 'Add the counterpart that sends it, or a time limit for the waiting' },
  'S12.message': { vi: 'Bản vẽ chưa đúng quy tắc “{rule}” tại {element}: {text}', en: 'The drawing breaks the rule “{rule}” at {element}: {text}' },
  'S12.suggestion': { vi: 'Sửa theo quy tắc trong trang giải thích', en: 'Follow the rule; its page says how' },
  'S13.message': { vi: 'Tệp không theo chuẩn BPMN tại {element}: {text}', en: 'The file does not keep to BPMN at {element}: {text}' },
  'S13.suggestion': { vi: 'Mở và lưu lại bằng công cụ vẽ, hoặc sửa phần tử đã nêu', en: 'Open and save it with a drawing tool, or repair the element named' },
  'S14.large': { vi: 'Bản vẽ có {nodes} nút trên một cấp, bắt đầu khó đọc', en: 'The drawing has {nodes} nodes on one level and begins to be hard to read' },
  'S14.tooLarge': { vi: 'Bản vẽ có {nodes} nút trên một cấp, quá giới hạn 50', en: 'The drawing has {nodes} nodes on one level, over the limit of 50' },
  'S14.degree': { vi: 'Cổng {element} nối với {flows} luồng, quá 5', en: 'Gateway {element} has {flows} flows, more than 5' },
  'S14.inclusive': { vi: 'Cổng {element} là cổng bao hàm, khó hiểu đúng', en: 'Gateway {element} is inclusive, which is easily misread' },
  'S14.starts': { vi: 'Có nhiều điểm bắt đầu: {elements}', en: 'There are several starts: {elements}' },
  'S14.mismatch': { vi: 'Các nhánh tách ở {element} lại gộp ở cổng khác loại: {join}', en: 'Branches split at {element} meet in a gateway of another type: {join}' },
  'S14.noJoin': { vi: 'Các nhánh song song tách ở {element} không gộp lại', en: 'Branches that run side by side from {element} are never joined' },
  'S14.sizeSuggestion': { vi: 'Tách một đoạn có một lối vào, một lối ra thành quy trình con', en: 'Cut a part with one way in and one way out into a sub-process' },
  'S14.suggestion': { vi: 'Vẽ đơn giản hơn: mỗi cổng tách có một cổng gộp cùng loại, một điểm bắt đầu', en: 'Draw it simpler: each split with a join of its type, one start' },
  'S15.style': { vi: 'Tên bước nên gồm động từ và đối tượng: {elements}', en: 'A step’s label should be a verb and its object: {elements}' },
  'S15.suggestion': { vi: 'Viết lại, ví dụ “Kiểm tra thành phần hồ sơ”', en: 'Rewrite it, for example “Check the parts of the dossier”' },
  'S15.same': { vi: 'Các bước có tên cùng nghĩa: {elements}', en: 'Steps with labels of the same meaning: {elements}' },
  'S15.sameSuggestion': { vi: 'Gộp thành một bước, hoặc đặt tên nêu rõ chỗ khác nhau', en: 'Make it one step, or name the difference' },
} as const satisfies Texts;
