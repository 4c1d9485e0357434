/**
 * Merges two drawings that were made from a third, value by value. What only one side changed is taken; what both changed, each in its
 * own way, is a conflict and holds as `ours` has it until somebody decides. Nothing of either side is left out without standing in
 * `taken`, `kept` or `conflicts`. The order of elements in the file is no change: it carries no meaning in BPMN.
 */
import { changesBetween, type Change } from './changes.js';
import { closed, essential, inOrder, type Sides } from './integrity.js';
import { attributesOf, samePart, within, type Part, type Parts, type Value } from './parts.js';

export type Side = 'ours' | 'theirs';
export type Resolutions = Readonly<Record<string, Side>>;

/**
 * `value`: both gave an attribute another value. `presence`: one side took the part out, the other changed it, what is in it, or
 * something that needs it. `branch`: together more flows leave a step than either side drew, which would start branches that nobody meant.
 */
export interface Conflict {
  id: string;
  kind: 'value' | 'presence' | 'branch';
  part: string;
  attribute: string;
  base?: Value;
  ours?: Value;
  theirs?: Value;
  /** Parts that stand or go with the decision. */
  with: readonly string[];
  chosen: Side;
  /** Whether somebody has decided; otherwise `chosen` is what holds meanwhile. */
  decided: boolean;
}
export interface Merged { parts: Parts; taken: readonly Change[]; kept: readonly Change[]; conflicts: readonly Conflict[] }

export function mergeParts(base: Parts, ours: Parts, theirs: Parts, resolutions: Resolutions = {}): Merged {
  const sides: Sides = { base, ours, theirs };
  const values: Conflict[] = [];
  const merged = new Map<string, Part>();
  for (const key of new Set([...base.keys(), ...ours.keys(), ...theirs.keys()])) {
    const part = mergePart(sides, key, resolutions, values);
    if (part) merged.set(key, part);
  }
  const presence = presenceConflicts(sides, resolutions);
  // What stays comes before what goes, so that the outcome does not depend on whose conflict was found first.
  for (const conflict of presence.filter((each) => staysBy(sides, each))) bringBack(sides[conflict.chosen], conflict, merged);
  for (const conflict of presence.filter((each) => !staysBy(sides, each))) takeAway(sides[conflict.chosen], conflict, merged);
  const branches = branchConflicts(sides, resolutions, merged);
  const conflicts = [...presence, ...branches, ...values];
  const parts = inOrder(sides, closed(sides, merged));
  return { parts, taken: undisputed(base, theirs, conflicts), kept: undisputed(base, ours, conflicts), conflicts };
}

function undisputed(base: Parts, side: Parts, conflicts: readonly Conflict[]): Change[] {
  const values = new Set(conflicts.map(({ part, attribute }) => `${part} ${attribute}`));
  const whole = new Set(conflicts.flatMap(({ kind, part, attribute, with: others }) => [...(kind === 'presence' || attribute === '@type' ? [part] : []), ...others]));
  return changesBetween(base, side).filter(({ part, attribute }) => !whole.has(part) && !values.has(`${part} ${attribute}`));
}

/** Undefined: a side took it out. */
function mergePart({ base, ours, theirs }: Sides, key: string, resolutions: Resolutions, conflicts: Conflict[]): Part | undefined {
  const [was, mine, other] = [base.get(key), ours.get(key), theirs.get(key)];
  if (!mine || !other) return was ? undefined : mine ?? other;
  if (samePart(mine, other)) return mine;
  const decide = (attribute: string): Part => {
    const [before, own, their] = [was, mine, other].map((part) => attributesOf(part).get(attribute));
    if (own === their || their === before) return mine;
    if (own === before) return other;
    const conflict = valueConflict(key, attribute, { base: before, ours: own, theirs: their }, resolutions);
    conflicts.push(conflict);
    return conflict.chosen === 'ours' ? mine : other;
  };
  const known = conflicts.length;
  const typed = decide('@type');
  // Attributes belong to a type: where the sides made different things of it, one of them is taken whole.
  if (conflicts.length > known) return typed;
  const home = decide('@in');
  const pick = <T>(read: (part: Part) => Readonly<Record<string, T>>): Record<string, T> => Object.fromEntries(namesOf(read(mine), read(other)).flatMap((name) => {
    const value = read(decide(name))[name];
    return value === undefined ? [] : [[name, value]];
  }));
  return { ...typed, parent: home.parent, slot: home.slot, values: pick((part) => part.values), refs: pick((part) => part.refs) };
}
const namesOf = (a: object, b: object): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];

