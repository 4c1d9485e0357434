/**
 * What rules a procedure on a day, attribute by attribute, where several frameworks speak of it. The later one goes before; what an
 * earlier one says stays in force as far as it is not contrary.
 */
import { mainLimit, isLonger } from '../analysis/library/frameworks.js';
import type { FrameworkRef, ProcedureFacts } from '../graph/types.js';

export interface Speaking { framework: FrameworkRef; facts: ProcedureFacts }
/**
 * `alone`: no other says anything. `same`: all say the same. `silent`: later ones say nothing of it. `stricter`: the earlier limit is
 * shorter, so that who keeps to it keeps to the later one too. `contrary`: both cannot be followed; the later one rules.
 */
export type RulingRule = 'alone' | 'same' | 'silent' | 'stricter' | 'contrary';
export interface Ruling { attribute: string; value: string; framework: FrameworkRef; rule: RulingRule; others: readonly { framework: FrameworkRef; value: string; holds: boolean }[] }

export function inForceOn({ effectiveFrom, effectiveTo }: FrameworkRef, day: string): boolean {
  return (effectiveFrom === undefined || effectiveFrom <= day) && (effectiveTo === undefined || day <= effectiveTo);
}

/** @param day YYYY-MM-DD */
export function rulingsOn(speaking: readonly Speaking[], day: string): Ruling[] {
  const latest = speaking.filter(({ framework }) => inForceOn(framework, day)).sort((a, b) => ((a.framework.effectiveFrom ?? '') < (b.framework.effectiveFrom ?? '') ? 1 : -1));
  const documents = new Set(latest.flatMap(({ facts }) => facts.requiredDocuments.map(({ type }) => type)));
  const said = latest.map((each) => ({ ...each, values: valuesOf(each.facts, documents) }));
  const attributes = [...new Set(said.flatMap(({ values }) => [...values.keys()]))];
  return attributes.map((attribute) => {
    const about = said.filter(({ values }) => values.has(attribute));
    const [later, ...earlier] = about as [typeof about[0], ...typeof about];
    const shorter = attribute === 'limit' ? earlier.filter(({ facts }) => isStricter(facts, later.facts)) : [];
    const ruling = shorter.reduce((best, each) => (isStricter(each.facts, best.facts) ? each : best), later);
    const value = ruling.values.get(attribute)!;
    const others = about.filter((each) => each !== ruling).map(({ framework, values }) => ({ framework, value: values.get(attribute)!, holds: values.get(attribute) === value }));
    return { attribute, value, framework: ruling.framework, others, rule: ruleOf(later === said[0], ruling !== later, others) };
  });
}

function ruleOf(isLatest: boolean, stricter: boolean, others: Ruling['others']): RulingRule {
  if (stricter) return 'stricter';
  if (others.some(({ holds }) => !holds)) return 'contrary';
  if (!isLatest) return 'silent';
  return others.length > 0 ? 'same' : 'alone';
}

function isStricter(a: ProcedureFacts, b: ProcedureFacts): boolean {
  const [own, other] = [mainLimit(a), mainLimit(b)];
  return own !== undefined && other !== undefined && isLonger(other, own);
}

/** What a framework says of a procedure, a value each. One that says what the dossier is made of asks for nothing else: 0 copies. */
function valuesOf(facts: ProcedureFacts, documents: ReadonlySet<string>): Map<string, string> {
  const [first] = facts.requiredDocuments;
  const limit = facts.timeLimits.find(({ when }) => when === undefined);
  const plain = (['counting', 'cutOff', 'fee', 'result', 'onlineService', 'sets', 'subjects', 'requirements'] as const).flatMap((name): [string, string][] => (facts[name] === undefined ? [] : [[name, String(facts[name])]]));
  return new Map([
    ...(limit ? [['limit', `${limit.value} ${limit.unit}`] as [string, string]] : []), ...plain,
    ...(first ? [...documents].map((type): [string, string] => [`document ${type}`, '0']) : []),
    ...facts.requiredDocuments.map(({ type, copies, mandatory }): [string, string] => [`document ${type}`, `${copies ?? 1}${mandatory ? '' : ' ?'}`]),
  ]);
}
