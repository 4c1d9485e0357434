/** Rules of the one-stop mechanism as data: what each key may hold. Values, legal basis and dates of effect are in files. */
import type { Json, TimeUnit } from '../graph/types.js';

/** A stretch of time; negative is before, positive after the instant it is counted from. */
export interface Lead { value: number; unit: TimeUnit }

export interface CaseRules {
  'supplement.most': number;
  'supplement.by': readonly string[];
  'supplement.answerWithin': Lead;
  'supplement.closesUnanswered': boolean;
  'payment.by': readonly string[];
  'stop.by': readonly string[];
  'stop.ground': boolean;
  'resume.by': readonly string[];
  'withdraw.by': readonly string[];
  'refuse.by': readonly string[];
  'refuse.ground': boolean;
  'extension.most': number;
  'extension.noticeBefore': Lead;
  'extension.longest': Lead;
  'extension.proposed': Lead;
  'extension.draftBy': readonly string[];
  'extension.by': readonly string[];
  'extension.approverIsNotDrafter': boolean;
  'opinion.by': readonly string[];
  'handOver.by': readonly string[];
  'recall.by': readonly string[];
  'automatic.cancelBy': readonly string[];
  'reminder.at': Lead;
  'escalation.head.at': Lead;
  'escalation.leader.at': Lead;
  'apology.at': Lead;
  'fourEyes.approverIsNotDrafter': boolean;
  /** State of the National Portal (1 to 10) by our own state. */
  'portal.states': Readonly<Record<string, number>>;
  /** `{agency}`, `{date}`, `{number:7}` and literal text. */
  'register.pattern': string;
  /** What a register is counted over: never starts again, or every year. */
  'register.period': 'ever' | 'year';
}
export type RuleKey = keyof CaseRules;

/** What a value is, and with it how it is written: `stretch` is a time that something lasts, `lead` one counted from a date. */
export type RuleKind = 'count' | 'roles' | 'stretch' | 'lead' | 'yesNo' | 'states' | 'pattern' | 'period';
/** Whom a rule can give something to: the roles of the offices. */
const ROLES: ReadonlySet<Json> = new Set(['oneStop', 'officer', 'head', 'leader', 'seal', 'manager', 'designer', 'qmsOfficer', 'administrator']);
/** Beyond this a time or a number is a slip of the hand. */
const MOST = 1_000;

const isCount = (value: Json): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MOST;
const isLead = (value: Json): boolean => typeof value === 'object' && value !== null && 'value' in value && 'unit' in value && Object.keys(value).length === 2
  && typeof value.value === 'number' && Math.abs(value.value) <= MOST && ['workingHours', 'workingDays', 'days'].includes(String(value.unit));
const isStretch = (value: Json): boolean => isLead(value) && (value as unknown as Lead).value > 0;
const isRoles = (value: Json): boolean => Array.isArray(value) && value.length > 0 && new Set(value).size === value.length && value.every((each) => ROLES.has(each));
const isYesNo = (value: Json): boolean => typeof value === 'boolean';
const isStates = (value: Json): boolean => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
  && Object.values(value).every((each) => Number.isInteger(each) && Number(each) >= 1 && Number(each) <= 10);
const isPattern = (value: Json): boolean => typeof value === 'string' && /\{number(:\d{1,2})?\}/.test(value) && value.length <= 100;
const isPeriod = (value: Json): boolean => value === 'ever' || value === 'year';

const KINDS: Readonly<Record<RuleKind, readonly [check: (value: Json) => boolean, wanted: string]>> = {
  count: [isCount, `a whole number from 0 to ${MOST}`], roles: [isRoles, 'a list of one or more known roles'], stretch: [isStretch, `a value above 0 and up to ${MOST}, with a unit`],
  lead: [isLead, `a value from -${MOST} to ${MOST}, with a unit`], yesNo: [isYesNo, 'true or false'], states: [isStates, 'states with numbers from 1 to 10'],
  pattern: [isPattern, 'a text with {number}, of at most 100 characters'], period: [isPeriod, '"ever" or "year"'],
};
const KIND_OF: Readonly<Record<RuleKey, RuleKind>> = {
  'supplement.most': 'count', 'supplement.by': 'roles', 'supplement.answerWithin': 'stretch', 'supplement.closesUnanswered': 'yesNo', 'payment.by': 'roles', 'stop.by': 'roles',
  'stop.ground': 'yesNo', 'resume.by': 'roles', 'withdraw.by': 'roles', 'refuse.by': 'roles', 'refuse.ground': 'yesNo', 'extension.most': 'count', 'extension.noticeBefore': 'lead',
  'extension.longest': 'stretch', 'extension.proposed': 'stretch', 'extension.draftBy': 'roles', 'extension.by': 'roles', 'extension.approverIsNotDrafter': 'yesNo', 'opinion.by': 'roles',
  'handOver.by': 'roles', 'recall.by': 'roles', 'automatic.cancelBy': 'roles', 'reminder.at': 'lead', 'escalation.head.at': 'lead', 'escalation.leader.at': 'lead', 'apology.at': 'lead',
  'fourEyes.approverIsNotDrafter': 'yesNo', 'portal.states': 'states', 'register.pattern': 'pattern', 'register.period': 'period',
};
export const RULE_KEYS = Object.keys(KIND_OF) as RuleKey[];
export const isRuleKey = (key: string): key is RuleKey => Object.hasOwn(KIND_OF, key);
export const kindOf = (key: RuleKey): RuleKind => KIND_OF[key];

/** What is wrong with a value for this rule; undefined when nothing is. */
export function valueProblem(key: RuleKey, value: Json): string | undefined {
  const [check, wanted] = KINDS[KIND_OF[key]];
  return check(value) ? undefined : `must be ${wanted}`;
}

export interface RuleProblem { key: string; message: string }

/** All rules, or everything that is wrong with them: an unknown key, a missing one, a value of another kind. */
export function readRules(values: Readonly<Record<string, Json>>): { rules?: CaseRules; problems: RuleProblem[] } {
  const problems: RuleProblem[] = Object.keys(values).filter((key) => !isRuleKey(key)).map((key) => ({ key, message: 'no such rule' }));
  for (const key of RULE_KEYS) {
    const value = values[key];
    const message = value === undefined ? 'is missing' : valueProblem(key, value);
    if (message !== undefined) problems.push({ key, message });
  }
  return problems.length > 0 ? { problems } : { rules: values as unknown as CaseRules, problems };
}
