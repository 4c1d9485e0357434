/** What an agency can set: default, legal basis, and what a value may be. */
import type { Allowance } from '../../engine/calendar/types.js';
import type { ClockRules } from '../calendar.js';
import { INDICATOR_IDS, INDICATORS, weightKey, type IndicatorId, type Weights } from '../../engine/service-index/indicators.js';

/** Points that each indicator of the service index is worth. */
type WeightValues = { [K in IndicatorId as `index.${K}`]: number };
export interface SettingValues extends WeightValues {
  'clock.afterStop': ClockRules['afterStop'];
  'clock.outsideHours': ClockRules['outsideHours'];
  'due.soon': Allowance;
  'due.early': 'dayBefore' | 'anyTime';
  /** How long a move of dossiers to another version can be taken back. */
  'migration.undoWithin': Allowance;
  /** How long a message is kept for a dossier that does not wait for it yet. */
  'message.keptFor': Allowance;
  /** With how many last digits of the applicant's phone a dossier is followed. */
  'follow.phoneDigits': number;
  /** Wrong answers before a code, or an address that asks, has to wait; and for how many minutes. */
  'follow.triesPerCode': number;
  'follow.triesPerAddress': number;
  'follow.waitMinutes': number;
  /** Wrong passwords before an account, or an address, has to wait; and for how many minutes. */
  'signIn.triesPerAccount': number;
  'signIn.triesPerAddress': number;
  'signIn.waitMinutes': number;
  /** Requests a minute that one person, or one program, may send to one server. A page that is opened sends about ten. */
  'requests.perPerson': number;
  'requests.perProgram': number;
  /** How long after delivery an applicant may rate the service. */
  'rating.openFor': Allowance;
  /** How many months after a dossier was closed personal data of it are erased; 0: never. */
  'retention.months': number;
  /** Who approves a version of a procedure, one after the other. */
  'version.approval': 'qmsOfficerThenLeader' | 'leader';
  /** Whether who drew a version may approve it. */
  'version.ownApproval': 'refused' | 'allowed';
  /** Whether a draft may be put in force at once, without review, approval and decision. */
  'version.directIssue': 'off' | 'on';
  /** Quality objectives: percent of dossiers decided on time, and of ratings that are 4 or 5 of 5. */
  'quality.onTimeGoal': number;
  'quality.satisfiedGoal': number;
  /** Whether applicants are told by e-mail, by text message, and in which language. */
  'notice.email': 'on' | 'off';
  'notice.text': 'on' | 'off';
  'notice.language': 'vi' | 'en' | 'both';
}
export type SettingKey = keyof SettingValues;

export interface Definition<K extends SettingKey = SettingKey> {
  default: SettingValues[K];
  /** Legal basis or custom; false: from memory, to be compared with the text in force. */
  basis: string; confirmed: boolean;
  /** Where it can be set: for everybody always, for one agency or one procedure where listed. */
  scopes: readonly ('agency' | 'procedure')[];
  isValue(value: unknown): boolean;
}

const oneOf = (...values: string[]) => (value: unknown): boolean => typeof value === 'string' && values.includes(value);
const wholeNumber = (least: number, most: number) => (value: unknown): boolean => Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
const isAllowance = (value: unknown): boolean => {
  const { value: n, unit, ...rest } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return typeof n === 'number' && n >= 0 && n <= 1_000 && oneOf('workingHours', 'workingDays', 'days')(unit) && Object.keys(rest).length === 0;
};

