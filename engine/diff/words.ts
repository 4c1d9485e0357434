/** Differences as sentences, in both languages. */
import type { TimeUnit } from '../graph/types.js';
import type { Difference } from './differences.js';
import type { Item, ItemKind, Value } from './items.js';

export type Language = 'vi' | 'en';
type Both = Readonly<Record<Language, string>>;

const KINDS: Readonly<Record<ItemKind, Both>> = {
  procedure: { vi: 'thủ tục', en: 'procedure' }, timeLimit: { vi: 'thời hạn giải quyết', en: 'time limit' }, requiredDocument: { vi: 'thành phần hồ sơ', en: 'required document' }, legalBasis: { vi: 'căn cứ pháp lý', en: 'legal basis' },
  channel: { vi: 'cách thực hiện', en: 'way of doing' }, framework: { vi: 'mô hình khung', en: 'model framework' }, step: { vi: 'bước', en: 'step' }, event: { vi: 'sự kiện', en: 'event' }, gateway: { vi: 'điểm rẽ nhánh', en: 'gateway' },
  flow: { vi: 'đường đi', en: 'flow' }, lane: { vi: 'làn', en: 'lane' }, document: { vi: 'tài liệu', en: 'document' },
};
const ATTRIBUTES: Readonly<Record<string, Both>> = {
  code: { vi: 'mã', en: 'code' }, name: { vi: 'tên', en: 'name' }, level: { vi: 'cấp', en: 'level' }, field: { vi: 'lĩnh vực', en: 'field' }, counting: { vi: 'cách tính thời hạn', en: 'counting' }, cutOff: { vi: 'giờ chốt nhận', en: 'cut-off' },
  fee: { vi: 'phí, lệ phí', en: 'fee' }, result: { vi: 'kết quả', en: 'result' }, onlineService: { vi: 'dịch vụ công trực tuyến', en: 'online service' }, sets: { vi: 'số bộ hồ sơ', en: 'sets' }, subjects: { vi: 'đối tượng', en: 'subjects' },
  requirements: { vi: 'yêu cầu, điều kiện', en: 'requirements' }, limit: { vi: 'thời hạn', en: 'time limit' }, copies: { vi: 'số bản', en: 'copies' }, original: { vi: 'loại bản', en: 'kind of copy' }, source: { vi: 'nguồn', en: 'source' },
  form: { vi: 'biểu mẫu', en: 'form' }, mandatory: { vi: 'bắt buộc', en: 'mandatory' }, title: { vi: 'tên văn bản', en: 'title' }, from: { vi: 'từ', en: 'from' }, to: { vi: 'đến', en: 'to' }, note: { vi: 'ghi chú', en: 'note' },
  version: { vi: 'phiên bản', en: 'version' }, publisher: { vi: 'cơ quan ban hành', en: 'publisher' }, type: { vi: 'loại', en: 'type' }, lane: { vi: 'làn', en: 'lane' }, inside: { vi: 'nằm trong', en: 'inside' }, documentation: { vi: 'mô tả', en: 'description' },
  role: { vi: 'vai trò', en: 'role' }, stepKind: { vi: 'loại việc', en: 'kind of work' }, standardMinutes: { vi: 'định mức (phút)', en: 'standard time (minutes)' }, medium: { vi: 'hình thức', en: 'medium' }, checks: { vi: 'nội dung kiểm tra', en: 'checks' },
  clock: { vi: 'đồng hồ', en: 'clock' }, accountable: { vi: 'chịu trách nhiệm', en: 'accountable' }, separateFrom: { vi: 'phải khác người làm', en: 'done by others than' }, applicantContact: { vi: 'tiếp xúc người nộp', en: 'contact with the applicant' },
  valueClass: { vi: 'giá trị', en: 'value' }, legalBasis: { vi: 'căn cứ pháp lý', en: 'legal basis' }, reads: { vi: 'dùng tài liệu', en: 'reads' }, writes: { vi: 'lập tài liệu', en: 'writes' }, calls: { vi: 'gọi quy trình', en: 'calls' },
  decision: { vi: 'bảng quyết định', en: 'decision' }, implementation: { vi: 'dịch vụ', en: 'service' }, message: { vi: 'thông điệp', en: 'message' }, script: { vi: 'biểu thức', en: 'script' }, defaultFlow: { vi: 'đường mặc định', en: 'default flow' },
  repeated: { vi: 'lặp', en: 'repetition' }, adHoc: { vi: 'thứ tự tùy chọn', en: 'ad-hoc order' }, trigger: { vi: 'kích hoạt', en: 'trigger' }, attachedTo: { vi: 'gắn với', en: 'attached to' }, interrupts: { vi: 'ngắt bước', en: 'interrupts' },
  condition: { vi: 'điều kiện', en: 'condition' }, isReturn: { vi: 'đường quay lại', en: 'way back' }, probability: { vi: 'xác suất', en: 'probability' }, department: { vi: 'đơn vị', en: 'department' }, agency: { vi: 'cơ quan', en: 'agency' },
  calendar: { vi: 'lịch làm việc', en: 'calendar' }, oneStop: { vi: 'bộ phận một cửa', en: 'one-stop desk' }, headcount: { vi: 'số người', en: 'headcount' }, fields: { vi: 'các mục', en: 'fields' },
};
const UNITS: Readonly<Record<TimeUnit, Both>> = { workingHours: { vi: 'giờ làm việc', en: 'working hours' }, workingDays: { vi: 'ngày làm việc', en: 'working days' }, days: { vi: 'ngày', en: 'days' } };
const CHANNELS: Readonly<Record<string, Both>> = { desk: { vi: 'trực tiếp', en: 'at the desk' }, online: { vi: 'trực tuyến', en: 'online' }, post: { vi: 'bưu chính công ích', en: 'by public post' } };
const CHANGES: Readonly<Record<'added' | 'removed', Both>> = { added: { vi: 'Thêm', en: 'Added' }, removed: { vi: 'Bỏ', en: 'Removed' } };
const NOTHING: Both = { vi: 'không nêu', en: 'not stated' };
const YES_NO: readonly [Both, Both] = [{ vi: 'không', en: 'no' }, { vi: 'có', en: 'yes' }];

