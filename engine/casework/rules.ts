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

const isCount = (value: Json): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isLead = (value: Json): boolean => typeof value === 'object' && value !== null && 'value' in value && 'unit' in value
  && typeof value.value === 'number' && Number.isFinite(value.value) && ['workingHours', 'workingDays', 'days'].includes(String(value.unit));
const isRoles = (value: Json): boolean => Array.isArray(value) && value.every((each) => typeof each === 'string');
const isYesNo = (value: Json): boolean => typeof value === 'boolean';
const isStates = (value: Json): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
  && Object.values(value).every((each) => Number.isInteger(each) && Number(each) >= 1 && Number(each) <= 10);
const isPattern = (value: Json): boolean => typeof value === 'string' && /\{number(:\d{1,2})?\}/.test(value) && value.length <= 100;
const isPeriod = (value: Json): boolean => value === 'ever' || value === 'year';

const SHAPES: Readonly<Record<RuleKey, readonly [check: (value: Json) => boolean, wanted: string]>> = {
  'supplement.most': [isCount, 'a whole number'], 'supplement.by': [isRoles, 'a list of roles'], 'supplement.answerWithin': [isLead, 'a value with a unit'],
  'supplement.closesUnanswered': [isYesNo, 'true or false'], 'payment.by': [isRoles, 'a list of roles'], 'stop.by': [isRoles, 'a list of roles'],
  'stop.ground': [isYesNo, 'true or false'], 'resume.by': [isRoles, 'a list of roles'], 'withdraw.by': [isRoles, 'a list of roles'],
  'refuse.by': [isRoles, 'a list of roles'], 'refuse.ground': [isYesNo, 'true or false'], 'extension.most': [isCount, 'a whole number'],
  'extension.noticeBefore': [isLead, 'a value with a unit'], 'extension.longest': [isLead, 'a value with a unit'], 'extension.proposed': [isLead, 'a value with a unit'], 'extension.draftBy': [isRoles, 'a list of roles'],
  'extension.by': [isRoles, 'a list of roles'], 'extension.approverIsNotDrafter': [isYesNo, 'true or false'], 'opinion.by': [isRoles, 'a list of roles'],
  'handOver.by': [isRoles, 'a list of roles'], 'recall.by': [isRoles, 'a list of roles'], 'automatic.cancelBy': [isRoles, 'a list of roles'],
  'reminder.at': [isLead, 'a value with a unit'], 'escalation.head.at': [isLead, 'a value with a unit'], 'escalation.leader.at': [isLead, 'a value with a unit'],
  'apology.at': [isLead, 'a value with a unit'], 'fourEyes.approverIsNotDrafter': [isYesNo, 'true or false'],
  'portal.states': [isStates, 'states with numbers from 1 to 10'], 'register.pattern': [isPattern, 'a text with {number}'], 'register.period': [isPeriod, '"ever" or "year"'],
};
export const RULE_KEYS = Object.keys(SHAPES) as RuleKey[];

export interface RuleProblem { key: string; message: string }

/** All rules, or everything that is wrong with them: an unknown key, a missing one, a value of another kind. */
export function readRules(values: Readonly<Record<string, Json>>): { rules?: CaseRules; problems: RuleProblem[] } {
  const problems: RuleProblem[] = Object.keys(values).filter((key) => !Object.hasOwn(SHAPES, key)).map((key) => ({ key, message: 'no such rule' }));
  for (const key of RULE_KEYS) {
    const value = values[key];
    const [check, wanted] = SHAPES[key];
    if (value === undefined) problems.push({ key, message: 'is missing' });
    else if (!check(value)) problems.push({ key, message: `must be ${wanted}` });
  }
  return problems.length > 0 ? { problems } : { rules: values as unknown as CaseRules, problems };
}
