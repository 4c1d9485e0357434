import type { EventDefinition } from '../../engine/graph/types.js';
import { processGraph } from '../support/build.js';
import { answers, findings, missing } from './support.js';

const timer: EventDefinition = { kind: 'timer', timerKind: 'duration', expression: { text: '"PT1H"', ast: { kind: 'literal', value: 'PT1H' } } };
const message = (name: string): EventDefinition => ({ kind: 'message', message: { name } });
const sound = async (drawing: Parameters<typeof answers>[0]): Promise<string[]> => {
  const all = await Promise.all(['S1', 'S2', 'S3', 'S4', 'S5'].map((id) => answers(drawing, id)));
  return all.flat().map((each) => each.check);
};

describe('S1 deadlock', () => {
  it('names the parallel join that waits for one of two alternatives, with the shortest run', async () => {
    const drawing = processGraph().start().exclusive('choice').task('a').gateway('parallelGateway', 'join').end().from('choice').task('b').goto('join');
    const [found, ...others] = await findings(drawing, 'S1');
    expect(others).toEqual([]);
    expect(found).toMatchObject({ severity: 'error', elements: ['join'], evidence: { stuckAt: ['join'], run: ['start', 'choice', 'a'] } });
  });
  it('sees a parallel join that one branch can bypass to an end of its own', async () => {
    const drawing = processGraph().start().parallel('split').task('a').gateway('parallelGateway', 'join').task('after').end()
      .from('split').exclusive('refused').end('refusal').from('refused').goto('join');
    expect((await findings(drawing, 'S1'))[0]?.evidence['stuckAt']).toEqual(['join']);
  });
  it('finds none in a block of alternatives that meets in an exclusive join', async () => {
    expect(await sound(processGraph().start().exclusive('x', { yes: (b) => b.task('a'), no: (b) => b.task('c') }).end())).toEqual([]);
  });
  it('does not fire when the join is inclusive and waits only for what can come', async () => {
    const drawing = processGraph().start().exclusive('choice').task('a').gateway('inclusiveGateway', 'join').end().from('choice').task('b').goto('join');
    expect(await sound(drawing)).toEqual([]);
  });
  it('is found inside a sub-process, after the run that leads to it', async () => {
    const drawing = processGraph().start().task('before').subProcess('sub', (b) => b.start('in').exclusive('x').gateway('parallelGateway', 'join').end('out').from('x').goto('join')).end();
    const [found] = await findings(drawing, 'S1');
    expect(found?.evidence).toEqual({ stuckAt: ['join'], run: ['start', 'before', 'sub', 'in', 'x'] });
    expect(await findings(drawing, 'S4')).toEqual([]);
  });
  it('does not fire when a timer on the sub-process ends the waiting', async () => {
    const drawing = processGraph().start().subProcess('sub', (b) => b.start('in').exclusive('x').gateway('parallelGateway', 'join').end('out').from('x').goto('join')).end()
      .boundary('sub', 'late', timer).end('given-up');
    expect(await findings(drawing, 'S1')).toEqual([]);
  });
  it('cannot tell when a complex gateway decides what is waited for', async () => {
    const drawing = processGraph().start().exclusive('choice').task('a').gateway('complexGateway', 'some').gateway('parallelGateway', 'join').end()
      .from('choice').task('b').goto('some').from('choice').goto('join');
    expect(await missing(drawing, 'S1')).toEqual(['activationCondition of some']);
  });
});

describe('S2 lack of synchronisation', () => {
  it('names the exclusive join that lets two parallel branches through', async () => {
    const drawing = processGraph().start().parallel('split').task('a').gateway('exclusiveGateway', 'merge').task('after').end().from('split').task('b').goto('merge');
    const [found] = await findings(drawing, 'S2');
    expect(found).toMatchObject({ severity: 'error', elements: ['merge', 'merge-after'], evidence: { flow: 'merge-after', unbounded: false } });
    expect((found?.evidence['run'] as string[]).filter((id) => id === 'merge')).toHaveLength(2);
  });
  it('sees two flows into one task, and a task with two ways out, as what they are', async () => {
    const drawing = processGraph().start().task('fork').task('a').task('both').end().from('fork').task('b').goto('both');
    expect((await findings(drawing, 'S2'))[0]?.elements[0]).toBe('both');
  });
  it('sees a reminder that rejoins the main way', async () => {
    const drawing = processGraph().start().userTask('work').gateway('exclusiveGateway', 'merge').task('after').end().boundary('work', 'soon', timer, false).goto('merge');
    expect((await findings(drawing, 'S2'))[0]?.elements[0]).toBe('merge');
  });
  it('recognises tokens that multiply without end', async () => {
    const drawing = processGraph().start().gateway('exclusiveGateway', 'again').parallel('fork').task('a').end().from('fork').goto('again');
    const [found] = await findings(drawing, 'S2');
    expect(found?.evidence['unbounded']).toBe(true);
    expect(found?.message).toContain('không giới hạn');
  });
  it('does not fire on a reminder that ends by itself, not even in a loop', async () => {
    const drawing = processGraph().start().gateway('exclusiveGateway', 'again').userTask('work').exclusive('ok').end().from('ok').goto('again')
      .boundary('work', 'soon', timer, false).task('remind').end('reminded');
    expect(await sound(drawing)).toEqual([]);
  });
  it('does not fire on an interrupting boundary event that rejoins', async () => {
    expect(await sound(processGraph().start().userTask('work').task('after').end().boundary('work', 'late', timer).goto('after'))).toEqual([]);
  });
  it('does not fire on an activity that needs as many tokens as it gets', async () => {
    const drawing = processGraph().start().parallel('split').task('both', { startQuantity: 2 }).end().from('split').goto('both');
    expect(await sound(drawing)).toEqual([]);
  });
});

