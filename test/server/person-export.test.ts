/** Everything about one person: for administrators, with a reason that the trail keeps, as JSON and with the files; and what is due to be erased. */
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import type { DossierRow, PersonExport, Problem, RetentionView } from '../../server/contract.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

const WHO = { kind: 'person', name: 'Trần Thị Ngọc Ánh', idNumber: '079 200 123 456', birthDate: '1990-02-28', phone: '0901234567', address: 'Số 7, đường Ngô Quyền' };
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const REASON = 'Đơn yêu cầu số 12 của bà Ánh';
let bench: AppBench;
const people: Record<string, Clerk> = {};
const ids: string[] = [];
beforeAll(async () => {
  bench = await appBench();
  for (const id of ['lan', 'an', 'quang', 'ha']) people[id] = await Clerk.signIn(bench.url, id);
  const receive = async (who: string, more: object): Promise<string> => (await people[who]!.post<DossierRow>('/api/dossiers', {
    commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: WHO, parts: [], data: { hoTenCon: 'Trần Minh Khuê' }, ...more,
  })).body.id;
  ids.push(await receive('lan', {}), await receive('lan', { applicant: { ...WHO, idNumber: undefined } }));
  await receive('lan', { applicant: { kind: 'person', name: WHO.name, birthDate: '1991-02-28', idNumber: '079200123457' } });
  await receive('ha', { procedureId: 'P19-tom-tat-benh-an', data: { maNguoiBenh: 'BN-1' } });
  const meta = Object.entries({ dossierId: ids[0]!, name: 'giấy.png' }).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');
  const begun = await people.lan!.send<string>('POST', '/api/uploads', undefined, { 'tus-resumable': '1.0.0', 'upload-length': String(PNG.length), 'upload-metadata': meta });
  await people.lan!.send('PATCH', new URL(begun.headers.get('location')!, bench.url).pathname, PNG, { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' });
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const ask = (who: string, asked: object) => people[who]!.post<PersonExport & Problem>('/api/personal/export', { reason: REASON, ...asked });

test('by number, or by name without marks and date of birth: the dossiers of one’s own agency, with all that they say', async () => {
  const byNumber = (await ask('an', { idNumber: '079200123456' })).body;
  expect(byNumber.dossiers.map(({ dossierId }) => dossierId)).toEqual([ids[0]]);
  expect(byNumber).toMatchObject({ asked: { idNumber: '079200123456' }, agency: 'Ủy ban nhân dân phường Bình An' });
  expect(byNumber.dossiers[0]).toMatchObject({ applicant: WHO, data: { hoTenCon: 'Trần Minh Khuê' }, attachments: [{ size: PNG.length, removed: false }], steps: [{ command: 'receive' }, { command: 'startProcess' }] });
  expect((await ask('an', { name: 'tran thi ngoc anh', birthDate: '1990-02-28' })).body.dossiers.map(({ dossierId }) => dossierId).sort()).toEqual([...ids].sort());
  expect((await ask('an', { idNumber: '079200999999' })).body.dossiers).toEqual([]);
});

test('the zip holds the same and the files, byte for byte, under names that stay in their folder', async () => {
  const { cookie, csrf } = people.an as unknown as { cookie: string; csrf: string };
  const reply = await fetch(`${bench.url}/api/personal/export.zip`, { method: 'POST', headers: { cookie, 'x-csrf-token': csrf, 'content-type': 'application/json' }, body: JSON.stringify({ idNumber: WHO.idNumber, reason: REASON }) });
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/zip']);
  const entries = unzipSync(new Uint8Array(await reply.arrayBuffer()));
  const [json, file] = [Object.keys(entries).find((name) => name.endsWith('.json'))!, Object.keys(entries).find((name) => name.endsWith('.png'))!];
  expect((JSON.parse(Buffer.from(entries[json]!).toString()) as PersonExport).dossiers[0]!.dossierId).toBe(ids[0]);
  expect(createHash('sha256').update(entries[file]!).digest('hex')).toBe(createHash('sha256').update(PNG).digest('hex'));
  expect(Object.keys(entries).every((name) => !name.split('/').some((part) => part.startsWith('.')))).toBe(true);
});

test('each dossier handed out is noted in the trail with the reason and who asked', async () => {
  await bench.parts.trail.flush();
  const noted = await bench.store.trail.find({ action: `EXPORT /api/dossiers/${ids[0]}` }).lean();
  expect(noted.length).toBeGreaterThan(0);
  expect(noted[0]).toMatchObject({ by: 'an', kind: 'read', reason: REASON, agencyId: 'ubnd-binh-an' });
});

test.each([
  ['no reason', 'an', { idNumber: '079200123456', reason: ' ' }, 400], ['nothing to go by', 'an', {}, 400], ['a name alone', 'an', { name: WHO.name }, 400], ['the beginning of a number', 'an', { idNumber: '0792' }, 400],
  ['a clerk', 'lan', { idNumber: '079200123456' }, 403], ['a manager', 'quang', { idNumber: '079200123456' }, 403],
])('%s is refused', async (_what, who, asked, status) => {
  expect((await ask(who, asked)).status).toBe(status);
});

test('an administrator sees rules, what is due and what was erased; nobody else does', async () => {
  const view = async (): Promise<RetentionView> => (await people.an!.get<RetentionView>('/api/personal/retention')).body;
  expect(await view()).toMatchObject({ rules: [{ months: 0, scope: 'default' }], due: 0, first: [], done: [] });
  await people.an!.send('PUT', '/api/settings/retention.months', { scope: 'all', value: 1, reason: 'Quyết định 15/QĐ-UBND' });
  await people.lan!.post(`/api/dossiers/${ids[0]}/actions/withdraw`, { commandId: newCommandId(), reason: 'Rút hồ sơ' });
  await bench.host.settle();
  await bench.clock.advance(40 * 86_400_000, () => Promise.resolve());
  expect(await view()).toMatchObject({ rules: [{ months: 1, scope: 'all', basis: 'Quyết định 15/QĐ-UBND' }], due: 1, first: [{ dossierId: ids[0], rule: { months: 1 } }] });
  expect((await people.lan!.get('/api/personal/retention')).status).toBe(403);
});
