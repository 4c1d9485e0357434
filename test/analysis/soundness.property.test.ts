import fc from 'fast-check';
import { soundnessOf } from '../../engine/analysis/soundness/process.js';
import type { ProcessGraph } from '../../engine/graph/types.js';
import { playAll } from './brute-force.js';
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
