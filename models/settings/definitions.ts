/** What an agency can set about time: default, legal basis, and what a value may be. */
import type { Allowance } from '../../engine/calendar/types.js';
import type { ClockRules } from '../calendar.js';

export interface TimeSettings {
  'clock.afterStop': ClockRules['afterStop'];
  'clock.outsideHours': ClockRules['outsideHours'];
  'due.soon': Allowance;
  'due.early': 'dayBefore' | 'anyTime';
  /** How long a move of dossiers to another version can be taken back. */
  'migration.undoWithin': Allowance;
  /** How long a message is kept for a dossier that does not wait for it yet. */
  'message.keptFor': Allowance;
}
export type SettingKey = keyof TimeSettings;

export interface Definition<K extends SettingKey = SettingKey> {
  default: TimeSettings[K];
  /** Legal basis or custom; false: from memory, to be compared with the text in force. */
  basis: string; confirmed: boolean;
  /** Where it can be set: for everybody always, for one agency or one procedure where listed. */
  scopes: readonly ('agency' | 'procedure')[];
  isValue(value: unknown): boolean;
}

const oneOf = (...values: string[]) => (value: unknown): boolean => typeof value === 'string' && values.includes(value);
const isAllowance = (value: unknown): boolean => {
  const { value: n, unit, ...rest } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return typeof n === 'number' && n >= 0 && n <= 1_000 && oneOf('workingHours', 'workingDays', 'days')(unit) && Object.keys(rest).length === 0;
};

export const SETTINGS: { readonly [K in SettingKey]: Definition<K> } = {
  'clock.afterStop': {
    default: 'continues', basis: 'Nghị định 118/2025/NĐ-CP; thời gian đã dùng trước khi bổ sung được tính tiếp', confirmed: false,
    scopes: ['agency', 'procedure'], isValue: oneOf('continues', 'restarts'),
  },
  'clock.outsideHours': {
    default: 'asReceived', basis: 'Bộ luật Dân sự 2015, Điều 147: ngày xảy ra sự kiện không tính', confirmed: false,
    scopes: ['agency', 'procedure'], isValue: oneOf('asReceived', 'nextOpening'),
  },
  'due.soon': { default: { value: 1, unit: 'workingDays' }, basis: 'Quy định của cơ quan', confirmed: false, scopes: ['agency'], isValue: isAllowance },
  'due.early': { default: 'dayBefore', basis: 'Thông tư 03/2025/TT-VPCP, mẫu 06: trước hạn, đúng hạn, quá hạn', confirmed: false, scopes: ['agency'], isValue: oneOf('dayBefore', 'anyTime') },
  'migration.undoWithin': { default: { value: 1, unit: 'days' }, basis: 'Quy định của cơ quan', confirmed: false, scopes: ['procedure'], isValue: isAllowance },
  'message.keptFor': { default: { value: 30, unit: 'days' }, basis: 'Quy định của cơ quan', confirmed: false, scopes: [], isValue: isAllowance },
};
export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];
