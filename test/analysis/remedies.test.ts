/** Remedies: the finding is gone, nothing new is wrong, and the file changed says the same as the graph changed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { editDefinitions } from '../../engine/bpmn/edit.js';
import { readBpmn } from '../../engine/bpmn/read.js';
import { check, checkIds, type TellingFinding } from '../../engine/check.js';
import type { Model } from '../../engine/graph/types.js';
import type { RemedyKind } from '../../engine/remedies/propose.js';
import { remediesFor } from '../../engine/remedies/remedy.js';
import { drawingOf } from '../../bench/drawings.js';
import { Random } from '../../scripts/seed/random.js';
import { blockModel } from './random-models.js';

const fixtures = join(__dirname, 'fixtures');
const flawed = join(__dirname, '../../procedures/flawed');
const read = (path: string): Promise<Model> => readBpmn(readFileSync(path, 'utf8'), path);
const telling = async (model: Model, id: string): Promise<TellingFinding[]> => (await check([model], { checks: [id] })).filter((each): each is TellingFinding => each.canTell);
/** Of the text nothing is said: a remedy that was only tried has the old one. */
const graphChecks = checkIds.filter((id) => id !== 'S12' && id !== 'S13');
const errors = async (model: Model, checks: string[] | undefined = undefined): Promise<string[]> => (await check([model], { ...(checks && { checks }) })).filter((each) => each.canTell && each.severity === 'error').map((each) => each.check).sort();
const before = (start: string): string => join(flawed, readdirSync(flawed).find((each) => each.startsWith(`${start}-`) && each.endsWith('-before.bpmn'))!);

describe.each([
  ['S14', join(fixtures, 'S14/bad-mismatch.bpmn'), 'correctJoin', 0], ['T8', join(fixtures, 'T8/bad.bpmn'), 'parallel', 32], ['T8', before('B6'), 'parallel', 64],
  ['O1', join(fixtures, 'O1/bad.bpmn'), 'mergeSteps', 0], ['O2', before('B1'), 'mergeSteps', 16], ['O2', before('B8'), 'mergeSteps', 32], ['O3', join(fixtures, 'O3/bad.bpmn'), 'dropRequest', 0],
  ['T1', before('B5'), 'reallotLimits', 16], ['T1', join(flawed, '../P03-cap-doi-gcn-published.bpmn'), 'reallotLimits', 24], ['T9', join(fixtures, 'T9/bad.bpmn'), 'moveForward', 0], ['T12', before('B7'), 'removeStep', 4],
] as const)('%s in %s', (id, path, kind, savedHours) => {
  it(`${kind} saves ${savedHours} hours, and in the file does what it does in the graph`, async () => {
    const model = await read(path);
    const [finding] = await telling(model, id);
    const [remedy] = await remediesFor(model, finding!);
    expect(remedy).toMatchObject({ kind, savedHours });
    const changed = await readBpmn(await editDefinitions(model.xml, remedy!.edits), path);
    expect(changed.diagnostics.filter((each) => each.severity === 'error')).toEqual([]);
    const there = (found: readonly TellingFinding[]): boolean => found.some((each) => each.elements.join() === finding!.elements.join());
    expect([there(await telling(remedy!.model, id)), there(await telling(changed, id))]).toEqual([false, false]);
    const known = await errors(model);
    expect((await errors(changed)).filter((each) => !known.includes(each))).toEqual([]);
    const shape = ({ processes: [graph] }: Model) => Object.values(graph!.flows).map(({ source, target }) => `${source}>${target}`).sort();
    expect(shape(changed)).toEqual(shape(remedy!.model));
    expect(changed.xml).toContain('BPMNDiagram');
  });
});

it('a remedy never makes an error where none was', async () => {
  await fc.assert(fc.asyncProperty(blockModel(false), async (graph) => {
    const model: Model = { id: 'd', xml: '', processes: [graph], participants: [], messageFlows: [], diagnostics: [] };
    const before = await errors(model);
    for (const finding of (await check([model], { checks: ['S1', 'S2', 'S5', 'S14'] })).filter((each): each is TellingFinding => each.canTell).slice(0, 2)) {
      for (const remedy of await remediesFor(model, finding)) {
        const after = await errors(remedy.model);
        expect(after.filter((each) => !before.includes(each))).toEqual([]);
        expect((await telling(remedy.model, finding.check)).map((each) => each.elements.join())).not.toContain(finding.elements.join());
      }
    }
  }), { numRuns: 60, seed: 17 });
});

it('no remedy of any kind makes an error where none was, on drawings with lanes, documents and facts', async () => {
  const tried = new Map<string, number>();
  await fc.assert(fc.asyncProperty(fc.nat(1_000_000), async (seed) => {
    const random = new Random(seed);
    const model = await readBpmn(drawingOf(random, { nodes: 8 + (seed % 10), wrong: seed % 3 === 0 ? 0.3 : 0, facts: seed % 4 > 0, steps: seed % 4 === 1 }, 'R'), 'r.bpmn');
    const found = (await check([model], { checks: graphChecks })).filter((each): each is TellingFinding => each.canTell);
    const before = await errors(model, graphChecks);
    for (const finding of found) {
      for (const remedy of await remediesFor(model, finding)) {
        tried.set(remedy.kind, (tried.get(remedy.kind) ?? 0) + 1);
        expect({ check: finding.check, edits: remedy.edits, more: moreThan(await errors(remedy.model, graphChecks), before) }).toEqual({ check: finding.check, edits: remedy.edits, more: [] });
      }
    }
  }), { numRuns: 150, seed: 19 });
  const kinds: RemedyKind[] = ['correctJoin', 'parallel', 'mergeSteps', 'moveForward', 'dropRequest', 'reallotLimits', 'removeStep'];
  expect(kinds.filter((kind) => (tried.get(kind) ?? 0) < 5)).toEqual([]);
}, 160_000);

/** Errors of a kind of which there are more than there were. */
function moreThan(after: readonly string[], before: readonly string[]): string[] {
  const count = (list: readonly string[], id: string): number => list.filter((each) => each === id).length;
  return [...new Set(after)].filter((id) => count(after, id) > count(before, id));
}
