/** Runs that prove findings, step by step. */
import { check, type TellingFinding } from '../../engine/check.js';
import { witnessOf } from '../../engine/analysis/witness.js';
import type { Model } from '../../engine/graph/types.js';
import { processGraph } from '../support/build.js';

async function frames(drawing: ReturnType<typeof processGraph>, id: string) {
  const graph = drawing.build();
  const model: Model = { id: 'd', xml: '', processes: [graph], participants: [], messageFlows: [], diagnostics: [] };
  const finding = (await check([model], { checks: [id] })).find((each): each is TellingFinding => each.canTell)!;
  return witnessOf(graph, finding).map(({ element, tokens, stuck }) => [element, tokens.map(({ flow, count }) => `${flow}*${count}`).join(' '), stuck === true] as const);
}

it('a deadlock is where the one token of the chosen branch waits for a second', async () => {
  const drawing = processGraph().start().exclusive('choice').task('a').gateway('parallelGateway', 'join').end().from('choice').task('b').goto('join');
  expect(await frames(drawing, 'S1')).toEqual([['start', 'start-choice*1', false], ['choice', 'choice-a*1', false], ['a', 'a-join*1', false], ['join', 'a-join*1', true]]);
});

it('two tokens stand on the flow behind a join that lets both branches through', async () => {
  const drawing = processGraph().start().parallel('split').task('a').gateway('exclusiveGateway', 'merge').task('after').end().from('split').task('b').goto('merge');
  const played = await frames(drawing, 'S2');
  expect(played.map(([element]) => element)).toEqual(['start', 'split', 'a', 'b', 'merge', 'merge']);
  expect(played.at(-1)?.[1]).toBe('merge-after*2');
});

it('a token that a boundary event takes away does not go on behind its step, and a sub-process gives its token when it is left', async () => {
  const drawing = processGraph().start().task('before').subProcess('sub', (b) => b.start('in').exclusive('x').gateway('parallelGateway', 'join').end('out').from('x').goto('join')).end();
  const played = await frames(drawing, 'S1');
  expect(played.map(([element]) => element)).toEqual(['start', 'before', 'sub', 'in', 'x', 'join']);
  expect(played.at(-1)?.[1]).toBe('x-join*1');
});
