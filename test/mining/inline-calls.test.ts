import { drawnElement, withCalls } from '../../engine/mining/conform/inline-calls.js';
import { processGraph } from '../support/build.js';

const inner = () => processGraph('inner').start('is').userTask('check', { name: 'Check' }).end('ie').build();
const outer = () => processGraph('p').start().activity('callActivity', 'decide', { name: 'Decide', calledElement: 'inner' }).end().build();
const processes = () => ({ processes: [outer(), inner()] });

test('what is called stands inside the call, under its name', () => {
  const graph = withCalls(outer(), processes(), new Set(['Check']));
  expect(graph.nodes['decide']).toMatchObject({ children: ['decide/is', 'decide/check', 'decide/ie'] });
  expect(graph.nodes['decide/check']).toMatchObject({ name: 'Check', scope: 'decide' });
  expect(graph.order).toEqual(expect.arrayContaining(['decide', 'decide/check']));
  for (const { source, target } of Object.values(graph.flows)) expect([graph.nodes[source], graph.nodes[target]]).not.toContain(undefined);
  expect(drawnElement('decide/check')).toBe('decide');
});

test.each([
  ['a log that knows nothing of it', ['Other']],
  ['a log that shows the call as a step of its own', ['Check', 'Decide']],
])('with %s the call stays a step', (_what, logged) => {
  expect(withCalls(outer(), processes(), new Set(logged))).toEqual(outer());
});

test('a process that calls itself is written out once', () => {
  const again = processGraph('inner').start('is').userTask('check', { name: 'Check' }).activity('callActivity', 'once', { name: 'Once more', calledElement: 'inner' }).end('ie').build();
  const graph = withCalls(outer(), { processes: [outer(), again] }, new Set(['Check']));
  expect(graph.nodes['decide/once']).not.toHaveProperty('children');
});
