/** What the checks of overlap say. */
import type { Texts } from './texts.js';

export const overlap = {
  'O1.message': { vi: 'Điều kiện “{requirement}” được kiểm tra nhiều lần mà giữa các lần không có gì thay đổi: {elements}', en: 'Requirement “{requirement}” is checked more than once with nothing changed between: {elements}' },
  'O1.suggestion': { vi: 'Giữ lần kiểm tra ở {first}, các bước sau dùng lại kết quả', en: 'Keep the check of {first}; let the later steps rely on it' },
  'O2.message': { vi: 'Cùng một bước được làm ở nhiều đơn vị: {elements} ({units})', en: 'The same step is done in several units: {elements} ({units})' },
  'O2.suggestion': { vi: 'Giao cho một đơn vị làm, hoặc đặt tên nêu rõ chỗ khác nhau', en: 'Let one unit do it, or name the difference' },
  'O3.twice': { vi: 'Người nộp bị yêu cầu nộp {document} nhiều lần: {elements}', en: 'The applicant is asked for {document} more than once: {elements}' },
  'O3.written': { vi: 'Người nộp bị yêu cầu nộp {document} dù cơ quan đã lập ra: {elements}', en: 'The applicant is asked for {document} although an earlier step has written it: {elements}' },
  'O3.database': { vi: 'Người nộp bị yêu cầu nộp {document} dù cơ sở dữ liệu {database} đã có', en: 'The applicant is asked for {document} although the database {database} has it' },
  'O3.suggestion': { vi: 'Thu nhận một lần rồi dùng chung, hoặc tra cứu dữ liệu', en: 'Collect it once and share it, or look it up' },
  'O4.message': { vi: 'Thông tin {fields} phải nhập nhiều nơi ({media}): {elements}', en: 'Data entered in more than one place ({media}): {fields} by {elements}' },
  'O4.original': { vi: '{document} vừa có bản gốc giấy vừa có bản gốc điện tử', en: '{document} has a paper original and an electronic original' },
  'O4.suggestion': { vi: 'Chỉ giữ một bản gốc điện tử và kết nối các hệ thống', en: 'Keep one electronic original and connect the systems' },
  'O5.message': { vi: '{count} lần duyệt, ký liên tiếp không có thông tin mới: {elements}', en: '{count} approvals in a row with nothing new between them: {elements}' },
  'O5.suggestion': { vi: 'Ủy quyền, chỉ giữ lần ký cuối và lần ký pháp luật yêu cầu', en: 'Delegate; keep the last one and those the law requires' },
  'O6.two': { vi: 'Nhiều đơn vị cùng chịu trách nhiệm về một việc: {units} ({elements})', en: 'Several units are accountable for the same work: {units} ({elements})' },
  'O6.none': { vi: 'Nhiều đơn vị cùng làm một việc mà không đơn vị nào chịu trách nhiệm chính: {units} ({elements})', en: 'Several units do the same work and none is accountable: {units} ({elements})' },
  'O6.suggestion': { vi: 'Giao cho một đơn vị chịu trách nhiệm chính', en: 'Name one accountable unit' },
  'O7.message': { vi: 'Lấy ý kiến {unit} hai lần mà không có tài liệu mới: {elements}', en: '{unit} is asked for its opinion twice with no new document: {elements}' },
  'O7.suggestion': { vi: 'Gửi một văn bản nêu đủ các nội dung cần hỏi', en: 'Ask once, with all questions' },
  'O8.message': { vi: 'Các nhánh của {element} làm giống hệt nhau: {elements}', en: 'The branches of {element} do exactly the same: {elements}' },
  'O8.suggestion': { vi: 'Bỏ điểm quyết định này', en: 'Remove the decision' },
} as const satisfies Texts;
