/** What the checks of control flow say. */
import type { Texts } from './texts.js';

export const soundness = {
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
} as const satisfies Texts;
