/** Every problem the API answers: stable code, HTTP status, title in both languages. */
export interface ProblemKind { status: number; vi: string; en: string }

export const PROBLEMS = {
  'bad-request': { status: 400, vi: 'Yêu cầu không hợp lệ', en: 'The request is not valid' },
  'bad-json': { status: 400, vi: 'Nội dung gửi lên không phải JSON hợp lệ', en: 'The body is not valid JSON' },
  'too-large': { status: 413, vi: 'Nội dung gửi lên quá lớn', en: 'The body is too large' },
  'unsupported-media-type': { status: 415, vi: 'Chỉ nhận nội dung JSON', en: 'Only JSON bodies are accepted' },
  'not-signed-in': { status: 401, vi: 'Chưa đăng nhập hoặc phiên đã hết hạn', en: 'Not signed in, or the session has ended' },
  'bad-csrf': { status: 403, vi: 'Phiên làm việc đã thay đổi, hãy tải lại trang', en: 'The session has changed: reload the page' },
  forbidden: { status: 403, vi: 'Không có quyền thực hiện', en: 'Not allowed' },
  'demo-refused': { status: 403, vi: 'Đăng nhập thử bị tắt', en: 'Demo sign-in is switched off' },
  'not-found': { status: 404, vi: 'Không tìm thấy', en: 'Not found' },
  'method-not-allowed': { status: 405, vi: 'Không hỗ trợ thao tác này', en: 'Not supported' },
  'unknown-person': { status: 404, vi: 'Không có cán bộ này', en: 'No such person' },
  'unknown-procedure': { status: 404, vi: 'Không có thủ tục này', en: 'No such procedure' },
  'unknown-version': { status: 404, vi: 'Không có phiên bản này', en: 'No such version' },
  'unknown-dossier': { status: 404, vi: 'Không có hồ sơ này', en: 'No such dossier' },
  'unknown-work-item': { status: 404, vi: 'Không có công việc này', en: 'No such work item' },
  'unknown-outcome': { status: 422, vi: 'Bản vẽ không có lựa chọn này', en: 'The drawing offers no such outcome' },
  'bad-data': { status: 422, vi: 'Dữ liệu chưa hợp lệ', en: 'The data are not valid' },
  'command-id-reused': { status: 422, vi: 'Mã thao tác đã dùng cho việc khác', en: 'This command id was used for something else' },
  'cannot-run': { status: 422, vi: 'Quy trình chưa chạy được', en: 'The drawing cannot run as it is' },
  'not-published': { status: 409, vi: 'Thủ tục chưa ban hành', en: 'The procedure has no published version' },
  'no-draft': { status: 409, vi: 'Không có bản nháp', en: 'There is no draft' },
  'stale-draft': { status: 412, vi: 'Bản nháp đã được người khác lưu', en: 'Somebody else has saved the draft meanwhile' },
  'published-meanwhile': { status: 409, vi: 'Người khác vừa ban hành phiên bản mới', en: 'Somebody else has published a version meanwhile' },
  'procedure-exists': { status: 409, vi: 'Mã thủ tục đã có', en: 'There is such a procedure already' },
  'stale-work-item': { status: 409, vi: 'Bước này không còn chờ xử lý', en: 'This step is no longer waiting' },
  'already-claimed': { status: 409, vi: 'Người khác đã nhận việc này', en: 'Somebody else has taken this work' },
  'work-item-not-yours': { status: 409, vi: 'Việc này đang do người khác xử lý', en: 'Somebody else is working on this' },
  'four-eyes': { status: 409, vi: 'Bước này phải do người khác thực hiện', en: 'This step must be done by somebody else' },
  'not-running': { status: 409, vi: 'Hồ sơ đã kết thúc', en: 'The dossier has ended' },
  'already-started': { status: 409, vi: 'Hồ sơ đã được tiếp nhận', en: 'The dossier has been started' },
  'unknown-incident': { status: 409, vi: 'Sự cố không còn', en: 'The incident is no longer there' },
  'refused': { status: 409, vi: 'Không thực hiện được lúc này', en: 'Not possible now' },
  'temporal-unavailable': { status: 503, vi: 'Hệ thống thực thi tạm thời không trả lời, hãy thử lại', en: 'The execution service does not answer: try again' },
  'database-unavailable': { status: 503, vi: 'Cơ sở dữ liệu tạm thời không trả lời, hãy thử lại', en: 'The database does not answer: try again' },
  starting: { status: 503, vi: 'Đang khởi động', en: 'Starting' },
  internal: { status: 500, vi: 'Lỗi của hệ thống', en: 'A fault of the system' },
} satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;
export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);
