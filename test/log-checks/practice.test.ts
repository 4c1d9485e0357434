/** Figures of a procedure from its dossiers: counted by hand on a small log. */
import { vnOffice } from '../../engine/calendar/vn-office.js';
import { openTimeBefore } from '../../engine/calendar/open-time.js';
import { readBpmn } from '../../engine/bpmn/read.js';
import { dossiersOf } from '../../engine/log-checks/dossier.js';
import { PracticeGatherer, type Standing } from '../../engine/log-checks/practice/gather.js';
import { Ways } from '../../engine/log-checks/practice/ways.js';
import { bpmn } from '../support/bpmn.js';
import { at, logOf, type MadeDossier } from './made.js';

const calendar = vnOffice();
const office = (from: number, to: number): number => Math.max(0, openTimeBefore(calendar, to) - openTimeBefore(calendar, from)) / 3_600_000;
const LIMITS: Record<string, number> = { b: 3 };

function figuresOf(made: readonly MadeDossier[], standing: (id: string) => Partial<Standing> = () => ({})) {
  const gatherer = new PracticeGatherer({ limit: (element) => LIMITS[element], flows: (steps) => [...steps], declaredHours: 40, drawnHours: 3 });
  for (const dossier of dossiersOf(logOf(made))) gatherer.add(dossier, { agency: 'x', settled: dossier.to, ended: true, ...standing(dossier.id) }, { office });
  return gatherer.figures();
}

const MADE: MadeDossier[] = [
  { id: 'one', from: 1, steps: [{ name: 'a', who: 'mai', unit: 'desk', wait: 0, work: 1 }, { name: 'b', who: 'an', unit: 'land', wait: 2, work: 2 }] },
  { id: 'two', from: 1, steps: [{ name: 'a', who: 'mai', unit: 'desk', wait: 0, work: 1 }, { name: 'b', who: 'an', unit: 'land', wait: 4, work: 2 }, { name: 'b', who: 'an', unit: 'land', wait: 0, work: 1, pause: 2 }] },
  { id: 'three', from: 1, steps: [{ name: 'a', who: 'mai', unit: 'desk', wait: 0, work: 1 }, { name: 'b', who: 'an', unit: 'land', wait: 1, work: 1 }] },
];

test('steps: waiting and working apart, without what the clock stood still, rework and what is past the limit', () => {
  const { steps } = figuresOf(MADE);
  const b = steps.find(({ element }) => element === 'b')!;
  expect(b).toMatchObject({ executions: 4, dossiers: 3, repeats: 1, limitMinutes: 180, lateShare: 0.5 });
  expect(b.waiting).toMatchObject({ n: 4, total: expect.closeTo(7 * 60, 3), half: expect.closeTo(90, 3) });
  expect(b.working.total).toBeCloseTo(6 * 60, 3);
  expect(b.stoodMinutes).toBeCloseTo(120, 3);
  expect(steps.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  expect(steps[0]!.element).toBe('b');
});

test('ways, departments, people, agencies, months and lateness', () => {
  const found = figuresOf(MADE, (id) => (id === 'three' ? { agency: 'y', due: at(2) } : { due: at(100) }));
  expect(found.ways.map(({ key, dossiers, samples }) => [key, dossiers, samples])).toEqual([['a>b', 2, ['one', 'three']], ['a>b>b', 1, ['two']]]);
  expect(found.units.map(({ id, executions, dossiers }) => [id, executions, dossiers])).toEqual([['land', 4, 3], ['desk', 3, 3]]);
  expect(found.people.map(({ id, executions }) => [id, executions])).toEqual([['an', 4], ['mai', 3]]);
  expect(found.agencies.map(({ id, dossiers, late, withDue, way }) => [id, dossiers, late, withDue, way])).toEqual([['x', 2, 0, 2, 'a>b'], ['y', 1, 1, 1, 'a>b']]);
  expect(found.months).toMatchObject([{ month: '2026-01', settled: 3, late: 1, withDue: 3 }]);
  expect(found).toMatchObject({ dossiers: 3, settled: 3, open: 0, late: 1, declaredMinutes: 2400, drawnMinutes: 180, otherWays: { ways: 0, dossiers: 0 } });
});

test('an open dossier counts its steps, and no way and no time', () => {
  const found = figuresOf(MADE, (id) => (id === 'two' ? { ended: false, settled: undefined } : {}));
  expect(found).toMatchObject({ dossiers: 3, settled: 2, open: 1 });
  expect(found.ways.map(({ key }) => key)).toEqual(['a>b']);
  expect(found.steps.find(({ element }) => element === 'b')!.executions).toBe(4);
});

test('rare ways are added up, but for the one that an agency takes', () => {
  const many = Array.from({ length: 30 }, (_, i): MadeDossier => ({ id: `c${i}`, from: 1, steps: [{ name: `s${i}` }, { name: 'b' }] }));
  const found = figuresOf(many, (id) => ({ agency: id === 'c9' ? 'y' : 'x' }));
  const own = found.agencies.find(({ id }) => id === 'y')!.way!;
  expect(found.ways.map(({ key }) => key)).toContain(own);
  expect(found.ways.reduce((sum, { dossiers }) => sum + dossiers, 0) + found.otherWays.dossiers).toBe(30);
});

test('two steps are joined by the flows between them, past gateways and no other step', async () => {
  const nodes = '<startEvent id="s"/><userTask id="a"/><exclusiveGateway id="g"/><userTask id="b"/><userTask id="c"/><endEvent id="e"/>';
  const model = await readBpmn(bpmn({ nodes, flows: ['s>a>g>b>c>e', 'g>c'] }));
  const ways = new Ways(model.processes[0]!, ['a', 'b', 'c']);
  expect(ways.through(['a', 'b', 'c'])).toEqual(['a_g', 'g_b', 'b_c']);
  expect(ways.between('a', 'c')).toEqual(['a_g', 'g_c']);
  expect(ways.between('c', 'a')).toEqual([]);
});
