import { bpmn, end, start, user } from '../support/bpmn.js';
import { install, type Installed } from './cli.js';

describe('dossierflow migrate', () => {
  let cli: Installed;
  beforeAll(() => {
    cli = install();
    cli.write('old.bpmn', bpmn({ nodes: start() + user('a', '', 'name="Receive"') + user('b', '', 'name="Examine"') + end(), flows: ['s>a>b>e'] }));
    cli.write('new.bpmn', bpmn({ nodes: start() + user('a2', '', 'name="Receive"') + user('n') + end(), flows: ['s>a2>n>e'] }));
  });
  afterAll(() => cli.remove());

  it('proposes a plan, tells what is unmapped and exits 1 for it', () => {
    const { code, out, err } = cli.run(['migrate', 'old.bpmn', 'new.bpmn', '--json']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      plan: { processes: { P: { to: 'P', nodes: { s: 's', a: 'a2', e: 'e' } } } },
      unmapped: [{ process: 'P', element: 'b', type: 'userTask', name: 'Examine' }], problems: [],
    });
  });
  it('exits 0 when everything goes on, in Vietnamese unless told otherwise', () => {
    expect(cli.run(['migrate', 'old.bpmn', 'old.bpmn'])).toMatchObject({ code: 0, out: expect.stringContaining('Mọi phần tử đều có') as string });
    expect(cli.run(['migrate', 'old.bpmn', 'new.bpmn', '--lang', 'en']).out).toMatch(/P +a +a2\n[\s\S]*Without a counterpart:\n {2}b \(userTask\) Examine/);
  });
  it('takes the plan that it printed back, edited', () => {
    const { plan } = JSON.parse(cli.run(['migrate', 'old.bpmn', 'new.bpmn', '--json']).out) as { plan: { processes: { P: { nodes: Record<string, string> } } } };
    plan.processes.P.nodes['b'] = 'n';
    cli.write('plan.json', plan);
    expect(cli.run(['migrate', 'old.bpmn', 'new.bpmn', '--plan', 'plan.json'])).toMatchObject({ code: 0, err: '' });
    plan.processes.P.nodes['b'] = 'e';
    cli.write('plan.json', plan);
    const { code, out } = cli.run(['migrate', 'old.bpmn', 'new.bpmn', '--plan', 'plan.json', '--json']);
    expect(code).toBe(1);
    expect((JSON.parse(out) as { problems: { code: string }[] }).problems.map((each) => each.code)).toEqual(['mapped-twice', 'type-differs']);
  });
  it.each<[string, unknown, RegExp]>([
    ['no object', [], /plan\.json: a migration plan is an object/],
    ['no processes', {}, /plan\.json: processes: not an object/],
    ['a misspelt field', { processes: { P: { to: 'P', nodes: {}, flow: {} } } }, /processes\.P\.flow: unknown field/],
    ['an id that is no text', { processes: { P: { to: 'P', nodes: { a: 5 } } } }, /processes\.P\.nodes\.a: not a text/],
    ['not JSON', '{', /plan\.json:1: not JSON/],
  ])('refuses a plan file with %s in one line', (_title, content, message) => {
    cli.write('plan.json', content);
    const { code, err } = cli.run(['migrate', 'old.bpmn', 'new.bpmn', '--plan', 'plan.json']);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
  it('refuses a file that is absent or broken', () => {
    cli.write('broken.bpmn', '<definitions');
    expect(cli.run(['migrate', 'absent.bpmn', 'new.bpmn'])).toMatchObject({ code: 2, err: expect.stringContaining('absent.bpmn: no such file') as string });
    expect(cli.run(['migrate', 'old.bpmn', 'broken.bpmn'])).toMatchObject({ code: 2, err: expect.stringContaining('broken.bpmn: ') as string });
  });
});
