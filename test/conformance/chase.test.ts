/** Messages that start each other for ever: the session comes back, and says what has been done by then. */
import { createVirtualEngine } from '../../engine/session/session.js';
import { bpmn, end, message, start } from '../support/bpmn.js';
import { BEGIN } from './run.js';

test('a process that starts itself by its message without end is stopped', async () => {
  const session = await createVirtualEngine(BEGIN).session();
  await session.deploy([bpmn({ roots: '<message id="m" name="M"/>', nodes: start('s', message('m')) + end('e', message('m')), flows: ['s>e'] })]);
  const first = await session.start('P');
  expect(await first.state()).toMatchObject({ status: 'completed' });
  const begun = (await session.events()).filter((event) => event.type === 'entered' && event.nodeId === 's').length;
  expect(begun).toBeGreaterThan(100);
  expect(begun).toBeLessThanOrEqual(5_001);
  await session.dispose();
}, 30_000);
