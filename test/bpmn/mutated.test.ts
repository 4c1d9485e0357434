/**
 * Drawings and decision tables that went wrong in every way: the reader, the rules, the checks, linking and the first turn refuse in words
 * or go on, and never throw. `DRAWINGS_MUTATED=10000 npx jest test/bpmn/mutated` is the whole run, which tells the slowest one and the memory.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../engine/check.js';
import { decodeXml } from '../../engine/bpmn/charset.js';
import { linkPlan } from '../../engine/bpmn/plan.js';
import { readValidated } from '../../engine/bpmn/validate.js';
import { readModel } from '../../engine/session/read-model.js';
import { initialState, step } from '../../engine/interpreter/index.js';
import { projectRoot } from '../../services/places.js';
import { Random } from '../../scripts/seed/random.js';
import { mutated } from '../support/mutate.js';
import { models } from './miwg.js';

const MANY = Number(process.env.DRAWINGS_MUTATED ?? 400);
jest.setTimeout(MANY * 300 + 30_000);
const folder = join(projectRoot(), 'procedures');
const own = readdirSync(folder).filter((name) => /\.(bpmn|dmn)$/.test(name)).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
const good = [...own, ...models].map(({ name, bytes }) => ({ name, xml: decodeXml(bytes).xml! }));

/** All that happens to a drawing between being handed in and its first dossier; tells where it was refused. */
async function carried(xml: string, name: string): Promise<'refused' | 'not linked' | 'started'> {
  const model = await readModel(xml, name);
  if (name.endsWith('.bpmn')) await readValidated(xml, name);
  const errors = model.diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.every(({ code, message }) => code !== '' && message !== '')).toBe(true);
  for (const finding of await check([model])) expect(finding.check).toMatch(/^[A-Z]/);
  const root = model.processes.find(({ executable }) => executable)?.id ?? model.processes[0]?.id;
  if (errors.length > 0 || root === undefined) return 'refused';
  const { plan } = linkPlan([model], root);
  if (!plan) return 'not linked';
  const first = step(plan, initialState(), { type: 'startProcess', commandId: 'c-1', at: 0, by: 'x' });
  if (!first.accepted) expect(first.rejection.message).not.toBe('');
  return 'started';
}

test(`${MANY} changed drawings: none makes the engine fall`, async () => {
  const seed = Number(process.env.DRAWINGS_SEED ?? 20261130);
  const seen = { refused: 0, 'not linked': 0, started: 0 };
  let slowest = { cpuMs: 0, which: '' };
  for (let n = 0; n < MANY; n += 1) {
    const random = new Random(seed + n);
    const { name, xml } = random.pick(good);
    const bad = mutated(xml, random);
    const began = process.cpuUsage();
    try {
      seen[await carried(bad, name)] += 1;
    } catch (error) {
      throw new Error(`seed ${seed + n}, made from ${name}`, { cause: error });
    }
    const { user, system } = process.cpuUsage(began);
    const cpuMs = Math.round((user + system) / 1_000);
    if (cpuMs > slowest.cpuMs) slowest = { cpuMs, which: `${seed + n} (${name})` };
  }
  if (MANY > 1_000) process.stdout.write(`${JSON.stringify({ ...seen, slowest, residentMb: Math.round(process.memoryUsage().rss / 1e6) })}\n`);
  // Changes that only destroy would prove little.
  expect(Math.min(seen.refused, seen.started)).toBeGreaterThan(MANY / 20);
});
