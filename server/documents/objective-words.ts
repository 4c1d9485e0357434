/** How quality objectives are said on paper: what is measured, in which unit, and the target. */
import type { Objective, ObjectiveMeasure } from '../../models/schemas/quality-document.js';
import type { Language } from '../i18n.js';

interface Words { atMost: string; atLeast: string; measures: Readonly<Record<ObjectiveMeasure, readonly [name: string, unit: string]>> }
export const OBJECTIVE_WORDS: Readonly<Record<Language, Words>> = {
  vi: {
    atMost: 'không quá', atLeast: 'từ',
    measures: {
      onTimeShare: ['Hồ sơ trước hạn, đúng hạn', '%'], earlyShare: ['Hồ sơ trước hạn', '%'], meanHours: ['Thời gian giải quyết trung bình', 'giờ làm việc'], supplementShare: ['Hồ sơ phải bổ sung', '%'], resolved: ['Số hồ sơ đã giải quyết', 'hồ sơ'], satisfaction: ['Mức hài lòng trung bình', 'điểm'],
    },
  },
  en: {
    atMost: 'at most', atLeast: 'at least',
    measures: {
      onTimeShare: ['Dossiers early or on time', '%'], earlyShare: ['Dossiers early', '%'], meanHours: ['Mean time to the result', 'working hours'], supplementShare: ['Dossiers asked for more', '%'], resolved: ['Dossiers decided', 'dossiers'], satisfaction: ['Mean satisfaction', 'points'],
    },
  },
};
const NUMBERS: Readonly<Record<Language, Intl.NumberFormat>> = { vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }), en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }) };

/** A figure of a measure with its unit. */
export function figureWords(measure: ObjectiveMeasure, value: number, language: Language): string {
  const [, unit] = OBJECTIVE_WORDS[language].measures[measure];
  return `${NUMBERS[language].format(unit === '%' ? value * 100 : value)} ${unit}`;
}

export function targetWords({ measure, target, atMost }: Pick<Objective, 'measure' | 'target'> & { atMost: boolean }, language: Language): string {
  return `${OBJECTIVE_WORDS[language][atMost ? 'atMost' : 'atLeast']} ${figureWords(measure, target, language)}`;
}