export const attributeName = (attribute: string, language: Language): string => ATTRIBUTES[attribute]?.[language] ?? attribute;
export const kindName = (kind: ItemKind, language: Language): string => KINDS[kind][language];

export function valueInWords(value: Value | undefined, language: Language): string {
  if (value === undefined) return NOTHING[language];
  if (typeof value === 'boolean') return YES_NO[value ? 1 : 0][language];
  if (typeof value === 'number') return numberInWords(value, language);
  if (typeof value === 'string') return value;
  return 'unit' in value ? `${numberInWords(value.value, language)} ${UNITS[value.unit][language]}` : value.join('; ');
}
const numberInWords = (value: number, language: Language): string => (language === 'vi' ? String(value).replace('.', ',') : String(value));

/** What the thing is called in a sentence. */
function called({ kind, name }: Item, language: Language): string {
  if (kind === 'procedure') return kindName(kind, language);
  const shown = kind === 'channel' ? (CHANNELS[name]?.[language] ?? name) : name;
  return shown === '' ? kindName(kind, language) : `${kindName(kind, language)} “${shown}”`;
}

export function inWords(difference: Difference, language: Language): string {
  const { item } = difference;
  if (difference.change === 'changed') {
    const text = `${called(item, language)}: ${attributeName(difference.attribute, language)} ${valueInWords(difference.before, language)} → ${valueInWords(difference.after, language)}`;
    return text.charAt(0).toUpperCase() + text.slice(1);
  }
  const { limit } = item.attributes;
  return `${CHANGES[difference.change][language]} ${called(item, language)}${limit === undefined ? '' : ` (${valueInWords(limit, language)})`}`;
}
