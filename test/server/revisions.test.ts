/** The life of a version: review with comments, approval by other eyes, a decision, a day in the future that brings it by itself, replacement, withdrawal; all of it in the trail. */
import { TrailSweep } from '../../models/trail/sweep.js';
import { verifyTrail } from '../../models/trail/verify.js';
import type { NoticePage, Problem, ProcedureView, RevisionView } from '../../server/contract.js';
import { Clerk, newCommandId, type Reply } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

const P = 'P01-dang-ky-khai-sinh';
const DAY_MS = 86_400_000;
/** Designer, QMS officer, leader, records clerk, administrator, desk; a leader of another agency. */
const PEOPLE = ['chi', 'yen', 'tuan', 'thu', 'an', 'lan', 'minh'] as const;
let bench: AppBench;
let by: Record<typeof PEOPLE[number], Clerk>;
const signIn = async (): Promise<void> => { by = Object.fromEntries(await Promise.all(PEOPLE.map(async (id) => [id, await Clerk.signIn(bench.url, id)]))) as typeof by; };
beforeAll(async () => {
  bench = await appBench({ dossiers: 2 });
  await signIn();
}, 90_000);
afterAll(() => bench?.close(), 30_000);

type Told = Reply<RevisionView & Problem>;
const act = (clerk: Clerk, version: number, what: string, body: object = {}): Promise<Told> => clerk.post(`/api/procedures/${P}/revisions/${version}/${what}`, body);
const said = ({ status, body }: Told): unknown => (status < 300 ? body.state : body.code);
const view = async (): Promise<ProcedureView> => (await by.chi.get<ProcedureView>(`/api/procedures/${P}`)).body;
/** What somebody has been told of versions that wait: number, and whether it still waits for a look. */
const told = async (clerk: Clerk): Promise<[number, boolean][]> => (await clerk.get<NoticePage>('/api/notices')).body.items.filter(({ kind, about }) => kind === 'versionWaits' && about?.id === P).map(({ about, read }) => [about!.version, !read]);
const DECISION = { number: '12/QĐ-UBND', date: '2026-11-16', signatory: 'Hoàng Anh Tuấn', position: 'Chủ tịch UBND phường' };

async function draft(change: (xml: string) => string): Promise<number> {
  const { headers, body } = await by.chi.get<string>(`/api/procedures/${P}/xml?version=draft`);
  return (await by.chi.send('PUT', `/api/procedures/${P}/draft`, { xml: change(body) }, { 'if-match': headers.get('etag')! })).status;
}
async function receive(): Promise<number> {
  const { body } = await by.lan.post<{ id: string; version: number }>('/api/dossiers', {
    commandId: newCommandId(), procedureId: P, channel: 'desk', applicant: { kind: 'person', name: 'Trần Thị Ánh', phone: '0901234567' }, parts: [{ type: 'giayChungSinh', copies: 1, received: true }], data: { hoTenCon: 'Trần Minh An' },
  });
  return body.version;
}

