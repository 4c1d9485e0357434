/** Drawings with departments for tests of the simulation. */
import { readBpmn } from '../../engine/bpmn/read.js';
import type { Model } from '../../engine/graph/types.js';
import { simulate, type Simulated, type SimulateOptions } from '../../engine/simulation/simulate.js';
import { bpmn } from '../support/bpmn.js';

/** `lanes`: department → nodes in its lane. */
export async function drawing(nodes: string, flows: readonly string[], lanes: Readonly<Record<string, readonly string[]>>, id = 'P'): Promise<Model> {
  const set = Object.entries(lanes).map(([department, inside]) =>
    `<lane id="lane${department}"><extensionElements><df:department id="${department}"/></extensionElements>${inside.map((node) => `<flowNodeRef>${node}</flowNodeRef>`).join('')}</lane>`).join('');
  const model = await readBpmn(bpmn({ nodes: `<laneSet id="lanes${id}">${set}</laneSet>${nodes}`, flows, id }));
  expect(model.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return model;
}

export function run(models: Model | readonly Model[], scenario: Record<string, unknown>, options: SimulateOptions = {}): Simulated {
  return simulate(models, { horizon: { cases: 5000 }, warmup: { cases: 500 }, calendar: '24x7', ...scenario }, { replications: 20, seed: 5, ...options });
}

/** Theory lies within four standard errors of the replications' mean; seeds are fixed, so that this never changes. */
export function agrees({ mean, ci95: [low, high] }: { mean: number | null; ci95: [number | null, number | null] }, theory: number): void {
  // Half the interval is 2.093 standard errors with twenty replications.
  const error = (high! - low!) / 2 / 2.093;
  expect(Math.abs(mean! - theory)).toBeLessThanOrEqual(4 * error);
  expect(error).toBeLessThan(theory * 0.1);
}