function valueConflict(part: string, attribute: string, values: Record<'base' | 'ours' | 'theirs', Value | undefined>, resolutions: Resolutions): Conflict {
  const told = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  return { kind: 'value', part, attribute, ...told, with: [], ...choice(resolutions, `${part} ${attribute}`) };
}
function choice(resolutions: Resolutions, id: string): Pick<Conflict, 'id' | 'chosen' | 'decided'> {
  return { id, chosen: resolutions[id] ?? 'ours', decided: resolutions[id] !== undefined };
}

/** Parts that one side took out, the outermost ones, and that the other side did not leave alone. */
function presenceConflicts(sides: Sides, resolutions: Resolutions): Conflict[] {
  const { base, ours, theirs } = sides;
  const of = (left: Parts, other: Parts, stays: Side): Conflict[] => {
    const outermost = [...base.values()].filter(({ key, parent }) => !left.has(key) && other.has(key) && (left.has(parent) || !base.has(parent)));
    return outermost.flatMap(({ key }) => {
      const inside = new Set([...within(base, key), ...within(other, key)]);
      const isTouched = (part: Part): boolean => !samePart(base.get(part.key), part) && (inside.has(part.key) || essential(part).some((id) => inside.has(id)));
      if (![...other.values()].some(isTouched)) return [];
      const needy = [...other.values()].filter((part) => !inside.has(part.key) && essential(part).some((id) => inside.has(id)));
      const together = new Set([...inside, ...needy.flatMap((part) => [...within(other, part.key)])]);
      return [{ kind: 'presence' as const, part: key, attribute: '@', [stays]: true, with: [...together].filter((each) => each !== key), ...choice(resolutions, `${key} @`) }];
    });
  };
  return [...of(ours, theirs, 'theirs'), ...of(theirs, ours, 'ours')];
}
const staysBy = (sides: Sides, { chosen, part }: Conflict): boolean => sides[chosen].has(part);

function bringBack(chosen: Parts, { part, with: others }: Conflict, merged: Map<string, Part>): void {
  const back = [part, ...others].filter((key) => chosen.has(key));
  // The lane that it stands in comes along.
  const lanes = back.flatMap((key) => chosen.get(key)!.refs['lanes'] ?? []).filter((lane) => !merged.has(lane) && chosen.has(lane)).flatMap((lane) => [...within(chosen, lane)]);
  for (const key of [...back, ...lanes]) merged.set(key, chosen.get(key)!);
}
function takeAway(chosen: Parts, { part, with: others }: Conflict, merged: Map<string, Part>): void {
  for (const key of [part, ...others]) if (!chosen.has(key)) merged.delete(key);
}

function branchConflicts({ ours, theirs }: Sides, resolutions: Resolutions, merged: Map<string, Part>): Conflict[] {
  const [own, their, now] = [flowsFrom(ours), flowsFrom(theirs), flowsFrom(merged)];
  return [...now].flatMap(([node, flows]): Conflict[] => {
    const [mine, other] = [own.get(node) ?? [], their.get(node) ?? []];
    if (/Gateway$/.test(merged.get(node)?.type ?? 'Gateway') || flows.length <= Math.max(mine.length, other.length)) return [];
    const [onlyMine, onlyOther] = [flows.filter((flow) => !other.includes(flow)), flows.filter((flow) => !mine.includes(flow))];
    const conflict: Conflict = {
      kind: 'branch', part: node, attribute: '@branch', ours: onlyMine.join(' '), theirs: onlyOther.join(' '), with: [...onlyMine, ...onlyOther], ...choice(resolutions, `${node} @branch`),
    };
    for (const flow of conflict.chosen === 'ours' ? onlyOther : onlyMine) for (const key of within(merged, flow)) merged.delete(key);
    return [conflict];
  });
}
function flowsFrom(parts: Parts): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const part of parts.values()) {
    const source = part.type === 'bpmn:SequenceFlow' ? part.refs['sourceRef']?.[0] : undefined;
    if (source !== undefined) found.set(source, [...(found.get(source) ?? []), part.key]);
  }
  return found;
}