test('review: comments on elements and on the whole, answered and resolved; until then nobody approves', async () => {
  expect(await draft((xml) => xml.replace(/name="Tiếp nhận[^"]*"/, 'name="Tiếp nhận, kiểm tra hồ sơ"'))).toBe(200);
  expect((await by.lan.post(`/api/procedures/${P}/revisions`, { note: 'x' })).status).toBe(403);
  expect(await by.chi.post(`/api/procedures/${P}/revisions`, { note: '' })).toMatchObject({ status: 400, body: { fields: [{ field: 'note' }] } });
  const put = await by.chi.post<RevisionView>(`/api/procedures/${P}/revisions`, { note: 'Ghi rõ việc kiểm tra' });
  expect(put).toMatchObject({ status: 201, body: { version: 2, state: 'inReview', authors: ['Lý Quỳnh Chi'], approvals: [{ act: 'reviewed', role: 'qmsOfficer' }, { act: 'approved', role: 'leader' }] } });
  // What is being read does not change under its readers.
  expect(await draft((xml) => `${xml}<!-- x -->`)).toBe(409);
  expect((await by.chi.post<Problem>(`/api/procedures/${P}/publish`, {})).body.code).toBe('in-review');
  expect((await view()).inPreparation).toEqual({ version: 2, state: 'inReview', openComments: 0 });

  const first = newCommandId();
  for (const _again of [1, 2]) expect((await act(by.yen, 2, 'comments', { commandId: first, element: 'receive', text: 'Nêu rõ thời gian kiểm tra.' })).body.comments).toHaveLength(1);
  expect((await act(by.lan, 2, 'comments', { commandId: newCommandId(), text: 'Nên giữ một bộ hồ sơ.' })).body.comments).toHaveLength(2);
  expect(said(await act(by.minh, 2, 'comments', { commandId: newCommandId(), text: 'x' }))).toBe('forbidden');
  expect((await act(by.chi, 2, `comments/${first}/answers`, { text: 'Đã nêu ở 5.7.' })).body.comments[0]!.answers).toMatchObject([{ byName: 'Lý Quỳnh Chi', text: 'Đã nêu ở 5.7.' }]);
  expect((await by.yen.get<RevisionView>(`/api/procedures/${P}/revisions/2`)).body).toMatchObject({ may: { approve: false }, whyNotApprove: 'open-comments' });
  expect(said(await act(by.yen, 2, 'approve'))).toBe('open-comments');
  const { body: { comments } } = await by.yen.get<RevisionView>(`/api/procedures/${P}/revisions/2`);
  for (const { id } of comments) expect((await act(by.yen, 2, `comments/${id}/resolve`, { resolved: true })).status).toBe(200);
  expect(said(await act(by.yen, 2, 'comments/none/resolve', { resolved: true }))).toBe('unknown-comment');
});

test('approval: in the order of the rules, by other people than the author, anew after a version was sent back; who is waited for is told', async () => {
  expect([await told(by.yen), await told(by.tuan), await told(by.chi)]).toEqual([[[2, true]], [], []]);
  for (const [who, code] of [['tuan', 'forbidden'], ['chi', 'forbidden'], ['minh', 'forbidden']] as const) expect([who, said(await act(by[who], 2, 'approve'))]).toEqual([who, code]);
  expect(said(await act(by.yen, 2, 'approve'))).toBe('inReview');
  expect([await told(by.yen), await told(by.tuan)]).toEqual([[[2, false]], [[2, true]]]);
  expect(said(await act(by.lan, 2, 'return', { reason: 'x' }))).toBe('forbidden');
  expect(said(await act(by.tuan, 2, 'return', { reason: 'Ghi rõ tên bước hơn' }))).toBe('returned');
  expect(await draft((xml) => xml.replace('Tiếp nhận, kiểm tra hồ sơ', 'Tiếp nhận và kiểm tra hồ sơ'))).toBe(200);
  expect((await by.chi.post<RevisionView>(`/api/procedures/${P}/revisions`, { note: 'Đã sửa tên bước' })).body).toMatchObject({ version: 2, state: 'inReview' });
  expect(said(await act(by.tuan, 2, 'approve'))).toBe('forbidden');
  expect(said(await act(by.yen, 2, 'announce', { ...DECISION, inForceFrom: '2026-11-16' }))).toBe('wrong-state');
  expect(said(await act(by.yen, 2, 'approve'))).toBe('inReview');
  expect(said(await act(by.yen, 2, 'approve'))).toBe('forbidden');
  expect([await told(by.yen), await told(by.tuan)]).toEqual([[[2, false], [2, false]], [[2, false], [2, true]]]);
  // Two at once: one of them has acted on what is no longer so.
  const both = await Promise.all([act(by.tuan, 2, 'approve'), act(by.tuan, 2, 'approve')]);
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(['stale', 'wrong-state']).toContain(said(both.find(({ status }) => status !== 200)!));
  expect((await by.yen.get<RevisionView>(`/api/procedures/${P}/revisions/2`)).body.state).toBe('approved');
});

test('whoever drew it does not approve it, whatever his roles, unless the agency says so', async () => {
  const id = 'P12-trich-luc-ho-tich';
  await bench.store.staff.updateOne({ _id: 'chi' }, { $set: { roles: ['designer', 'leader', 'qmsOfficer'] } });
  await bench.parts.context.directory.refresh();
  const { body: xml, headers } = await by.chi.get<string>(`/api/procedures/${id}/xml?version=draft`);
  await by.chi.send('PUT', `/api/procedures/${id}/draft`, { xml: `${xml}\n` }, { 'if-match': headers.get('etag')! });
  expect((await by.chi.post(`/api/procedures/${id}/revisions`, { note: 'thử' })).status).toBe(201);
  const approve = (clerk: Clerk): Promise<Told> => clerk.post(`/api/procedures/${id}/revisions/2/approve`, {});
  expect(said(await approve(by.chi))).toBe('four-eyes');
  const settings = { key: 'version.ownApproval', by: 'an', reason: 'thử', at: new Date(bench.clock.now()) } as const;
  await bench.parts.context.settings.change({ ...settings, scope: `procedure:${id}`, value: 'allowed' });
  expect(said(await approve(by.chi))).toBe('inReview');
  // One person is still not two.
  expect(said(await approve(by.chi))).toBe('four-eyes');
  await bench.store.staff.updateOne({ _id: 'chi' }, { $set: { roles: ['designer'] } });
  await bench.parts.context.directory.refresh();
});

test('announced by a decision for a day to come: dossiers run the version of their day, and the day brings it by itself', async () => {
  for (const [wrong, field] of [[{ inForceFrom: '2026-11-15' }, 'inForceFrom'], [{ date: '2026-11-17' }, 'date'], [{ date: '16/11/2026' }, 'date'], [{ number: '' }, 'number']] as const) {
    expect([wrong, (await act(by.thu, 2, 'announce', { ...DECISION, inForceFrom: '2026-11-18', ...wrong })).body.fields?.[0]?.field]).toEqual([wrong, field]);
  }
  expect(said(await act(by.lan, 2, 'announce', { ...DECISION, inForceFrom: '2026-11-18' }))).toBe('forbidden');
  expect(said(await act(by.thu, 2, 'announce', { ...DECISION, inForceFrom: '2026-11-18' }))).toBe('announced');
  // Nobody has asked for the document yet: it was signed with the announcement.
  expect((await by.lan.get<RevisionView>(`/api/procedures/${P}/revisions/2`)).body.signed).toMatchObject({ signer: 'Ủy ban nhân dân phường Bình An', isTest: true });
  expect(await view()).toMatchObject({ currentVersion: 1, hasDraft: false, versions: [{ version: 2, state: 'announced', inForceFrom: '2026-11-18', decision: DECISION }, { version: 1, state: 'inForce' }] });
  expect(await receive()).toBe(1);
  // A quarter to midnight of the day before, and a quarter past.
  await bench.clock.advance(Date.parse('2026-11-17T23:45:00+07:00') - bench.clock.now(), () => Promise.resolve());
  await signIn();
  expect(await receive()).toBe(1);
  await bench.clock.advance(30 * 60_000, () => Promise.resolve());
  expect(await receive()).toBe(2);
  expect((await view()).versions.map(({ version, state }) => [version, state])).toEqual([[2, 'inForce'], [1, 'replaced']]);
  const { body } = await by.lan.get<RevisionView>(`/api/procedures/${P}/revisions/2`);
  expect(body.history.map(({ act: done, byName }) => [done, byName])).toEqual([
    ['submitted', 'Lý Quỳnh Chi'], ['reviewed', 'Dương Hải Yến'], ['returned', 'Hoàng Anh Tuấn'], ['submitted', 'Lý Quỳnh Chi'], ['reviewed', 'Dương Hải Yến'], ['approved', 'Hoàng Anh Tuấn'], ['announced', 'Đỗ Thị Thu'], ['inForce', undefined],
  ]);
});

test('withdrawn with a reason: nothing new begins, what runs goes on', async () => {
  expect((await act(by.thu, 2, 'withdraw', {})).status).toBe(400);
  expect(said(await act(by.chi, 2, 'withdraw', { reason: 'x' }))).toBe('forbidden');
  expect(said(await act(by.thu, 2, 'withdraw', { reason: 'Văn bản căn cứ đã bị bãi bỏ' }))).toBe('withdrawn');
  expect(said(await act(by.thu, 2, 'withdraw', { reason: 'x' }))).toBe('wrong-state');
  expect((await view()).currentVersion).toBeUndefined();
  expect((await by.lan.post<Problem>('/api/dossiers/preview', { procedureId: P })).body.code).toBe('not-published');
  expect((await fetch(`${bench.url}/thu-tuc/${P}`)).status).toBe(404);
  expect(await bench.store.dossiers.countDocuments({ procedureId: P, version: 2, open: true })).toBe(1);
  // What took its place takes the next number.
  const { body: xml } = await by.chi.get<string>(`/api/procedures/${P}/xml?version=1`);
  expect((await by.chi.send('PUT', `/api/procedures/${P}/draft`, { xml })).status).toBe(200);
  expect((await by.chi.post(`/api/procedures/${P}/publish`, { note: 'Như trước' })).body).toMatchObject({ version: 3 });
  expect((await view()).versions.map(({ version, state }) => [version, state])).toEqual([[3, 'inForce'], [2, 'withdrawn'], [1, 'replaced']]);
  expect(await receive()).toBe(3);
});

test('without the setting there is no short way; an interruption between two writes is mended at the next start', async () => {
  const change = (value: 'on' | 'off') => bench.parts.context.settings.change({ key: 'version.directIssue', scope: 'all', value, by: 'an', reason: 'thử', at: new Date(bench.clock.now()) });
  await change('off');
  await draft((xml) => `${xml}\n`);
  expect((await by.chi.post<Problem>(`/api/procedures/${P}/publish`, {})).body.code).toBe('direct-issue-off');
  expect((await view()).mayPublish).toBe(false);
  await change('on');
  // As if the process had died after it had written that version 3 is in force, and before the procedure was told.
  await bench.store.procedures.updateOne({ _id: P }, { $set: { currentVersion: 1 } });
  const { VersionsInForce } = await import('../../models/revisions/in-force.js');
  await new VersionsInForce(bench.parts.context).settleAll();
  expect((await view()).currentVersion).toBe(3);
});

test('every act is a document of its own that the trail seals', async () => {
  const steps = await bench.store.revisionSteps.find({ procedureId: P, version: 2 }).lean();
  const { history } = (await bench.store.revisions.findById(`${P}@2`).lean())!;
  expect(steps.map(({ act: done }) => done).sort()).toEqual(history.map(({ act: done }) => done).sort());
  const now = () => new Date(bench.clock.now());
  await new TrailSweep({ store: bench.store, sealer: bench.parts.trail, mainAgency: () => 'ubnd-binh-an', now }).run();
  const whole = (): Promise<{ problems: unknown[] }> => verifyTrail(bench.store, [], new Date(bench.clock.now() + DAY_MS));
  const before = (await whole()).problems.length;
  await bench.store.revisionSteps.updateOne({ procedureId: P, version: 2, act: 'approved' }, { $set: { by: 'yen' } });
  expect((await whole()).problems.length).toBe(before + 1);
});
