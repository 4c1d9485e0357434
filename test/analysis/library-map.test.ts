/** The map of procedures: what it says, and that keeping it up to date one by one says the same as making it anew. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProcedureMap } from '../../engine/analysis/library/map.js';
import { Subject } from '../../engine/analysis/subject.js';
import { readBpmn } from '../../engine/bpmn/read.js';
import { check } from '../../engine/check.js';

const folder = join(__dirname, '../../procedures');
const files = readdirSync(folder).filter((each) => each.endsWith('.bpmn'));
async function entry(file: string, id = file) {
  const model = await readBpmn(readFileSync(join(folder, file), 'utf8'), file);
  const graph = model.processes.find((each) => each.procedure)!;
  return { id, code: graph.procedure!.code!, subject: new Subject(model, graph), model };
}
const all = Promise.all(files.map((file) => entry(file)));
async function mapOf(order: (list: Awaited<typeof all>) => Awaited<typeof all> = (list) => list): Promise<ProcedureMap> {
  const map = new ProcedureMap();
  for (const each of order([...(await all)])) map.put(each);
  return map;
}
const said = (map: ProcedureMap) => ({ alike: map.alike(), steps: map.sharedSteps().map(({ label, in: places }) => [label, places.length]), documents: map.sharedDocuments().map(({ document, asked, given }) => [document, asked.length, given.length]) });

it('ranks the pairs, and has at 0.8 what O9 finds', async () => {
  const map = await mapOf();
  const found = (await check((await all).map((each) => each.model), { library: true, checks: ['O9'] })).flatMap((each) => (each.canTell ? [[...(each.files ?? [])].map((file) => file.split('/').pop()).sort().join(' ')] : []));
  const alike = map.alike();
  expect(alike.filter((each) => each.similarity >= 0.8).map(({ a, b }) => [a, b].sort().join(' ')).sort()).toEqual(found.sort());
  expect(alike.map((each) => each.similarity)).toEqual(alike.map((each) => each.similarity).sort((a, b) => b - a));
});

it('says the same after changes as when it is made anew', async () => {
  const changed = await mapOf();
  changed.put(await entry('P01-dang-ky-khai-sinh.bpmn', 'P11-ban-sao-so-goc.bpmn'));
  changed.remove('P05-cap-lai-gcn-bi-mat.bpmn');
  changed.put(await entry('P11-ban-sao-so-goc.bpmn'));
  changed.put(await entry('P05-cap-lai-gcn-bi-mat.bpmn'));
  const [now, anew] = [said(changed), said(await mapOf())];
  expect(now.alike).toEqual(anew.alike);
  expect(new Map(now.steps as [string, number][]).size).toBe(anew.steps.length);
  expect(now.documents.map((each) => each[0])).toEqual(anew.documents.map((each) => each[0]));
});

it('names the counterparts of two procedures, and what only one of them has', async () => {
  const map = await mapOf();
  const compared = map.counterparts('P03-cap-doi-gcn.bpmn', 'P05-cap-lai-gcn-bi-mat.bpmn')!;
  expect(compared.pairs.filter((each) => each.a !== undefined && each.b !== undefined).length).toBeGreaterThan(3);
  expect(compared.pairs.filter((each) => each.a === undefined).length).toBeGreaterThan(0);
  expect(new Set(compared.pairs.flatMap((each) => each.a ?? [])).size).toBe(compared.pairs.filter((each) => each.a !== undefined).length);
  expect(map.counterparts('P03-cap-doi-gcn.bpmn', 'nobody')).toBeUndefined();
});
