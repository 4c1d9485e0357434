/** Where cases and model part, in words: from the alignment of each variant. */
import type { ProcessGraph } from '../../graph/types.js';
import type { Variant } from '../figures/variants.js';
import type { EventLog } from '../log/types.js';
import type { Alignment } from './align.js';
import { plainLabel } from './from-graph.js';
import type { PetriNet } from './net.js';

export type DeviationKind = 'skipped' | 'outOfOrder' | 'notForeseen' | 'wrongDepartment';
export interface Deviation {
  kind: DeviationKind;
  /** BPMN element or transition; of steps that the model knows. */
  element?: string;
  activity: string;
  cases: number;
  events: number;
  /** The first of them. */
  caseIds: string[];
  message: string;
}
export interface AlignedVariant { variant: Variant; labels: readonly string[]; alignment: Alignment }

const WORDS: Record<DeviationKind, string> = {
  skipped: 'was skipped', outOfOrder: 'was done out of order', notForeseen: 'was done where the model does not foresee it',
  wrongDepartment: 'was done by another department than the model says',
};

const MOST_IDS = 200;

export class Deviations {
  private readonly found = new Map<string, Deviation>();

  /** `graph`: for who should have done it; a net does not say. */
  constructor(private readonly net: PetriNet, private readonly used: EventLog, private readonly graph?: ProcessGraph) {}

  add({ variant, labels, alignment }: AlignedVariant): void {
    const skipped = new Map<string, string[]>();
    const extra = new Map<string, number>();
    for (const { transition, event } of alignment.moves) {
      if (event === undefined && transition !== undefined) {
        const { label, element, id } = this.net.transitions[transition]!;
        if (label !== undefined) skipped.set(label, [...(skipped.get(label) ?? []), element ?? id]);
      } else if (transition === undefined && event !== undefined) extra.set(labels[event]!, (extra.get(labels[event]!) ?? 0) + 1);
    }
    const { cases } = variant;
    for (const [label, elements] of skipped) {
      const moved = Math.min(elements.length, extra.get(label) ?? 0);
      elements.forEach((element, i) => { this.count(i < moved ? 'outOfOrder' : 'skipped', label, element, i === 0 || i === moved ? cases : [], cases.length); });
      if (moved > 0) extra.set(label, extra.get(label)! - moved);
    }
    for (const [label, events] of extra) if (events > 0) this.count('notForeseen', label, undefined, cases, events * cases.length);
    this.departments(variant, alignment);
  }

  list(): Deviation[] {
    return [...this.found.values()].sort((a, b) => b.events - a.events || b.cases - a.cases);
  }

  private count(kind: DeviationKind, activity: string, element: string | undefined, cases: readonly number[], events: number): void {
    const key = `${kind} ${element ?? ''} ${activity}`;
    const known = this.found.get(key) ?? { kind, ...(element !== undefined && { element }), activity, cases: 0, events: 0, caseIds: [], message: `${activity} ${WORDS[kind]}` };
    const ids = cases.slice(0, MOST_IDS - known.caseIds.length).map((c) => this.used.cases[c]!);
    this.found.set(key, { ...known, cases: known.cases + cases.length, events: known.events + events, caseIds: [...known.caseIds, ...ids] });
  }

  private departments({ cases }: Variant, { moves }: Alignment): void {
    if (!this.graph || this.used.groups.length === 0 || !this.comparable()) return;
    for (const { transition, event } of moves) {
      if (transition === undefined || event === undefined) continue;
      const { element, label } = this.net.transitions[transition]!;
      const expected = this.namesOf(element);
      if (!expected) continue;
      const wrong = cases.filter((c) => {
        const group = this.used.groups[this.used.group[this.used.offsets[c]! + event]!];
        return group !== undefined && !expected.has(plainLabel(group).toLowerCase());
      });
      if (wrong.length > 0) this.count('wrongDepartment', label!, element, wrong, wrong.length);
    }
  }

  /** Names that the log may use for the department of the element's lane; undefined when the drawing says none. */
  private namesOf(element: string | undefined): Set<string> | undefined {
    const graph = this.graph!;
    const names = new Set<string>();
    for (let lane = graph.lanes.find(({ id }) => id === (element === undefined ? undefined : graph.nodes[element]?.lane)); lane; lane = graph.lanes.find(({ id }) => id === lane!.parent)) {
      for (const name of [lane.department?.id, lane.name]) if (name !== undefined) names.add(plainLabel(name).toLowerCase());
    }
    return names.size > 0 ? names : undefined;
  }

  /** False when log and drawing name departments in ways that have nothing in common: then nothing can be told. */
  private comparable(): boolean {
    const drawn = new Set(this.graph!.lanes.flatMap((lane) => [lane.department?.id, lane.name]).flatMap((name) => (name === undefined ? [] : [plainLabel(name).toLowerCase()])));
    return this.used.groups.some((group) => drawn.has(plainLabel(group).toLowerCase()));
  }
}
