/** P02 over HTTP: one dossier through three agencies, each by its own calendar; one clock for the citizen, counted once. */
import type { DossierRow, DossierView, OverviewReport, Page, WorkAnswer, WorkPage } from '../../server/contract.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

let bench: AppBench;
const people: Record<string, Clerk> = {};
beforeAll(async () => {
  bench = await appBench();
  for (const id of ['lan', 'mai', 'nga', 'tuan', 'tien', 'lam', 'nhung', 'bao', 'khoa']) people[id] = await Clerk.signIn(bench.url, id);
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const view = async (who: string, id: string): Promise<DossierView> => (await people[who]!.get<DossierView>(`/api/dossiers/${id}`)).body;
const complete = async (who: string, id: string, element: string): Promise<void> => {
  const item = (await view(who, id)).work.find((each) => each.element === element)!;
  const outcome = item.outcomes.find((each) => each.kind === 'forward')?.id;
  const reply = await people[who]!.post<WorkAnswer>(`/api/work/${item.id}/complete`, { commandId: newCommandId(), ...(outcome ? { outcome } : {}) });
  expect(reply).toMatchObject({ status: 200 });
};

test('one dossier, three agencies, one due date', async () => {
  const row = (await people.lan!.post<DossierRow>('/api/dossiers', {
    commandId: newCommandId(), procedureId: 'P02-lien-thong-khai-sinh', channel: 'desk', applicant: { kind: 'person', name: 'Trần Văn Bình' }, parts: [], data: { hoTenCon: 'Trần Minh An' },
  })).body;
  const { dueAt } = row;
  expect(dueAt).toBeDefined();
  for (const [who, element] of [['lan', 'tiepNhan'], ['mai', 'xacMinhKhaiSinh'], ['nga', 'kyGiayKhaiSinh']] as const) await complete(who, row.id, element);
  // Two agencies at the same time, each with its own work and its own calendar.
  for (const [who, element] of [['tien', 'kiemTraCuTru'], ['nhung', 'kiemTraBhyt']] as const) {
    const work = (await people[who]!.get<WorkPage>('/api/work?view=department')).body.items;
    expect(work.map((each) => [each.dossierId, each.element])).toEqual([[row.id, element]]);
    expect(work[0]!.dueAt).toBe(dueAt);
  }
  const both = await view('lan', row.id);
  expect(both.steps.map((each) => each.departmentName).sort()).toEqual(['Bộ phận Cấp sổ, thẻ', 'Tổ đăng ký cư trú, Công an phường']);
  expect(new Map(both.clocks.map((each) => [each.agencyName, each.calendar]))).toEqual(new Map([
    ['Ủy ban nhân dân phường Bình An', expect.any(String)], ['Công an phường Bình An', 'Công an phường'], ['Bảo hiểm xã hội khu vực Bình An', 'Bảo hiểm xã hội'],
  ]));
  // The limit of a step is counted in the hours of whoever does it: 12 office hours, of 8 a day here and 8 there.
  const due = Object.fromEntries(both.work.map((each) => [each.element, each.stepDueAt]));
  expect(due['kiemTraCuTru']).not.toBe(due['kiemTraBhyt']);
  expect(both.dueAt).toBe(dueAt);

  for (const [who, element] of [['tien', 'kiemTraCuTru'], ['nhung', 'kiemTraBhyt'], ['bao', 'duyetTheBhyt'], ['lam', 'duyetThuongTru'], ['lan', 'traKetQua']] as const) await complete(who, row.id, element);
  const ended = await view('tien', row.id);
  expect(ended).toMatchObject({ state: 'delivered', dueState: 'early' });
  // Whichever agency looks, it is one dossier; an agency without a part in it sees none.
  for (const who of ['lan', 'tien', 'nhung']) expect((await people[who]!.get<Page<DossierRow>>('/api/dossiers')).body.total).toBe(1);
  expect((await people.khoa!.get<Page<DossierRow>>('/api/dossiers')).body.total).toBe(0);
  await bench.parts.figures.settle();
  const { totals } = (await people.tuan!.get<OverviewReport>('/api/reports/overview?from=2026-11-01&to=2026-12-01')).body;
  expect(totals).toMatchObject({ received: 1, resolved: 1, open: 0 });
}, 60_000);
