/** `simulate` and `conform` as a user runs them. */
import { bpmn, end, start, user } from '../support/bpmn.js';
import { install, type Installed } from './cli.js';

let cli: Installed;
beforeAll(() => {
  cli = install();
  cli.write('p.bpmn', bpmn({ nodes: `<laneSet id="ls"><lane id="D"><flowNodeRef>a</flowNodeRef></lane></laneSet>${start()}${user('a')}${end()}`, flows: ['s>a>e'] }));
  cli.write('office.json', { zone: '+07:00', periods: [{ from: '2025-01-01', week: { mon: ['07:30-11:30', '13:00-17:00'], tue: ['07:30-17:00'] } }] });
  cli.write('s.json', { horizon: { cases: 30 }, warmup: { cases: 5 }, arrivals: { P: { type: 'exponential', ratePerHour: 1 } }, calendar: 'office.json', resources: { D: { servers: 1 } }, durations: { a: { type: 'exponential', meanHours: 0.5 } } });
});
afterAll(() => { cli.remove(); });

test('simulate: the same seed gives the same bytes', () => {
  const args = ['simulate', 'p.bpmn', '--scenario', 's.json', '--replications', '3', '--seed', '4', '--json'];
  const { code, out, err } = cli.run(args);
  expect([code, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject({ seed: 4, replications: 3, cases: 25, departments: { D: { blockedShare: 0 } }, steps: { a: { executionsPerCase: 1 } } });
  expect(cli.run(args).out).toBe(out);
  expect(cli.run(['simulate', 'p.bpmn', '--scenario', 's.json', '--replications', '2']).out).toMatch(/^25 cases in each of 2 replications/);
});

test('simulate: bad input names file and field', () => {
  cli.write('bad.json', { horizon: { cases: 3 }, arrivals: { P: { type: 'gamma', meanHours: 1 } } });
  expect(cli.run(['simulate', 'p.bpmn', '--scenario', 'bad.json'])).toMatchObject({ code: 2, out: '', err: 'error: bad.json: arrivals.P.shape: is missing\n' });
  expect(cli.run(['simulate', 'p.bpmn', '--scenario', 's.json', '--seed', 'x'])).toMatchObject({ code: 2, err: 'error: --seed: "x" is not a whole number from 0\n' });
  expect(cli.run(['simulate', 'p.bpmn'])).toMatchObject({ code: 2 });
});

test('conform: exit code 1 when a case does not fit', () => {
  cli.write('fits.csv', 'case,activity,time\n1,a,2026-01-05\n');
  cli.write('not.csv', 'case,activity,time\n1,a,2026-01-05\n2,b,2026-01-05\n');
  expect(cli.run(['conform', 'p.bpmn', 'fits.csv', '--json']).code).toBe(0);
  const { code, out } = cli.run(['conform', 'p.bpmn', 'not.csv', '--json']);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ alignment: { fittingCases: 1, cost: 2 }, deviations: [{ element: 'a', kind: 'skipped' }, { activity: 'b', kind: 'notForeseen' }] });
  cli.write('net.pnml', '<pnml>\n<net><place></net></pnml>');
  expect(cli.run(['conform', 'net.pnml', 'fits.csv'])).toMatchObject({ code: 2, err: expect.stringMatching(/^error: net\.pnml: line 2: not well-formed XML/) as string });
  expect(cli.run(['conform', 'p.bpmn', 'none.csv'])).toMatchObject({ code: 2, err: 'error: none.csv: no such file\n' });
});
