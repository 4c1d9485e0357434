/** What the checks of order, hand-offs and the applicant's burden say. */
import type { Texts } from './texts.js';

export const order = {
  'T5.message': { vi: 'Hồ sơ qua tay {handoffs} lần giữa các đơn vị trong {steps} bước: {units}', en: 'The dossier changes hands {handoffs} times in {steps} steps: {units}' },
  'T5.suggestion': { vi: 'Giao một cán bộ theo hồ sơ đến cùng, hoặc gộp các bước liền nhau', en: 'Let one officer follow the case, or merge neighbouring steps' },
  'T7.message': { vi: 'Nên kiểm tra theo thứ tự {elements}: trung bình mất {best} phút thay vì {given} phút', en: 'Better checked in the order {elements}: {best} minutes on average instead of {given}' },
  'T7.suggestion': { vi: 'Kiểm tra dễ loại và ít công trước: {elements}', en: 'First the check that refuses most for least effort: {elements}' },
  'T8.message': { vi: '{elements} không cần kết quả của nhau mà phải làm lần lượt; làm song song bớt được {saved} giờ', en: '{elements} need nothing of each other yet wait for each other; in parallel {saved} hours are saved' },
  'T8.suggestion': { vi: 'Cho các bước này chạy song song', en: 'Run these steps in parallel' },
  'T9.message': { vi: '{element} chỉ cần giấy tờ có ngay khi tiếp nhận nhưng lại làm sau {after}', en: '{element} needs only what is there at receipt, yet comes after {after}' },
  'T9.suggestion': { vi: 'Chuyển bước kiểm tra này về lúc tiếp nhận', en: 'Move the check to receipt' },
  'T12.message': { vi: '{element} không tạo ra kết quả, không quyết định gì và không có căn cứ pháp lý', en: '{element} has no output, no decision and no legal basis' },
  'T12.suggestion': { vi: 'Bỏ bước này, hoặc ghi rõ kết quả và căn cứ của nó', en: 'Remove the step, or state what it gives and why it is there' },
  'T13.message': { vi: '{percent} % thời gian dành cho các bước không tạo giá trị và không do luật yêu cầu: {elements}', en: '{percent} % of the time goes to steps that neither add value nor are required by law: {elements}' },
  'T13.suggestion': { vi: 'Xem xét bỏ hoặc tự động hóa, bước tốn nhất trước', en: 'Remove or automate them, the dearest first' },
  'T14.message': { vi: 'Một người có thể làm cả hai bước phải tách nhau: {elements}', en: 'One person can do both of two steps that must be kept apart: {elements}' },
  'T14.suggestion': { vi: 'Giao một trong hai bước cho vai trò hoặc đơn vị khác', en: 'Give one of them to another role or unit' },
  'T16.message': { vi: 'Người nộp phải đến trực tiếp {trips} lần: {elements}', en: 'The applicant has to come in person {trips} times: {elements}' },
  'T16.suggestion': { vi: 'Gộp các lần đến, hoặc làm trực tuyến', en: 'Merge the contacts, or put them online' },
  'T17.message': { vi: 'Chi phí tuân thủ khoảng {perApplicant} đồng một lần, {perYear} đồng một năm; tốn nhất: {dearest}', en: 'Compliance costs about {perApplicant} VND each time, {perYear} VND a year; the dearest: {dearest}' },
  'T17.suggestion': { vi: 'Giảm giấy tờ và lần đi lại tốn kém nhất trước', en: 'Begin with the dearest document or contact' },
  'T18.in': { vi: 'Hồ sơ được nhận ở {element} của {unit}, không qua Một cửa', en: 'The dossier comes in at {element} of {unit}, which is not the one-stop' },
  'T18.out': { vi: 'Kết quả được trả ở {element} của {unit}, không qua Một cửa', en: 'The result goes out at {element} of {unit}, which is not the one-stop' },
  'T18.suggestion': { vi: 'Nhận hồ sơ và trả kết quả qua Bộ phận Một cửa', en: 'Let the one-stop receive the dossier and return the result' },
  'T18.handover': { vi: 'Hồ sơ chuyển giữa hai cơ quan mà không ghi nhận bàn giao: {elements}', en: 'The dossier passes between agencies without a recorded hand-over: {elements}' },
  'T18.handoverSuggestion': { vi: 'Thêm bước chuyển, hoặc phiếu chuyển có ký nhận', en: 'Add a transfer step, or a slip that both sides sign' },
} as const satisfies Texts;
