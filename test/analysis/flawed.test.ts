/** The eight flawed procedures of the domain page and their repaired forms: what must be found in the first is gone from the second. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sumOfSteps } from '../../engine/analysis/rules/t1-limit.js';
import { Subject } from '../../engine/analysis/subject.js';
import { readBpmn } from '../../engine/bpmn/read.js';
import { check } from '../../engine/check.js';

const folder = join(__dirname, '../../procedures/flawed');
async function read(start: string, form: 'before' | 'after') {
  const file = readdirSync(folder).find((each) => each.startsWith(`${start}-`) && each.endsWith(`-${form}.bpmn`))!;
  return readBpmn(readFileSync(join(folder, file), 'utf8'), file);
}
const hours = async (start: string, form: 'before' | 'after'): Promise<number> => {
  const model = await read(start, form);
  return sumOfSteps(new Subject(model, model.processes[0]!)).hours;
};

describe.each([
  ['B1', ['O1', 'O2'], 72, 56], ['B2', ['O3'], 72, 56], ['B3', ['T4'], 72, 56], ['B4', ['O5'], 34, 24],
  ['B5', ['T1'], 96, 80], ['B6', ['T8'], 120, 56], ['B7', ['O4', 'T12'], 46, 32], ['B8', ['O6', 'O2'], 96, 64],
] as const)('%s', (start, checks, before, after) => {
  it(`shows ${checks.join(', ')} before, and no longer after`, async () => {
    const found = async (form: 'before' | 'after') => (await check([await read(start, form)], { checks: [...checks] })).filter((each) => each.canTell).map((each) => each.check);
    expect([...new Set(await found('before'))].sort()).toEqual([...checks].sort());
    expect(await found('after')).toEqual([]);
  });
  it('has nothing left after but what is accepted in the drawing, with a reason', async () => {
    const left = (await check([await read(start, 'after')], { on: '2026-11-30' })).filter((each) => each.canTell && !each.accepted && each.check !== 'T17');
    expect(left).toEqual([]);
  });
  it(`takes ${before} hours before and ${after} after`, async () => {
    expect([await hours(start, 'before'), await hours(start, 'after')]).toEqual([before, after]);
  });
  it('is sound, within the interchange rules, and drawn', async () => {
    for (const form of ['before', 'after'] as const) {
      const model = await read(start, form);
      expect((await check([model], { checks: ['S1', 'S2', 'S3', 'S4', 'S5', 'S8', 'S12', 'S13'] })).filter((each) => each.canTell)).toEqual([]);
      expect(model.xml).toContain('BPMNDiagram');
    }
  });
});
