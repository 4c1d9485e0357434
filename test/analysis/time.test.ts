import { processGraph } from '../support/build.js';
import { findings, missing } from './support.js';

const hours = (limit: number, more: object = {}) => ({ step: { limit, unit: 'workingHours' as const, ...more } });
const days = (limit: number, more: object = {}) => ({ step: { limit, unit: 'workingDays' as const, ...more } });
const limited = (value: number, unit: 'workingHours' | 'workingDays' | 'days' = 'workingHours') => processGraph().procedure({ timeLimits: [{ value, unit }] });

describe('T1 step limits over the published limit', () => {
  it('adds up a sequence and gives sum, limit, excess and path', async () => {
    const drawing = limited(5, 'workingDays').start().userTask('receive', days(0.5)).userTask('appraise', days(6)).userTask('sign', days(1)).userTask('return', days(0.5)).end();
    expect(await findings(drawing, 'T1')).toMatchObject([{
      severity: 'error', elements: ['receive', 'appraise', 'sign', 'return'],
      evidence: { sumHours: 64, limitHours: 40, overHours: 24, path: ['receive', 'appraise', 'sign', 'return'] },
    }]);
  });
  it('takes the longest of parallel branches and of alternatives, not their sum', async () => {
    const drawing = (limit: number) => limited(limit).start().parallel('p', { a: (b) => b.userTask('a', hours(6)), c: (b) => b.userTask('c', hours(3)) })
      .exclusive('x', { d: (b) => b.userTask('d', hours(1)), e: (b) => b.userTask('e', hours(4)) }).end();
    expect((await findings(drawing(9), 'T1'))[0]?.evidence).toEqual({ sumHours: 10, limitHours: 9, overHours: 1, path: ['a', 'e'] });
    expect(await findings(drawing(10), 'T1')).toEqual([]);
  });
  const returning = (limit: number, isReturn = true) => limited(limit).start().gateway('exclusiveGateway', 'again').userTask('draft', hours(8)).userTask('approve', hours(2)).exclusive('ok').end()
    .from('ok').via({ isReturn }).goto('again');
  it('counts the cycle of a return flow once more, as a warning when only the return is over', async () => {
    expect(await findings(returning(15), 'T1')).toMatchObject([{ severity: 'warning', evidence: { sumHours: 20, overHours: 5, path: ['draft', 'approve', 'draft', 'approve'] } }]);
    expect((await findings(returning(9), 'T1'))[0]?.severity).toBe('error');
    expect(await findings(returning(20), 'T1')).toEqual([]);
  });
  it('does not count a loop that is not declared a return', async () => { expect(await findings(returning(15, false), 'T1')).toEqual([]); });
  it('counts neither a step with a stopped clock nor a return through one', async () => {
    const drawing = limited(10).start().gateway('exclusiveGateway', 'again').userTask('check', hours(8)).exclusive('full').end()
      .from('full').userTask('supplement', hours(80, { clock: 'stopped', kind: 'supplement' })).via({ isReturn: true }).goto('again');
    expect(await findings(drawing, 'T1')).toEqual([]);
  });
  it('counts a return that comes back from a step of its own', async () => {
    const drawing = limited(20).start().gateway('exclusiveGateway', 'again').userTask('draft', hours(8)).exclusive('ok').userTask('sign', hours(1)).end()
      .from('ok').userTask('revise', hours(5)).via({ isReturn: true }).goto('again');
    expect((await findings(drawing, 'T1'))[0]?.evidence).toMatchObject({ sumHours: 22, path: ['draft', 'revise', 'draft', 'sign'] });
  });
  it('checks each conditional limit by itself', async () => {
    const drawing = processGraph().procedure({ timeLimits: [{ value: 20, unit: 'workingHours' }, { value: 1, unit: 'workingDays', when: 'urgent = true' }] })
      .start().userTask('a', hours(10)).end();
    expect(await findings(drawing, 'T1')).toMatchObject([{ evidence: { sumHours: 10, limitHours: 8, overHours: 2, when: 'urgent = true' } }]);
  });
  it('goes into sub-processes, unless they state a limit of their own', async () => {
    const drawing = (options: object) => limited(8).start().subProcess('sub', (b) => b.start('in').userTask('a', hours(6)).userTask('b', hours(4)).end('out'), options).end();
    expect((await findings(drawing({}), 'T1'))[0]?.evidence['path']).toEqual(['a', 'b']);
    expect(await findings(drawing(hours(7)), 'T1')).toEqual([]);
  });
  it('counts the steps of a called process, a global task among them', async () => {
    const model = limited(8).start().activity('callActivity', 'call', { calledElement: 'Called' }).activity('callActivity', 'ask', { calledElement: 'Global' }).end().model();
    const called = processGraph('Called').start().userTask('inside', hours(6)).end().build();
    const task = processGraph('Global').userTask('Global', hours(5)).build();
    model.processes.push(called, { ...task, globalTask: true });
    expect((await findings(model, 'T1'))[0]?.evidence).toMatchObject({ sumHours: 11, path: ['call', 'ask'] });
  });
  it('cannot tell without a published limit, or when steps without limit might make the difference', async () => {
    expect(await missing(processGraph().start().userTask('a', hours(4)).end(), 'T1')).toEqual(['df:timeLimit']);
    expect(await missing(limited(10).start().userTask('a', hours(4)).userTask('b').end(), 'T1')).toEqual(['df:step limit of b']);
    expect(await missing(limited(10).start().userTask('a', hours(4)).serviceTask('b').end(), 'T1')).toBeUndefined();
  });
  it('is sure although limits are missing when the others are over already', async () => {
    expect(await findings(limited(3).start().userTask('a', hours(4)).userTask('b').end(), 'T1')).toHaveLength(1);
  });
});

