import fc from 'fast-check';
import { soundnessOf } from '../../engine/analysis/soundness/process.js';
import type { ProcessGraph } from '../../engine/graph/types.js';
import { playAll } from './brute-force.js';
import { interpretAll } from './interpreter-play.js';
import { blockModel, wildModel } from './random-models.js';

const STATES = 3000;

function agrees(graph: ProcessGraph): void {
  const played = playAll(graph, STATES);
  fc.pre(played !== undefined);
  const found = soundnessOf(graph);
  expect({
    stuck: found.stuck.length > 0, twice: found.crowded.length > 0, endTwice: found.endTwice.length > 0,
    endless: found.endless.length > 0, dead: [...found.dead].sort(), undecided: [...found.undecided],
  }).toEqual({
    stuck: played!.stuck, twice: played!.twice, endTwice: played!.endTwice, endless: played!.endless,
    dead: [...played!.dead].sort(), undecided: [],
  });
}

describe('soundness agrees with playing every run', () => {
  const runs = Number(process.env.SOUNDNESS_RUNS ?? 500);
  it('on random models without any structure', () => {
    fc.assert(fc.property(wildModel, agrees), { numRuns: runs, seed: 7 });
  });
  it('on blocks whose splits and joins may not match', () => {
    fc.assert(fc.property(blockModel(false), agrees), { numRuns: runs, seed: 11 });
  });
  it('on blocks that match, none of which is unsound', () => {
    fc.assert(fc.property(blockModel(true), (graph) => {
      const { stuck, crowded, endTwice, endless, dead, undecided } = soundnessOf(graph);
      expect({ stuck, crowded, endTwice, endless, dead, undecided: [...undecided] })
        .toEqual({ stuck: [], crowded: [], endTwice: [], endless: [], dead: [], undecided: [] });
    }), { numRuns: runs, seed: 13 });
  });
});

describe('soundness agrees with every run that the interpreter itself can make', () => {
  const runs = Number(process.env.SOUNDNESS_RUNS ?? 300);
  const told = { stuck: 0, endless: 0, dead: 0, well: 0 };
  /** At an inclusive gateway any set of ways may be taken, which a person who is asked for one way cannot say. */
  const isAsked = (graph: ProcessGraph): boolean => Object.values(graph.nodes).every(({ type }) => type !== 'inclusiveGateway');
  const sameAsInterpreted = (graph: ProcessGraph): void => {
    const played = interpretAll(graph, 600);
    fc.pre(played !== undefined);
    // Where tokens grow without a bound the verdict is that they do; what else may happen is not looked for.
    fc.pre(playAll(graph, STATES) !== undefined);
    const { stuck, endless, dead } = soundnessOf(graph);
    for (const [kind, holds] of [['stuck', played!.stuck], ['endless', played!.endless], ['dead', played!.dead.length > 0], ['well', !played!.stuck && !played!.endless]] as const) if (holds) told[kind] += 1;
    expect({ stuck: stuck.length > 0, endless: endless.length > 0, dead: [...dead].sort() }).toEqual({ stuck: played!.stuck, endless: played!.endless, dead: [...played!.dead].sort() });
  };
  it('on random models without any structure', () => { fc.assert(fc.property(wildModel.filter(isAsked), sameAsInterpreted), { numRuns: runs, seed: 17 }); });
  it('on blocks whose splits and joins may not match', () => { fc.assert(fc.property(blockModel(false).filter(isAsked), sameAsInterpreted), { numRuns: runs, seed: 19 }); });
  it('and all of them came about', () => { expect(Math.min(...Object.values(told))).toBeGreaterThan(runs / 50); });
});
