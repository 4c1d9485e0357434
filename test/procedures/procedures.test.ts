import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fact, files, flowElements, folder, isA, list, one, readFile, type Element, type File } from './files.js';

const organisation = JSON.parse(readFileSync(join(folder, 'organisation.json'), 'utf8')) as {
  agencies: { id: string }[];
  departments: { id: string; agency: string; oneStop: boolean }[];
  roles: { id: string }[];
  staff: { id: string; department: string; roles: string[] }[];
};
const HOURS: Record<string, number> = { workingHours: 1, workingDays: 8 };
/** Sum of limits on the longest way to an end, in office hours, as the sources state them. */
const SUMS: Record<string, number> = {
  'P01-dang-ky-khai-sinh.bpmn': 8,
  'P02-lien-thong-khai-sinh.bpmn': 28,
  'P03-cap-doi-gcn.bpmn': 40,
  'P03-cap-doi-gcn-published.bpmn': 64,
  'P04-tach-hop-thua.bpmn': 96,
  'P05-cap-lai-gcn-bi-mat.bpmn': 76,
  'P06-giay-phep-xay-dung.bpmn': 120,
  'P07-dang-ky-ho-kinh-doanh.bpmn': 24,
  'P08-doi-giay-phep-lai-xe.bpmn': 40,
  'P09-tro-cap-xa-hoi.bpmn': 80,
  'P10-chung-chi-hanh-nghe-duoc.bpmn': 160,
  'P11-ban-sao-so-goc.bpmn': 8,
  'P12-trich-luc-ho-tich.bpmn': 8,
  'P13-kiem-soat-tai-lieu.bpmn': 56,
  'P14-danh-gia-noi-bo.bpmn': 200,
  'P15-hanh-dong-khac-phuc.bpmn': 160,
  'P16-xem-xet-lanh-dao.bpmn': 80,
  'P17-nghi-phep.bpmn': 16,
  'P18-mua-sam-tam-ung.bpmn': 64,
  'P19-tom-tat-benh-an.bpmn': 24,
  'P20-chuyen-truong-thpt.bpmn': 40,
};

test('the library holds the procedures and the published variant', () => {
  expect(files).toEqual(Object.keys(SUMS).sort());
});

test('the organisation is consistent', () => {
  const departments = new Map(organisation.departments.map((each) => [each.id, each]));
  for (const { agency } of departments.values()) expect(organisation.agencies.map((each) => each.id)).toContain(agency);
  for (const person of organisation.staff) {
    expect(departments.has(person.department)).toBe(true);
    for (const role of person.roles) expect(organisation.roles.map((each) => each.id)).toContain(role);
  }
  expect(new Set(organisation.staff.map((each) => each.id)).size).toBe(organisation.staff.length);
});