describe('T3 missing limit or owner', () => {
  const full = { limit: 4, unit: 'workingHours' as const, role: 'officer' };
  it('names exactly the human steps that lack something, and what', async () => {
    const drawing = processGraph().start().in('desk').userTask('good', { step: { ...full }, basis: '118/2025' }).userTask('noLimit', { step: { role: 'officer' }, basis: '118/2025' })
      .userTask('noBasis', { step: { ...full } }).serviceTask('machine').end();
    expect(await findings(drawing, 'T3')).toMatchObject([{ severity: 'warning', elements: ['noLimit', 'noBasis'], evidence: { missing: { noLimit: ['limit'], noBasis: ['legalBasis'] } } }]);
  });
  it('names a step that nobody owns', async () => {
    const drawing = processGraph().procedure({ legalBasis: [{ ref: '118/2025' }] }).start().userTask('a', { step: { limit: 1, unit: 'workingDays' } }).end();
    expect((await findings(drawing, 'T3'))[0]?.evidence['missing']).toEqual({ a: ['owner'] });
  });
  it('does not fire when the lane or the procedure says it, or the clock stands still', async () => {
    const drawing = processGraph().procedure({ legalBasis: [{ ref: '118/2025' }] }).start().in('desk').userTask('a', { step: { limit: 0, unit: 'workingDays' } })
      .userTask('wait', { step: { clock: 'stopped' } }).end();
    expect(await findings(drawing, 'T3')).toEqual([]);
  });
  it('cannot tell on a drawing without any facts', async () => {
    expect(await missing(processGraph().start().userTask('a').end(), 'T3')).toEqual(['df:step', 'df:department', 'df:legalBasis']);
  });
});

