/** What must hold of every run of every drawing, well-formed or not: a deadlock is a finding, a broken state a fault. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readBpmn } from '../../engine/bpmn/read.js';
import { linkPlan } from '../../engine/bpmn/plan.js';
import { initialState, step, type Command, type ProcessEvent } from '../../engine/interpreter/index.js';
import type { Plan } from '../../engine/graph/types.js';
import { block, planOf } from './models.js';
import { Tape, unstructuredPlan } from './unstructured.js';
import { checkRun, type Sample } from './walk.js';
import { planAsXml } from './write-xml.js';

const FIXTURES = join(__dirname, 'fixtures');
const sample: fc.Arbitrary<Sample> = fc.record({
  tape: fc.array(fc.nat(839), { minLength: 60, maxLength: 300, size: 'max' }),
  choices: fc.array(fc.nat(839), { minLength: 20, maxLength: 100, size: 'max' }),
});

test('no drawing breaks the state, and every command settles', () => {
  const result = fc.check(fc.property(sample, (given) => { checkRun(given); }), { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 150), endOnFailure: process.env['PROPERTY_SHRINK'] === undefined });
  if (result.failed && result.counterexample) {
    mkdirSync(FIXTURES, { recursive: true });
    writeFileSync(join(FIXTURES, `unstructured-${result.seed}.json`), `${JSON.stringify(result.counterexample[0])}\n`);
  }
  if (result.failed) throw result.errorInstance ?? new Error('no reason given');
}, 600_000);

/** Drawings that failed once. */
const kept = existsSync(FIXTURES) ? readdirSync(FIXTURES).filter((name) => name.startsWith('unstructured-')) : [];
test.each(kept.length > 0 ? kept : ['none yet'])('kept case %s', (name) => {
  if (kept.length > 0) checkRun(JSON.parse(readFileSync(join(FIXTURES, name), 'utf8')) as Sample);
});

async function throughXml(plan: Plan): Promise<Plan> {
  const linked = linkPlan([await readBpmn(planAsXml(plan))], 'P');
  if (!linked.plan) throw new Error(linked.diagnostics.map((each) => each.message).join('; '));
  return linked.plan;
}
function replay(plan: Plan, commands: readonly Command[]): ProcessEvent[] {
  let state = initialState();
  return commands.flatMap((command) => {
    const result = step(plan, state, command);
    if (!result.accepted) throw new Error(`${command.type}: ${result.rejection.message}`);
    state = result.state;
    return [...result.events];
  });
}

test('written as XML and read again, a drawing runs the same', async () => {
  await fc.assert(fc.asyncProperty(sample, async (given) => {
    const { commands, events } = checkRun(given);
    if (events.length > 2_000) return;
    expect(replay(await throughXml(unstructuredPlan(new Tape(given.tape))), commands)).toEqual(events);
  }), { numRuns: 40 });
}, 600_000);

test('written as XML and read again, blocks begin the same', async () => {
  await fc.assert(fc.asyncProperty(block, async (root) => {
    const { plan, variables } = planOf(root);
    const commands: Command[] = [{ type: 'startProcess', commandId: 'c', at: 0, data: Object.fromEntries(variables.map((name) => [name, 1])) }];
    expect(replay(await throughXml(plan), commands)).toEqual(replay(plan, commands));
  }), { numRuns: 40 });
}, 600_000);
