/** Puts a net together, and takes out silent steps that only pass a token on. */
import type { Arcs, PetriNet, Transition } from './net.js';

export interface NewTransition {
  id: string;
  label?: string | undefined;
  element?: string | undefined;
  take: readonly number[];
  give: readonly number[];
  empty?: readonly number[];
  clears?: readonly number[];
}

export class NetBuilder {
  private readonly places: string[] = [];
  private transitions: NewTransition[] = [];

  place(id: string): number {
    this.places.push(id);
    return this.places.length - 1;
  }

  get placeCount(): number {
    return this.places.length;
  }

  add(transition: NewTransition): void {
    this.transitions.push(transition);
  }

  /** The net without places that nothing uses. */
  build(initial: readonly number[], final: readonly number[]): PetriNet {
    const became = this.fuse(new Set([...initial, ...final]));
    const used = [...new Set([...this.transitions.flatMap(({ take, give }) => [...take, ...give]), ...initial, ...final])].sort((a, b) => a - b);
    const number = new Map(used.map((place, at) => [place, at]));
    const all = (places: readonly number[]): number[] => [...new Set(places.map((place) => became[place]!))].flatMap((place) => number.get(place) ?? []);
    return {
      places: used.map((place) => this.places[place]!),
      transitions: this.transitions.map(({ id, label, element, take, give, empty, clears }): Transition => ({
        id, ...(label !== undefined && { label }), ...(element !== undefined && { element }), take: arcsOf(take, number), give: arcsOf(give, number),
        ...(empty && empty.length > 0 && { empty: all(empty) }), ...(clears && clears.length > 0 && { clears: all(clears) }),
      })),
      initial: arcsOf(initial, number), final: arcsOf(final, number),
    };
  }

  /**
   * A silent step from one place to one place is taken out when nothing else takes from the first, or nothing else gives
   * to the second: the traces stay the same. Gives the place that each place became.
   */
  private fuse(kept: ReadonlySet<number>): readonly number[] {
    const became = this.places.map((_id, place) => place);
    const special = new Set(this.transitions.flatMap(({ empty = [], clears = [] }) => [...empty, ...clears]));
    const fixed = (place: number): boolean => kept.has(place) || special.has(place);
    for (let again = true; again;) {
      again = false;
      for (const step of this.transitions) {
        if (step.label !== undefined || step.take.length !== 1 || step.give.length !== 1 || step.empty?.length || step.clears) continue;
        const [from, to] = [step.take[0]!, step.give[0]!];
        const change = from === to ? undefined : this.fusion(step, from, to, fixed);
        if (from !== to && !change) continue;
        this.transitions = this.transitions.filter((each) => each !== step);
        if (change) this.rename(change.old, change.now, became);
        again = true;
        break;
      }
    }
    return became;
  }

  private fusion(step: NewTransition, from: number, to: number, fixed: (place: number) => boolean): { old: number; now: number } | undefined {
    if (!fixed(from) && this.transitions.every((each) => each === step || !each.take.includes(from))) return { old: from, now: to };
    if (!fixed(to) && this.transitions.every((each) => each === step || !each.give.includes(to))) return { old: to, now: from };
    return undefined;
  }

  private rename(old: number, now: number, became: number[]): void {
    const rename = (places: readonly number[]): number[] => places.map((place) => (place === old ? now : place));
    this.transitions = this.transitions.map((each) => (each.take.includes(old) || each.give.includes(old) ? { ...each, take: rename(each.take), give: rename(each.give) } : each));
    became.forEach((place, at) => { if (place === old) became[at] = now; });
  }
}

function arcsOf(places: readonly number[], number: ReadonlyMap<number, number>): Arcs {
  const tokens = new Map<number, number>();
  for (const place of places) tokens.set(number.get(place)!, (tokens.get(number.get(place)!) ?? 0) + 1);
  return [...tokens];
}