const weights = Object.fromEntries(INDICATOR_IDS.map((id) => [weightKey(id), {
  default: INDICATORS[id].weight, basis: 'Quyết định 766/QĐ-TTg ngày 23/06/2022; điểm từng chỉ tiêu cần đối chiếu với phụ lục', confirmed: false, scopes: ['agency'], isValue: wholeNumber(0, 100),
}])) as unknown as { readonly [K in keyof WeightValues]: Definition<K> };

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
  'follow.phoneDigits': { default: 4, basis: 'Quy định của cơ quan; Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15', confirmed: false, scopes: [], isValue: wholeNumber(4, 9) },
  'follow.triesPerCode': { default: 5, basis: 'Quy định của cơ quan', confirmed: false, scopes: [], isValue: wholeNumber(1, 100) },
  'follow.triesPerAddress': { default: 30, basis: 'Quy định của cơ quan', confirmed: false, scopes: [], isValue: wholeNumber(1, 1_000) },
  'follow.waitMinutes': { default: 60, basis: 'Quy định của cơ quan', confirmed: false, scopes: [], isValue: wholeNumber(1, 1_440) },
  'signIn.triesPerAccount': { default: 10, basis: 'Quy định của cơ quan', confirmed: false, scopes: [], isValue: wholeNumber(3, 100) },
  'signIn.triesPerAddress': { default: 50, basis: 'Quy định của cơ quan', confirmed: false, scopes: [], isValue: wholeNumber(3, 1_000) },
  'signIn.waitMinutes': { default: 15, basis: 'Quy định của cơ quan', confirmed: false, scopes: [], isValue: wholeNumber(1, 1_440) },
  'requests.perPerson': { default: 1_200, basis: 'Quy định của cơ quan', confirmed: false, scopes: [], isValue: wholeNumber(120, 100_000) },
  'requests.perProgram': { default: 1_200, basis: 'Quy định của cơ quan', confirmed: false, scopes: [], isValue: wholeNumber(10, 100_000) },
  'rating.openFor': { default: { value: 30, unit: 'days' }, basis: 'Quyết định 766/QĐ-TTg: mức độ hài lòng; thời gian do cơ quan quy định', confirmed: false, scopes: ['agency', 'procedure'], isValue: isAllowance },
  // Erasing cannot be taken back: nothing is, until somebody who knows the text in force has set a time.
  'retention.months': { default: 0, basis: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Luật Lưu trữ 33/2024/QH15: thời hạn do cơ quan quy định', confirmed: false, scopes: ['agency', 'procedure'], isValue: wholeNumber(0, 1_200) },
  'version.approval': { default: 'qmsOfficerThenLeader', basis: 'TCVN ISO 9001:2015, 7.5.2 (xem xét và phê duyệt); quy định của cơ quan', confirmed: false, scopes: ['agency', 'procedure'], isValue: oneOf('qmsOfficerThenLeader', 'leader') },
  'version.ownApproval': { default: 'refused', basis: 'TCVN ISO 9001:2015, 7.5.2; quy định của cơ quan', confirmed: false, scopes: ['agency', 'procedure'], isValue: oneOf('refused', 'allowed') },
  'version.directIssue': { default: 'off', basis: 'TCVN ISO 9001:2015, 7.5.3; quy định của cơ quan', confirmed: false, scopes: ['agency', 'procedure'], isValue: oneOf('off', 'on') },
  'quality.onTimeGoal': { default: 95, basis: 'TCVN ISO 9001:2015, 6.2; mục tiêu chất lượng của cơ quan', confirmed: false, scopes: ['agency'], isValue: wholeNumber(0, 100) },
  'quality.satisfiedGoal': { default: 90, basis: 'TCVN ISO 9001:2015, 6.2; mục tiêu chất lượng của cơ quan', confirmed: false, scopes: ['agency'], isValue: wholeNumber(0, 100) },
  'notice.email': { default: 'on', basis: 'Quy định của cơ quan; thông tin liên hệ do người nộp khai', confirmed: false, scopes: ['agency'], isValue: oneOf('on', 'off') },
  'notice.text': { default: 'off', basis: 'Quy định của cơ quan; thông tin liên hệ do người nộp khai', confirmed: false, scopes: ['agency'], isValue: oneOf('on', 'off') },
  'notice.language': { default: 'vi', basis: 'Quy định của cơ quan', confirmed: false, scopes: ['agency'], isValue: oneOf('vi', 'en', 'both') },
  ...weights,
};
export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];

export const weightsOf = (get: (key: keyof WeightValues) => number): Weights => Object.fromEntries(INDICATOR_IDS.map((id) => [id, get(weightKey(id))])) as Weights;
