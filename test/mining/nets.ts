/** Small nets for tests: written as text, random ones, and as PNML. */
import fc from 'fast-check';
import type { PetriNet } from '../../engine/mining/conform/net.js';

/** `label: a b > c` for each transition; no label before the colon: silent. */
export function net(lines: readonly string[], initial: readonly string[] = ['source'], final: readonly string[] = ['sink']): PetriNet {
  const places: string[] = [];
  const of = (name: string): number => {
    if (!places.includes(name)) places.push(name);
    return places.indexOf(name);
  };
  const arcs = (names: string): [number, number][] => names.trim().split(/\s+/).filter((name) => name !== '').map((name) => [of(name), 1]);
  const transitions = lines.map((line, t) => {
    const [label = '', rest = ''] = line.split(':');
    const [take = '', give = ''] = rest.split('>');
    return { id: `t${t}`, ...(label.trim() !== '' && { label: label.trim() }), take: arcs(take), give: arcs(give) };
  });
  return { places, transitions, initial: initial.map((name) => [of(name), 1]), final: final.map((name) => [of(name), 1]) };
}

/** A choice, a loop, two branches side by side, one of which can be skipped. */
export const SAMPLE = [
  'a: source > p1', ': p1 > p2 p3', 'b: p2 > p4', ': p2 > p4', 'c: p3 > p5', ': p5 > p3', ': p4 p5 > p6', 'd: p6 > sink', 'e: p6 > p7', ': p7 > sink',
];

export function pnml({ places, transitions, initial, final }: PetriNet): string {
  const tokens = (list: PetriNet['initial'], place: number): number => list.find(([p]) => p === place)?.[1] ?? 0;
  const arcs = transitions.flatMap(({ id, take, give }) => [...take.map(([p]) => [places[p], id]), ...give.map(([p]) => [id, places[p]])]);
  return `<?xml version="1.0"?><pnml><net id="n" type="http://www.pnml.org/version-2009/grammar/pnmlcoremodel"><page id="g">
${places.map((id, p) => `<place id="${id}"><name><text>${id}</text></name><initialMarking><text>${tokens(initial, p)}</text></initialMarking></place>`).join('\n')}
${transitions.map(({ id, label }) => `<transition id="${id}"><name><text>${label ?? id}</text></name>${label === undefined ? '<toolspecific tool="ProM" version="6.4" activity="$invisible$"/>' : ''}</transition>`).join('\n')}
${arcs.map(([source, target], i) => `<arc id="arc${i}" source="${source}" target="${target}"><inscription><text>1</text></inscription></arc>`).join('\n')}
</page><finalmarkings><marking>${places.map((id, p) => `<place idref="${id}"><text>${tokens(final, p)}</text></place>`).join('')}</marking></finalmarkings></net></pnml>`;
}

/** Nets that may be unsound; places hold one token at most to begin with. */
export const randomNet: fc.Arbitrary<PetriNet> = fc.record({
  transitions: fc.array(fc.record({
    label: fc.constantFrom('a', 'b', 'c', undefined), take: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 2 }),
    give: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 2 }),
  }), { minLength: 2, maxLength: 7 }),
}).map(({ transitions }) => ({
  places: ['p0', 'p1', 'p2', 'p3', 'p4'],
  transitions: transitions.map(({ label, take, give }, t) => ({ id: `t${t}`, ...(label !== undefined && { label }), take: take.map((p) => [p, 1] as const), give: give.map((p) => [p, 1] as const) })),
  initial: [[0, 1]], final: [[4, 1]],
}));
export const randomTrace = fc.array(fc.constantFrom('a', 'b', 'c', 'x'), { maxLength: 5 });
