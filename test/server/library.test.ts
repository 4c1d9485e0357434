/** A drawing beside the published procedures: what it repeats, what is accepted in it, what the map says of all. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClonedRow, DraftComparison, DraftFindings, Examination, LibraryFinding, Page, Problem } from '../../server/contract.js';
import { Clerk } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

let bench: AppBench, chi: Clerk;
beforeAll(async () => {
  bench = await appBench({ dossiers: 1, words: { verbs: ['Xoay vòng'] } });
  chi = await Clerk.signIn(bench.url, 'chi');
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const P04 = 'P04-tach-hop-thua';
const drawing = (file: string): string => readFileSync(join(__dirname, '../..', file), 'utf8');
const published = drawing(`procedures/${P04}.bpmn`);
const check = async (xml: string, id: string, query = ''): Promise<DraftFindings> => (await chi.post<DraftFindings>(`/api/library/check${query}`, { xml, id })).body;
const told = ({ findings }: DraftFindings, id: string) => findings.flatMap((each) => (each.canTell && each.check === id ? [each] : []));

test('a drawing is compared with the others, in the place of its own published version', async () => {
  const answer = await check(published, P04);
  expect(told(answer, 'O9').map((each) => each.files)).toEqual([[P04, 'P03-cap-doi-gcn']]);
  expect(answer.procedures.map((each) => each.id)).toContain('P03-cap-doi-gcn');
  const [vi, en] = [told(answer, 'O9')[0]!, told(await check(published, P04, '?lang=en'), 'O9')[0]!];
  expect([vi.message, en.message]).toEqual([expect.stringContaining('gần như trùng nhau'), expect.stringContaining('nearly the same')]);
});

test('an acceptance in the drawing is for that other procedure only', async () => {
  const accepting = (code: string): string => published.replace('<df:procedure', `<df:acceptedFinding check="O9" elements="" with="${code}" reason="Chờ tỉnh" lookAgain="2999-01-01" /><df:procedure`);
  const [other] = told(await check(published, P04), 'O9')[0]!.with!;
  expect(told(await check(accepting(other!), P04), 'O9')[0]?.accepted).toMatchObject({ reason: 'Chờ tỉnh' });
  expect(told(await check(accepting('P99'), P04), 'O9')[0]?.accepted).toBeUndefined();
});

test('a draft stands beside a published procedure step by step, and leaves no trace of its words', async () => {
  const before = (await chi.get<Page<unknown>>('/api/library/steps')).body;
  const renamed = published.replaceAll('Kiểm tra', 'Soi xét');
  const { status, body } = await chi.post<DraftComparison>('/api/library/compare', { xml: renamed, id: P04, with: 'P03-cap-doi-gcn' });
  expect(status).toBe(200);
  expect(body.b.code).toBe('P03');
  expect(body.pairs.filter((each) => each.a !== undefined && each.b !== undefined).length).toBeGreaterThan(3);
  expect((await chi.get<Page<unknown>>('/api/library/steps')).body).toEqual(before);
});

test('a row of steps in two published procedures is on the map, and a finding of each', async () => {
  const [one, two] = ['a', 'b'].map((name) => drawing(`test/analysis/fixtures/O10/bad/${name}.bpmn`)) as [string, string];
  for (const [id, xml] of [['FX-1', one], ['FX-2', two]] as const) {
    expect((await chi.post('/api/procedures', { id, xml })).status).toBe(201);
    expect((await chi.post(`/api/procedures/${id}/publish`, {})).status).toBe(201);
  }
  const { items } = (await chi.get<Page<ClonedRow>>('/api/library/clones')).body;
  const row = items.find((each) => each.procedures.some((place) => place.id === 'FX-1'))!;
  expect(row).toMatchObject({ count: 2, procedures: [{ id: 'FX-1' }, { id: 'FX-2' }] });
  expect(row.steps.length).toBeGreaterThanOrEqual(4);
  const all = (await chi.get<Page<LibraryFinding>>('/api/library/findings?pageSize=200')).body;
  expect(all.items.map((each) => each.finding.check)).toEqual(expect.arrayContaining(['O9', 'O10']));
  expect((await chi.get<Page<LibraryFinding>>('/api/library/findings?q=FX-2')).body.items.every((each) => each.procedures.some((place) => place.id === 'FX-2'))).toBe(true);
  const own = told(await check(two, 'FX-2'), 'O10');
  expect(own).toMatchObject([{ files: ['FX-2', 'FX-1'], elements: expect.arrayContaining([expect.any(String)]) }]);
  expect(own[0]!.elements.every((element) => two.includes(`id="${element}"`))).toBe(true);
});

test('words of labels that the agency adds count in every check, and the designer gets them', async () => {
  expect((await chi.get('/api/library/words')).body).toEqual({ verbs: ['Xoay vòng'] });
  const styles = async (verb: string): Promise<string[]> => {
    const { body } = await chi.post<Examination>('/api/procedures/check', { xml: published.replaceAll('name="Thẩm định', `name="${verb}`) });
    return body.findings.flatMap((each) => (each.canTell && each.check === 'S15' ? [each.check] : []));
  };
  expect([await styles('Xoay vòng'), await styles('Lộn vòng')]).toEqual([[], ['S15']]);
});

test('a drawing that says nothing gives no finding; what is not there is named', async () => {
  expect(await check('<nonsense', 'x')).toEqual({ findings: [], procedures: [] });
  expect(await chi.post<Problem>('/api/library/compare', { xml: '<nonsense', id: 'x', with: P04 })).toMatchObject({ status: 400, body: { fields: [{ field: 'xml' }] } });
  expect(await chi.post<Problem>('/api/library/compare', { xml: published, id: P04, with: 'P99' })).toMatchObject({ status: 409, body: { code: 'not-published' } });
  expect(await chi.post<Problem>('/api/library/check', { id: P04 })).toMatchObject({ status: 400, body: { fields: [{ field: 'xml' }] } });
});
