/** Words of the sheet of a procedure. */
import type { Language } from '../i18n.js';

type Both = Readonly<Record<Language, string>>;
export const SHEET_WORDS = {
  code: { vi: 'Mã thủ tục', en: 'Code' }, field: { vi: 'Lĩnh vực', en: 'Field' }, level: { vi: 'Cấp thực hiện', en: 'Level' }, limit: { vi: 'Thời hạn giải quyết', en: 'Time limit' },
  fee: { vi: 'Phí, lệ phí', en: 'Fee' }, result: { vi: 'Kết quả', en: 'Result' }, online: { vi: 'Dịch vụ công trực tuyến', en: 'Online service' }, version: { vi: 'Phiên bản quy trình', en: 'Version of the process' },
  since: { vi: 'áp dụng từ', en: 'in force since' }, subjects: { vi: 'Đối tượng thực hiện', en: 'Who may ask' }, decides: { vi: 'Cơ quan quyết định', en: 'Decided by' }, takesPart: { vi: 'Cơ quan phối hợp', en: 'Takes part' },
  place: { vi: 'Nơi tiếp nhận và trả kết quả', en: 'Received and handed out at' }, ways: { vi: 'Cách thức thực hiện', en: 'Ways to hand in' }, sets: { vi: 'Số bộ hồ sơ', en: 'Sets of the dossier' },
  requirements: { vi: 'Yêu cầu, điều kiện', en: 'Requirements' }, notStated: { vi: 'chưa công bố', en: 'not stated' }, forms: { vi: 'Biểu mẫu', en: 'Forms' }, atDesk: { vi: 'nhận tại nơi tiếp nhận', en: 'at the desk' },
  parts: { vi: 'Thành phần hồ sơ', en: 'Required documents' }, noParts: { vi: 'Không phải nộp giấy tờ.', en: 'No documents are required.' },
  part: { vi: 'Giấy tờ', en: 'Document' }, form: { vi: 'Mẫu', en: 'Form' }, kind: { vi: 'Loại bản', en: 'Kind' }, copies: { vi: 'Số bản', en: 'Copies' }, need: { vi: 'Bắt buộc', en: 'Required' },
  flow: { vi: 'Trình tự thực hiện', en: 'How it is done' }, supplement: { vi: 'chỉ khi hồ sơ phải bổ sung', en: 'only when something is missing' }, refuse: { vi: 'chỉ khi hồ sơ không đủ điều kiện', en: 'only when the dossier is refused' },
  drawing: { vi: 'Lưu đồ', en: 'Drawing' }, download: { vi: 'Tải lưu đồ (BPMN 2.0)', en: 'Download the drawing (BPMN 2.0)' }, law: { vi: 'Căn cứ pháp lý', en: 'Legal basis' }, inForce: { vi: 'hiệu lực từ', en: 'in force from' },
  typical: { vi: 'Thời gian thường gặp', en: 'Usual time' }, yes: { vi: 'có', en: 'yes' }, no: { vi: 'không', en: 'no' }, when: { vi: 'khi', en: 'when' }, applicant: { vi: 'có mặt người nộp', en: 'with the applicant' },
} as const;
export type SheetWord = keyof typeof SHEET_WORDS;

export const KINDS: Readonly<Record<string, Both>> = {
  original: { vi: 'bản chính', en: 'original' }, certified: { vi: 'bản sao chứng thực', en: 'certified copy' }, copy: { vi: 'bản chụp', en: 'photocopy' },
  electronic: { vi: 'bản điện tử', en: 'electronic' }, data: { vi: 'dữ liệu (không phải nộp)', en: 'data (nothing to hand in)' },
};
export const ONLINE: Readonly<Record<string, Both>> = {
  full: { vi: 'toàn trình', en: 'fully online' }, partial: { vi: 'một phần', en: 'partly online' }, none: { vi: 'chưa có', en: 'none' },
};
export const CHANNEL_WORDS: Readonly<Record<'desk' | 'online' | 'post', Both>> = {
  desk: { vi: 'Trực tiếp', en: 'At the desk' }, online: { vi: 'Trực tuyến', en: 'Online' }, post: { vi: 'Qua dịch vụ bưu chính công ích', en: 'By public post' },
};
