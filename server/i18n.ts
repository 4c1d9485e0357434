/** Words and dates of server-made pages and papers, Vietnamese first. */
import type { BusinessState } from './contract.js';

export type Language = 'vi' | 'en';
const ZONE = 'Asia/Ho_Chi_Minh';

/** `HH:mm ngày dd/MM/yyyy`, in the time of the desk. */
export function dateTime(at: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(at);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('hour')}:${part('minute')} ${part('day')}/${part('month')}/${part('year')}`;
}

/** `dd/MM/yyyy`, the day at the desk. */
export function dateOnly(at: Date): string {
  return dateTime(at).slice(6);
}

const UNITS = {
  workingHours: { vi: 'giờ làm việc', en: 'working hours' }, workingDays: { vi: 'ngày làm việc', en: 'working days' }, days: { vi: 'ngày', en: 'days' },
} as const;

export function limitWords({ value, unit }: { value: number; unit: keyof typeof UNITS }, language: Language): string {
  const number = language === 'vi' ? String(value).replace('.', ',') : String(value);
  const words = UNITS[unit][language];
  return `${number} ${language === 'en' && value === 1 ? words.replace(/s$/, '') : words}`;
}

export const STATES: Readonly<Record<BusinessState, Readonly<Record<Language, string>>>> = {
  draft: { vi: 'Đang ghi nhận', en: 'Being registered' }, submitted: { vi: 'Mới nộp', en: 'Submitted' }, received: { vi: 'Đã tiếp nhận', en: 'Received' },
  notReceived: { vi: 'Không được tiếp nhận', en: 'Not received' }, inProgress: { vi: 'Đang xử lý', en: 'In progress' },
  awaitingSupplement: { vi: 'Chờ bổ sung', en: 'Waiting for supplement' }, financialDuty: { vi: 'Chờ thực hiện nghĩa vụ tài chính', en: 'Waiting for payment' },
  withdrawn: { vi: 'Công dân rút hồ sơ', en: 'Withdrawn' }, stopped: { vi: 'Dừng giải quyết', en: 'Stopped' }, resolved: { vi: 'Chờ trả kết quả', en: 'Result ready' },
  delivered: { vi: 'Đã trả kết quả', en: 'Result delivered' }, refused: { vi: 'Từ chối', en: 'Refused' }, unresolved: { vi: 'Không giải quyết được', en: 'Closed unresolved' },
};

/** Why a person may not act on a work item. */
export const WHY_NOT: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'other-department': { vi: 'Bước này do bộ phận khác thực hiện.', en: 'Another department does this step.' },
  'other-role': { vi: 'Bước này cần vai trò khác trong bộ phận.', en: 'This step asks for another role in the department.' },
  'same-person': { vi: 'Bạn đã làm bước trước; bước này phải do người khác thực hiện.', en: 'You did the step before; this one is for somebody else.' },
  suspended: { vi: 'Hồ sơ đang tạm dừng tính thời hạn.', en: 'The dossier stands still.' },
  taken: { vi: 'Người khác đã nhận việc này.', en: 'Somebody else has taken this work.' },
};

export const LEVELS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ministry: { vi: 'Cấp bộ', en: 'Ministry' }, province: { vi: 'Cấp tỉnh', en: 'Province' }, commune: { vi: 'Cấp xã', en: 'Commune' }, unit: { vi: 'Đơn vị', en: 'Unit' },
};
