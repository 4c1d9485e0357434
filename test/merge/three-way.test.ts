/** What a merge promises, on random changes of a sample drawing: nothing of either side is lost without being shown. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { compose } from '../../engine/bpmn/parts/compose.js';
import { mergeDrawings, readParts } from '../../engine/bpmn/parts/merge.js';
import { readBpmn } from '../../engine/bpmn/read.js';
import { changesBetween, type Change } from '../../engine/merge/changes.js';
import { essential } from '../../engine/merge/integrity.js';
import { attributesOf, type Parts } from '../../engine/merge/parts.js';
import { mergeParts, type Merged, type Side } from '../../engine/merge/three-way.js';
import { someEdits } from './random-edits.js';

const XML = readFileSync('procedures/P11-ban-sao-so-goc.bpmn', 'utf8');
let base: Parts;
beforeAll(async () => { base = (await readParts(XML)).parts; });

const plain = (parts: Parts) => Object.fromEntries([...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, Object.fromEntries([...attributesOf(part)].sort())]));
const holds = (parts: Parts, { part, kind, attribute, after }: Change): boolean => (kind === 'removed' ? !parts.has(part) : kind === 'added' ? parts.has(part) : attributesOf(parts.get(part)).get(attribute) === after);
const isShown = ({ conflicts }: Merged, change: Change): boolean => conflicts.some(({ kind, part, attribute, with: others }) => others.includes(change.part) || (part === change.part && (kind !== 'value' || attribute === change.attribute || attribute === '@type')));

test('a side that changed nothing gives the other side', () => {
  fc.assert(fc.property(someEdits, (edit) => {
    const changed = edit(base);
    for (const merged of [mergeParts(base, base, changed), mergeParts(base, changed, base), mergeParts(base, changed, changed)]) {
      expect(merged.conflicts).toEqual([]);
      expect(plain(merged.parts)).toEqual(plain(changed));
    }
    expect([...mergeParts(base, base, changed).parts.keys()]).toEqual([...changed.keys()]);
  }), { numRuns: 60 });
});

test('each change of each side is in the result or stands in a conflict', () => {
  fc.assert(fc.property(someEdits, someEdits, (mine, other) => {
    const [ours, theirs] = [mine(base), other(base)];
    const merged = mergeParts(base, ours, theirs);
    for (const [side, told] of [[ours, merged.kept], [theirs, merged.taken]] as const) {
      for (const change of changesBetween(base, side)) expect([change, isShown(merged, change) || (told.some((each) => each.part === change.part && each.attribute === change.attribute) && holds(merged.parts, change))]).toEqual([change, true]);
    }
  }), { numRuns: 150 });
});

test('the sides are treated alike', () => {
  const told = (merged: Merged, swap: boolean) => merged.conflicts.map(({ id, kind, ours, theirs, with: others }) => JSON.stringify([id, kind, swap ? theirs : ours, swap ? ours : theirs, [...others].sort()])).sort();
  fc.assert(fc.property(someEdits, someEdits, (mine, other) => {
    const [ours, theirs] = [mine(base), other(base)];
    const [one, two] = [mergeParts(base, ours, theirs), mergeParts(base, theirs, ours)];
    const all = (side: Side) => Object.fromEntries(one.conflicts.map(({ id }) => [id, side]));
    expect(told(two, true)).toEqual(told({ ...one, conflicts: one.conflicts }, false));
    expect(plain(mergeParts(base, theirs, ours, all('theirs')).parts)).toEqual(plain(mergeParts(base, ours, theirs, all('ours')).parts));
    expect(plain(mergeParts(base, theirs, ours, all('ours')).parts)).toEqual(plain(mergeParts(base, ours, theirs, all('theirs')).parts));
  }), { numRuns: 100 });
});

test('however conflicts are decided, nothing stands in or hangs on what is gone', () => {
  fc.assert(fc.property(someEdits, someEdits, fc.array(fc.constantFrom<Side>('ours', 'theirs'), { minLength: 8, maxLength: 8 }), (mine, other, sides) => {
    const [ours, theirs] = [mine(base), other(base)];
    const resolutions = Object.fromEntries(mergeParts(base, ours, theirs).conflicts.map(({ id }, index) => [id, sides[index % 8]!]));
    const { parts, conflicts } = mergeParts(base, ours, theirs, resolutions);
    for (const part of parts.values()) {
      expect([part.key, part.parent === '' || parts.has(part.parent), essential(part).filter((id) => !parts.has(id))]).toEqual([part.key, true, []]);
    }
    // To leave one out keeps the others: no decision brings conflicts that nobody has seen.
    expect(conflicts.filter(({ decided, kind }) => !decided && kind !== 'branch')).toEqual([]);
  }), { numRuns: 100 });
});

test('as files: kept elements keep their place, a new step stands free in its lane and the drawing can be read', async () => {
  const theirs = await compose(...await withStep('tiepNhan', 'kiemTraThem', 'Kiểm tra thêm'));
  const ours = XML.replace('<df:timeLimit value="1"', '<df:timeLimit value="2"');
  const merged = await mergeDrawings(XML, ours, theirs);
  expect(merged.conflicts).toEqual([]);
  expect(merged.taken.map(({ part, kind }) => `${kind} ${part}`)).toEqual(expect.arrayContaining(['added kiemTraThem']));
  const model = await readBpmn(merged.xml);
  expect(model.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(model.processes[0]!.procedure!.timeLimits[0]!.value).toBe(2);
  const [before, after] = await Promise.all([XML, merged.xml].map(async (xml) => (await readParts(xml)).drawn!));
  const placed = after!.shapes.get('kiemTraThem')!;
  const lane = after!.shapes.get('lane_motCua')!;
  expect(placed.y).toBeGreaterThanOrEqual(lane.y);
  expect(placed.y + placed.height).toBeLessThanOrEqual(lane.y + lane.height);
  expect(after!.shapes.get('batDau')).toEqual(before!.shapes.get('batDau'));
  for (const [id, shape] of after!.shapes) {
    if (/Lane|Participant/.test(model.xml.includes(`<bpmn:lane id="${id}"`) || id === 'P11_pool' ? 'Lane' : '') || id === 'kiemTraThem') continue;
    expect([id, shape.x < placed.x + placed.width && placed.x < shape.x + shape.width && shape.y < placed.y + placed.height && placed.y < shape.y + shape.height]).toEqual([id, false]);
  }
});

/** The next version of a framework: a step put in behind another. */
async function withStep(after: string, key: string, name: string): Promise<Parameters<typeof compose>> {
  const { parts, drawn } = await readParts(XML);
  const next = new Map(parts);
  const flow = [...parts.values()].find((part) => part.refs['sourceRef']?.[0] === after && part.type === 'bpmn:SequenceFlow')!;
  const step = parts.get(after)!;
  next.set(key, { ...step, key, values: { id: key, name }, refs: { lanes: step.refs['lanes']! } });
  next.set(`den_${key}`, { ...flow, key: `den_${key}`, values: { id: `den_${key}` }, refs: { sourceRef: [after], targetRef: [key] } });
  next.set(flow.key, { ...flow, refs: { ...flow.refs, sourceRef: [key] } });
  const place = drawn!.shapes.get(after)!;
  drawn!.shapes.set(key, { ...place, x: place.x + place.width + 50 });
  return [next, drawn];
}
