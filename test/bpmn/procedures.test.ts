/** The procedures that come with the program keep to the standard and read without a finding. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { linkPlan } from '../../engine/bpmn/plan.js';
import { readBpmn } from '../../engine/bpmn/read.js';
import { validateBpmn } from '../../engine/bpmn/validate.js';

const folder = resolve(__dirname, '../../procedures');
const files = readdirSync(folder, { recursive: true }).map(String).filter((name) => name.endsWith('.bpmn')).sort();

test.each(files)('%s', async (name) => {
  const xml = readFileSync(join(folder, name), 'utf8');
  expect(await validateBpmn(xml)).toEqual({ errors: [], warnings: [] });
  const model = await readBpmn(xml, name);
  const called = new Set(model.processes.flatMap((process) => Object.values(process.nodes).flatMap((node) => (node.kind === 'activity' && node.calledElement ? [node.calledElement] : []))));
  for (const process of model.processes) {
    // A process that another one of the file calls is a part of that one's procedure.
    if (!called.has(process.id)) expect(process.procedure?.code).toBeTruthy();
    expect(process.order.filter((id) => !process.nodes[id]!.lane)).toEqual([]);
    expect(Object.values(process.flows).filter((flow) => !process.nodes[flow.source] || !process.nodes[flow.target])).toEqual([]);
    expect(linkPlan([model], process.id).plan?.hash).toMatch(/^[0-9a-f]{64}$/);
  }
});