describe.each(files)('%s', (name) => {
  let file: File;
  let elements: Element[];
  beforeAll(async () => {
    file = await readFile(name);
    elements = flowElements(file.process);
  });
  const activities = (): Element[] => elements.filter((element) => isA(element, 'Activity'));
  const humanSteps = (): Element[] => elements.filter((element) => element.$type === 'bpmn:UserTask');

  test('is read without a warning and is executable', () => {
    expect(file.warnings).toEqual([]);
    expect(file.process['isExecutable']).toBe(true);
  });

  test('states the facts of the procedure', () => {
    const procedure = fact(file.process, 'Procedure')!;
    for (const property of ['code', 'name', 'level', 'field', 'counting', 'fee', 'result', 'onlineService']) expect(procedure[property]).toBeTruthy();
    expect(name.startsWith(procedure['code'] as string)).toBe(true);
    expect(list(procedure, 'timeLimits').length).toBeGreaterThan(0);
    expect(list(procedure, 'legalBasis').length).toBeGreaterThan(0);
    expect(list(procedure, 'requiredDocuments').length).toBeGreaterThan(0);
  });

  test('gives every lane a department of the organisation', () => {
    const known = new Map(organisation.departments.map((each) => [each.id, each]));
    for (const lane of list(list(file.process, 'laneSets')[0]!, 'lanes')) {
      const department = fact(lane, 'Department')!;
      const entry = known.get(department['id'] as unknown as string);
      expect(entry).toMatchObject({ agency: department['agency'], oneStop: department['oneStop'] });
      expect(department['headcount']).toBeGreaterThan(0);
    }
  });

  test('gives every person a role, a limit and a legal ground, and someone has that role', () => {
    const laneOf = laneByNode(file.process);
    const grounds = list(fact(file.process, 'Procedure')!, 'legalBasis').map((ground) => ground['ref']);
    for (const step of humanSteps()) {
      const facts = fact(step, 'Step')!;
      expect(facts['limit']).toBeGreaterThanOrEqual(0);
      expect(Object.keys(HOURS)).toContain(facts['unit']);
      expect(list(facts, 'legalBasis').length).toBeGreaterThan(0);
      for (const ground of list(facts, 'legalBasis')) expect(grounds).toContain(ground['ref']);
      const department = fact(laneOf.get(step.id)!, 'Department')!['id'] as unknown as string;
      const able = organisation.staff.filter((person) => person.department === department && person.roles.includes(facts['role'] as string));
      expect({ step: step.id, able: able.length > 0 }).toEqual({ step: step.id, able: true });
    }
    for (const activity of activities()) expect(fact(activity, 'Step')?.['kind']).toBeTruthy();
  });

  test('names every decision, every way out of it and the variable it reads', () => {
    const properties = list(file.process, 'properties').map((property) => property.name);
    for (const gateway of elements.filter((element) => element.$type === 'bpmn:ExclusiveGateway')) {
      const ways = list(gateway, 'outgoing');
      if (ways.length < 2) continue;
      expect(gateway.name).toMatch(/\?$/);
      expect(one(gateway, 'default')).toBeDefined();
      for (const way of ways) {
        expect(way.name).toBeTruthy();
        const condition = one(way, 'conditionExpression');
        expect(condition === undefined).toBe(way === one(gateway, 'default'));
        if (condition) expect(properties).toContain(/^[A-Za-z]+/.exec(condition['body'] as string)![0]);
      }
      const chances = ways.map((way) => fact(way, 'Flow')?.['probability'] as number);
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
    }
  });

  test('lists each flow at both of its ends', () => {
    for (const flow of elements.filter((element) => element.$type === 'bpmn:SequenceFlow')) {
      expect(list(one(flow, 'sourceRef')!, 'outgoing')).toContain(flow);
      expect(list(one(flow, 'targetRef')!, 'incoming')).toContain(flow);
    }
  });

  test('adds up to the known sum of limits', () => {
    expect(longestWay(elements)).toBeCloseTo(SUMS[name]!, 9);
    const [limit] = list(fact(file.process, 'Procedure')!, 'timeLimits');
    const within = (limit!['value'] as number) * HOURS[limit!['unit'] as string]! >= SUMS[name]!;
    expect(within).toBe(!name.includes('-published'));
  });
});

function laneByNode(process: Element): Map<string, Element> {
  const lanes = list(list(process, 'laneSets')[0]!, 'lanes');
  return new Map(lanes.flatMap((lane) => list(lane, 'flowNodeRef').map((node) => [node.id, lane] as const)));
}

/** Tries every way without repetition from the start; parallel branches are alternatives here, so the longest counts. */
function longestWay(elements: readonly Element[]): number {
  const boundary = elements.filter((element) => element.$type === 'bpmn:BoundaryEvent');
  const walk = (node: Element, seen: ReadonlySet<Element>): number => {
    if (seen.has(node)) return -Infinity;
    const facts = fact(node, 'Step');
    const counted = facts && facts['clock'] !== 'stopped' && facts['limit'] !== undefined;
    const own = counted ? (facts['limit'] as number) * HOURS[facts['unit'] as string]! : 0;
    const leaving = [node, ...boundary.filter((event) => one(event, 'attachedToRef') === node)].flatMap((each) => list(each, 'outgoing'));
    if (leaving.length === 0) return own;
    return own + Math.max(...leaving.map((flow) => walk(one(flow, 'targetRef')!, new Set([...seen, node]))));
  };
  const start = elements.find((element) => element.$type === 'bpmn:StartEvent' && element.$parent?.$type === 'bpmn:Process')!;
  return walk(start, new Set());
}