describe('S3 livelock', () => {
  it('names the steps that go round for ever', async () => {
    const drawing = processGraph().start().exclusive('choice').end().from('choice').gateway('exclusiveGateway', 'again').task('a').task('b').goto('again');
    const [found] = await findings(drawing, 'S3');
    expect(found).toMatchObject({ severity: 'error', evidence: { run: ['start', 'choice'] } });
    expect(found?.elements).toEqual(['again', 'a', 'b']);
  });
  it('does not fire on a loop with a way out', async () => {
    expect(await sound(processGraph().start().gateway('exclusiveGateway', 'again').task('a').exclusive('ok').end().from('ok').goto('again'))).toEqual([]);
  });
  it('leaves to S1 a loop that can only end stuck', async () => {
    const drawing = processGraph().start().gateway('exclusiveGateway', 'again').exclusive('x').gateway('parallelGateway', 'join').end().from('x').goto('again').from('x').goto('join');
    expect(await findings(drawing, 'S3')).toEqual([]);
    expect(await findings(drawing, 'S1')).toHaveLength(1);
  });
});

describe('S4 dead step', () => {
  it('names steps that nothing leads to, and those behind a join that never fires', async () => {
    const drawing = processGraph().start().exclusive('x').gateway('parallelGateway', 'join').task('behind').end().from('x').goto('join').stop().task('island').end('nowhere');
    const [found] = await findings(drawing, 'S4');
    expect(found).toMatchObject({ severity: 'error', elements: ['behind', 'island'], evidence: { steps: ['behind', 'island'] } });
  });
  it('names what is inside a dead sub-process too', async () => {
    const drawing = processGraph().start().end().stop().subProcess('sub', (b) => b.start('in').task('inside').end('out'));
    expect((await findings(drawing, 'S4'))[0]?.elements).toEqual(['sub', 'inside']);
  });
  it('names the handling of an escalation that nobody throws', async () => {
    const drawing = processGraph().start().subProcess('sub', (b) => b.start('in').task('inside').end('out')).end().boundary('sub', 'up', { kind: 'escalation', code: 'E1' }).task('handle').end('handled');
    expect((await findings(drawing, 'S4'))[0]?.elements).toEqual(['handle']);
  });
  it('does not fire when the escalation is thrown', async () => {
    const drawing = processGraph().start().subProcess('sub', (b) => b.start('in').task('inside').end('out', { kind: 'escalation', code: 'E1' })).end()
      .boundary('sub', 'up', { kind: 'escalation', code: 'E1' }, false).task('handle').end('handled');
    expect(await sound(drawing)).toEqual([]);
  });
  it('does not fire on steps behind a link, in an event sub-process, or without any start event', async () => {
    const link: EventDefinition = { kind: 'link', name: 'L' };
    expect(await sound(processGraph().start().task('a').throwing('out', link).stop().catching('in', link).task('b').end())).toEqual([]);
    expect(await sound(processGraph().start().task('a').end().subProcess('watch', (b) => b.start('m', message('withdraw')).task('c').end('withdrawn'), { triggeredByEvent: true }))).toEqual([]);
    expect(await sound(processGraph().task('a').task('b'))).toEqual([]);
  });
});

describe('S5 improper completion', () => {
  it('names the end event that two branches reach', async () => {
    const drawing = processGraph().start().parallel('split').task('a').end('done').from('split').task('b').goto('done');
    const [found] = await findings(drawing, 'S5');
    expect(found).toMatchObject({ severity: 'warning', elements: ['done'], evidence: { end: 'done', run: ['start', 'split', 'a', 'b', 'done', 'done'] } });
    expect(await findings(drawing, 'S2')).toEqual([]);
  });
  it('advises when work may be open while the result is returned', async () => {
    const drawing = processGraph().start().parallel('split').task('hand', { step: { kind: 'return' } }).end().from('split').task('archive').end('kept');
    expect(await findings(drawing, 'S5')).toMatchObject([{ severity: 'advice', elements: ['hand', 'archive'] }]);
  });
  it('does not fire when the branches have ends of their own, or one of them terminates', async () => {
    expect(await sound(processGraph().start().parallel('split').task('a').end('x').from('split').task('b').end('y'))).toEqual([]);
    const terminated = processGraph().start().parallel('split').task('a').gateway('exclusiveGateway', 'm').end('done', { kind: 'terminate' }).from('split').task('b').goto('m');
    expect(await findings(terminated, 'S5')).toEqual([]);
  });
  it('does not fire on the end of a sub-process that runs again in a loop', async () => {
    const drawing = processGraph().start().gateway('exclusiveGateway', 'again').subProcess('sub', (b) => b.start('in').task('inside').end('out')).exclusive('ok').end().from('ok').goto('again');
    expect(await sound(drawing)).toEqual([]);
  });
});