describe('T4 ping-pong', () => {
  const path = (units: string[], steps: Record<number, object> = {}) => {
    const drawing = processGraph().start();
    for (const [at, unit] of units.entries()) drawing.in(unit, { oneStop: unit === 'desk' }).userTask(`s${at}`, { step: { ...steps[at] } });
    return drawing.end();
  };
  it('counts returns to a unit and gives the units of the path in order', async () => {
    expect(await findings(path(['desk', 'land', 'land', 'commune', 'land', 'desk']), 'T4')).toMatchObject([{
      severity: 'warning', elements: ['s2', 's3', 's4'], evidence: { units: ['desk', 'land', 'commune', 'land', 'desk'], count: 1 },
    }]);
    expect((await findings(path(['desk', 'a', 'b', 'a', 'b', 'desk']), 'T4'))[0]?.evidence['count']).toBe(2);
  });
  it('counts a way through the one-stop when no applicant is there', async () => {
    expect((await findings(path(['desk', 'a', 'desk', 'a', 'desk']), 'T4'))[0]?.evidence['count']).toBe(1);
  });
  it('does not count it when the dossier comes back because the applicant does', async () => {
    expect(await findings(path(['desk', 'a', 'desk', 'a', 'desk'], { 2: { applicantContact: true } }), 'T4')).toEqual([]);
  });
  it('does not count the one-stop getting the dossier back, nor a longer round', async () => {
    expect(await findings(path(['desk', 'a', 'desk']), 'T4')).toEqual([]);
    expect(await findings(path(['desk', 'a', 'b', 'c', 'a', 'desk']), 'T4')).toEqual([]);
  });
  it('treats lanes of one department as one unit', async () => {
    const drawing = processGraph().start().in('officer', { id: 'land' }).userTask('a').in('head', { id: 'land' }).userTask('b').in('officer').userTask('c').end();
    expect(await findings(drawing, 'T4')).toEqual([]);
  });
  it('does not count a unit that works beside the first on a parallel branch', async () => {
    const drawing = processGraph().start().in('land').userTask('before').parallel('p').userTask('own').gateway('parallelGateway', 'j').userTask('after').end()
      .from('p').in('commune').userTask('opinion').goto('j');
    expect(await findings(drawing, 'T4')).toEqual([]);
  });
  it('finds the path with most returns among alternatives', async () => {
    const drawing = processGraph().start().in('a').userTask('first').exclusive('x', { direct: (b) => b.in('c').userTask('easy'), hard: (b) => b.in('b').userTask('ask') }).in('a').userTask('last').end();
    expect((await findings(drawing, 'T4'))[0]?.evidence['count']).toBe(1);
  });
  it('cannot tell without departments', async () => {
    expect(await missing(processGraph().start().userTask('a').userTask('b').end(), 'T4')).toEqual(['df:department']);
  });
});

describe('T6 unbounded return', () => {
  const supplement = () => processGraph().start().gateway('exclusiveGateway', 'again').userTask('check', { step: { kind: 'check' } }).exclusive('full').end()
    .from('full').userTask('supplement', { step: { kind: 'supplement' } });
  it('gives all nodes of a cycle through a request for supplement', async () => {
    const [found] = await findings(supplement().via({ isReturn: true }).goto('again'), 'T6');
    expect(found).toMatchObject({ severity: 'warning' });
    expect([...(found?.evidence['cycle'] as string[])].sort()).toEqual(['again', 'check', 'full', 'supplement']);
    expect(await findings(supplement().goto('again'), 'T6')).toHaveLength(1);
  });
  it('does not fire when another decision leads out', async () => {
    expect(await findings(supplement().goto('again').from('full').userTask('refuse').end('refused'), 'T6')).toEqual([]);
  });
  it('does not fire when a timer ends the waiting', async () => {
    const timer = { kind: 'timer' as const, timerKind: 'duration' as const, expression: { text: '"P10D"', ast: { kind: 'literal' as const, value: 'P10D' } } };
    expect(await findings(supplement().goto('again').boundary('supplement', 'late', timer).end('closed'), 'T6')).toEqual([]);
  });
  const counted = (name: string) => processGraph().start().gateway('exclusiveGateway', 'again').userTask('check', { step: { kind: 'check' } }).exclusive('full').end()
    .from('full').via({ condition: { text: `${name} < 1`, ast: { kind: 'compare', op: '<', left: { kind: 'name', name }, right: { kind: 'literal', value: 1 } } } })
    .userTask('supplement', { step: { kind: 'supplement' } }).goto('again');
  it('does not fire with a counter, but takes not every number for one', async () => {
    expect(await findings(counted('soLanBoSung'), 'T6')).toEqual([]);
    expect(await findings(counted('area'), 'T6')).toHaveLength(1);
  });
  it('does not fire on a cycle that returns nothing to anybody', async () => {
    const drawing = processGraph().start().gateway('exclusiveGateway', 'again').userTask('act', { step: { kind: 'other' } }).exclusive('effective').end().from('effective').goto('again');
    expect(await findings(drawing, 'T6')).toEqual([]);
  });
  it('cannot tell when a cycle has no facts', async () => {
    const drawing = processGraph().start().gateway('exclusiveGateway', 'again').userTask('act').exclusive('done').end().from('done').goto('again');
    expect(await missing(drawing, 'T6')).toEqual(['df:flow isReturn', 'df:step kind']);
    expect(await missing(processGraph().start().userTask('act').end(), 'T6')).toBeUndefined();
  });
});
