/** The ledger's reasons in words. */
import type { LedgerReason, LedgerSpan } from './types.js';

type Language = 'vi' | 'en';

const WORDS: Record<LedgerReason, Record<Language, string>> = {
  openHours: { en: 'open hours', vi: 'giờ làm việc' },
  makeUpDay: { en: 'open hours, make-up day', vi: 'giờ làm việc, ngày làm bù' },
  calendarDay: { en: 'calendar day', vi: 'ngày theo lịch' },
  night: { en: 'closed: outside office hours', vi: 'ngoài giờ làm việc' },
  break: { en: 'closed: break', vi: 'nghỉ giữa giờ' },
  weekend: { en: 'closed: weekend', vi: 'nghỉ cuối tuần' },
  dayOff: { en: 'closed: no office hours on this day', vi: 'ngày không làm việc' },
  holiday: { en: 'holiday', vi: 'ngày nghỉ lễ' },
  pause: { en: 'clock stopped', vi: 'tạm dừng tính thời hạn' },
  pausedDay: { en: 'not counted: clock stopped on this day', vi: 'không tính: ngày có tạm dừng' },
  beganAnew: { en: 'not counted: the limit began anew after the stop', vi: 'không tính: thời hạn tính lại từ đầu sau khi tạm dừng' },
  receiptDay: { en: 'not counted: day of receipt', vi: 'không tính: ngày tiếp nhận' },
  afterCutOff: { en: 'not counted: received after the cut-off', vi: 'không tính: tiếp nhận sau giờ chốt trong ngày' },
  moved: { en: 'not counted: moved to closing of the next working day', vi: 'không tính: chuyển đến cuối ngày làm việc tiếp theo' },
};

const EXPECTED: Record<Language, string> = { en: 'expected, not announced yet', vi: 'dự kiến, chưa có thông báo' };

/** One short phrase, with the name of the holiday, make-up day or pause where there is one. */
export function explain({ reason, name, expected }: Pick<LedgerSpan, 'reason' | 'name' | 'expected'>, language: Language): string {
  const words = WORDS[reason][language];
  return `${words}${name ? `: ${name}` : ''}${expected ? ` (${EXPECTED[language]})` : ''}`;
}