describe('soundness of what the standard allows besides', () => {
  it('takes triggered start events as alternatives and none start events together', async () => {
    const two = (definition?: EventDefinition) => processGraph().start('s1', definition).task('a').gateway('exclusiveGateway', 'm').end().stop().start('s2', definition && message('other')).goto('m');
    expect(await sound(two(message('m')))).toEqual([]);
    expect(await findings(two(), 'S5')).toHaveLength(1);
  });
  it('takes one way out of an event-based gateway', async () => {
    expect(await sound(processGraph().start().eventBased('wait').catching('answer', message('answer')).gateway('exclusiveGateway', 'm').end().from('wait').catching('late', timer).goto('m'))).toEqual([]);
  });
  it('knows that an error end leaves the sub-process by the boundary only', async () => {
    const drawing = processGraph().start().subProcess('sub', (b) => b.start('in').task('inside').end('failed', { kind: 'error', code: 'E' })).task('normal').end()
      .boundary('sub', 'caught', { kind: 'error', code: 'E' }).task('repair').end('repaired');
    expect((await findings(drawing, 'S4'))[0]?.elements).toEqual(['normal']);
    expect(await findings(drawing, 'S1')).toEqual([]);
  });
  it('finishes a parallel branch at a terminate end', async () => {
    const drawing = processGraph().start().parallel('split').task('a').gateway('parallelGateway', 'join').end().from('split').exclusive('stop').end('ended', { kind: 'terminate' }).from('stop').goto('join');
    expect(await sound(drawing)).toEqual([]);
  });
  it('joins conditional flows of an activity inclusively, the default one alone', async () => {
    const condition = { text: 'x', ast: { kind: 'name' as const, name: 'x' } };
    const drawing = processGraph().start().task('fork', { defaultFlow: 'otherwise' }).via({ condition }).task('a').gateway('inclusiveGateway', 'join').end()
      .from('fork').via({ condition }).task('b').goto('join').from('fork').via({ id: 'otherwise' }).task('c').goto('join');
    expect(await sound(drawing)).toEqual([]);
  });
});

describe('soundness where branches meet at several places', () => {
  it('sees two tokens on a flow before an end that others reach too', async () => {
    const drawing = processGraph().start().parallel('fork').gateway('exclusiveGateway', 'merge').end('done').from('fork').goto('merge').from('fork').goto('done');
    expect((await findings(drawing, 'S2'))[0]?.elements).toEqual(['merge', 'merge-done']);
  });
  it('sees that a step in a cycle is dead when only the rest of the cycle is entered', async () => {
    const drawing = processGraph().start().gateway('exclusiveGateway', 'in').gateway('parallelGateway', 'join').task('behind').goto('in').stop().task('never').goto('join');
    expect((await findings(drawing, 'S4'))[0]?.elements).toEqual(['behind', 'never']);
  });
});

describe('soundness of wide drawings', () => {
  const wide = (count: number, close: 'join' | 'merge' | 'escape') => {
    const drawing = processGraph().start().parallel('split');
    drawing.stop().gateway(close === 'merge' ? 'exclusiveGateway' : 'parallelGateway', 'close').end();
    for (let n = 0; n < count; n += 1) {
      drawing.from('split').userTask(`t${n}`);
      if (close === 'escape') drawing.exclusive(`x${n}`).end(`e${n}`).from(`x${n}`);
      drawing.goto('close');
    }
    return drawing;
  };
  it('proves 40 parallel branches sound', async () => { expect(await sound(wide(40, 'join'))).toEqual([]); });
  it('finds what is wrong in 40 branches that meet in an exclusive join', async () => {
    expect(await sound(wide(40, 'merge'))).toEqual(['S2', 'S5']);
  });
  it('finds the deadlock among 40 branches that may each escape', async () => {
    expect(await sound(wide(40, 'escape'))).toEqual(['S1']);
  });
  it('says that it cannot tell rather than go on for ever', async () => {
    const drawing = processGraph().start().parallel('split').stop().gateway('inclusiveGateway', 'close').end();
    for (let n = 0; n < 12; n += 1) drawing.from('split').gateway('exclusiveGateway', `m${n}`).gateway('inclusiveGateway', `o${n}`).goto('close').from(`o${n}`).task(`t${n}`).exclusive(`x${n}`).goto(`m${n}`).from(`x${n}`).goto('close');
    const s3 = await answers(drawing, 'S3');
    expect(s3).toEqual([expect.objectContaining({ canTell: false, missing: ['not decided within 6000 moves'] })]);
  });
});
