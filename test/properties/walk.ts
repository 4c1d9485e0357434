/** Random walks through a drawing: which commands can come next, and what must hold after each. */
import { applyEvent, copyState } from '../../engine/interpreter/evolve.js';
import { initialState, step, type Command, type ProcessEvent, type ProcessState } from '../../engine/interpreter/index.js';
import type { Plan } from '../../engine/graph/types.js';
import { NAMES, Tape, unstructuredPlan } from './unstructured.js';

/** More than this at one time is a drawing that multiplies its tokens; its run is left there. */
const MOST_INSTANCES = 60;
const COMMANDS = 25;

export interface Sample { tape: number[]; choices: number[] }
type Body = Record<string, unknown> & { type: string };

function possible(state: ProcessState, tape: Tape): Body[] {
  const bodies: Body[] = [];
  for (const { id, work, attempts } of Object.values(state.instances)) {
    if (work) bodies.push({ type: 'completeWorkItem', item: id }, { type: 'completeWorkItem', item: id }, { type: 'completeWorkItem', item: id }, { type: 'failInstance', instance: id, errorCode: 'E1', message: 'no' });
    if (attempts !== undefined) bodies.push({ type: 'serviceCompleted', instance: id }, { type: 'serviceFailed', instance: id, message: 'down' });
  }
  for (const { id, waits } of Object.values(state.catchers)) {
    for (const wait of waits) {
      if (wait.kind === 'timer') bodies.push({ type: 'fireTimer', timer: wait.id });
      if (wait.kind === 'message') bodies.push({ type: 'correlateMessage', name: 'M', catcher: id });
    }
  }
  for (const { id } of Object.values(state.incidents)) bodies.push({ type: 'resolveIncident', incident: id, action: tape.pick(['retry', 'skip']) });
  bodies.push({ type: 'broadcastSignal', name: 'S' }, { type: 'setData', data: { [tape.pick(NAMES)]: tape.next(5) } });
  return bodies;
}

/** As text: keys stand in the order in which events wrote them, and the comparison of large states stays quick. */
function same(actual: unknown, wanted: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(wanted)) expect(actual).toEqual(wanted);
}

/** Everything in a state belongs to something in it. */
function checkState(state: ProcessState): void {
  const { scopes, instances, catchers, incidents, undoing = {} } = state;
  for (const scope of Object.values(scopes)) {
    if (scope.parent !== undefined) expect(scopes).toHaveProperty(scope.parent);
    if (scope.owner !== undefined) expect(instances[scope.owner]?.inner).toBe(scope.id);
    for (const count of Object.values(scope.tokens)) expect(count).toBeGreaterThan(0);
  }
  for (const instance of Object.values(instances)) {
    expect(scopes).toHaveProperty(instance.scope);
    if (instance.body !== undefined) expect(instances).toHaveProperty(instance.body);
    if (instance.inner !== undefined) expect(scopes).toHaveProperty(instance.inner);
  }
  for (const { owner } of Object.values(catchers)) expect(instances[owner] ?? scopes[owner]).toBeDefined();
  for (const { instance } of Object.values(incidents)) expect(instances).toHaveProperty(instance);
  for (const { scope, then } of Object.values(undoing)) { expect(scopes).toHaveProperty(scope); expect(then).toBeDefined(); }
  if (state.status === 'running' || state.status === 'initial') return;
  expect({ instances, catchers, incidents, undoing, scopes: Object.keys(scopes) }).toEqual({ instances: {}, catchers: {}, incidents: {}, undoing: {}, scopes: [state.root] });
}

export function checkRun({ tape, choices }: Sample): { commands: Command[]; events: ProcessEvent[]; status: string } {
  const plan: Plan = unstructuredPlan(new Tape(tape));
  const chooser = new Tape(choices);
  const [commands, events]: [Command[], ProcessEvent[]] = [[], []];
  const folded = initialState();
  let state = initialState();
  const submit = (body: Body): void => {
    const command = { ...body, commandId: `c${commands.length}`, at: commands.length * 3_600_000 } as Command;
    const result = step(plan, state, command);
    const again = step(plan, copyState(state), command);
    same(again, result);
    if (!result.accepted) return;
    commands.push(command);
    events.push(...result.events);
    state = result.state;
    for (const event of result.events) applyEvent(folded, event);
    same(folded, state);
    checkState(state);
    // Settled: a command that says nothing moves nothing.
    const idle = state.status === 'running' && step(plan, state, { type: 'setData', data: {}, commandId: 'idle', at: state.at });
    if (idle && idle.accepted) expect(idle.events.map((event) => event.type)).toEqual(['commandHandled']);
  };
  submit({ type: 'startProcess', data: Object.fromEntries(NAMES.map((name) => [name, chooser.next(3)])) });
  while (state.status === 'running' && commands.length < COMMANDS && Object.keys(state.instances).length < MOST_INSTANCES) {
    const before = commands.length;
    submit(chooser.pick(possible(state, chooser)));
    if (commands.length === before) submit({ type: 'setData', data: { v1: commands.length % 5 } });
  }
  if (state.status === 'running') submit({ type: 'cancelProcess' });
  return { commands, events, status: state.status };
}
