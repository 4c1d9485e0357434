/** Files of a dossier: in pieces, resumed, refused, shown, taken out; nobody else's. */
import { createHash } from 'node:crypto';
import type { AttachmentRow, DossierRow } from '../../server/contract.js';
import { examineContent } from '../../models/files/content.js';
import { Clerk, newCommandId, type Reply } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

let bench: AppBench;
let lan: Clerk;
let dossier: string;
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(700_000, 'x'), Buffer.from('\n%%EOF')]);
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const TUS = { 'tus-resumable': '1.0.0' };

beforeAll(async () => {
  bench = await appBench();
  lan = await Clerk.signIn(bench.url, 'lan');
  const received = await lan.post<DossierRow>('/api/dossiers', { commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: { kind: 'person', name: 'An' }, parts: [], data: { hoTenCon: 'An' } });
  dossier = received.body.id;
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const encoded = (values: Record<string, string>): string => Object.entries(values).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');
const begin = (who: Clerk, name: string, size: number, more: Record<string, string> = {}): Promise<Reply<string>> =>
  who.send<string>('POST', '/api/uploads', undefined, { ...TUS, 'upload-length': String(size), 'upload-metadata': encoded({ dossierId: dossier, name, ...more }) });
const piece = (who: Clerk, address: string, offset: number, bytes: Buffer): Promise<Reply<string>> =>
  who.send<string>('PATCH', address, bytes, { ...TUS, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) });
const addressOf = (reply: Reply<string>): string => new URL(reply.headers.get('location')!, bench.url).pathname;
async function bring(name: string, bytes: Buffer, more: Record<string, string> = {}): Promise<Reply<string>> {
  const begun = await begin(lan, name, bytes.length, more);
  return begun.status === 201 ? piece(lan, addressOf(begun), 0, bytes) : begun;
}
const list = async (who = lan): Promise<AttachmentRow[]> => (await who.get<AttachmentRow[]>(`/api/dossiers/${dossier}/attachments`)).body;

test('a file comes in pieces, goes on after a break where it stopped, and is what was sent', async () => {
  const address = addressOf(await begin(lan, 'Giấy chứng sinh.pdf', PDF.length, { part: 'giayChungSinh' }));
  expect((await piece(lan, address, 0, PDF.subarray(0, 300_001))).headers.get('upload-offset')).toBe('300001');
  expect((await piece(lan, address, 5, PDF.subarray(5))).status).toBe(409);
  const asked = await lan.send('HEAD', address, undefined, TUS);
  expect([asked.status, asked.headers.get('upload-offset')]).toEqual([200, '300001']);
  expect((await piece(lan, address, 300_001, PDF.subarray(300_001))).status).toBe(204);
  const [row] = await list();
  expect(row).toMatchObject({ name: 'Giấy chứng sinh.pdf', part: 'giayChungSinh', mediaType: 'application/pdf', size: PDF.length, byName: 'Nguyễn Thị Lan', mayRemove: true, sha256: createHash('sha256').update(PDF).digest('hex') });
  const again = await lan.send('HEAD', address, undefined, TUS);
  expect(again.headers.get('upload-offset')).toBe(String(PDF.length));
  expect(await list()).toHaveLength(1);
  expect(await bench.store.uploadPieces.countDocuments()).toBe(0);
}, 30_000);

test('it opens as it is, as a page of nobody', async () => {
  const [row] = await list();
  const { status, headers, body } = await lan.get<string>(`/api/dossiers/${dossier}/attachments/${row!.id}`);
  expect(status).toBe(200);
  expect(body.length).toBe(PDF.length);
  expect(Object.fromEntries(['content-type', 'x-content-type-options', 'content-security-policy', 'content-disposition'].map((name) => [name, headers.get(name)]))).toEqual({
    'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox", 'content-disposition': "inline; filename*=UTF-8''Gi%E1%BA%A5y%20ch%E1%BB%A9ng%20sinh.pdf",
  });
});

describe('what is not accepted leaves nothing behind', () => {
  const virus = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));
  test.each<[string, string, Buffer, number, string]>([
    ['a program', 'setup.exe', Buffer.from('MZ'), 422, 'kind-not-accepted'], ['a page', 'a.html', Buffer.from('<script>'), 422, 'kind-not-accepted'], ['a drawing with scripts', 'a.svg', Buffer.from('<svg/>'), 422, 'kind-not-accepted'],
    ['another extension behind', 'scan.pdf.exe', PDF, 422, 'kind-not-accepted'], ['a page that says it is a PDF', 'a.pdf', Buffer.from('<html><script>alert(1)</script>'), 422, 'name-and-content-differ'],
    ['a picture that says it is a PDF', 'a.pdf', PNG, 422, 'name-and-content-differ'], ['a known virus', 'a.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), virus]), 422, 'known-malware'],
    ['no dossier of this name', 'a.pdf', PDF, 404, ''],
  ])('%s', async (what, name, bytes, status, detail) => {
    const before = (await list()).length;
    const reply = await bring(name, bytes, what.startsWith('no dossier') ? { dossierId: 'd-none' } : {});
    expect(reply.status).toBe(status);
    if (detail) expect(JSON.parse(reply.body)).toEqual({ code: 'file-refused', detail });
    expect(await list()).toHaveLength(before);
    expect(await bench.store.uploads.countDocuments()).toBe(0);
  });

  test('a file that is too large, also with others of the dossier, a path for a name, no name, no length', async () => {
    expect((await begin(lan, 'a.pdf', 20 * 1024 * 1024 + 1)).status).toBe(413);
    for (let i = 0; i < 9; i += 1) expect((await begin(lan, `a${i}.pdf`, 20 * 1024 * 1024)).status).toBe(201);
    expect((await begin(lan, 'over.pdf', 20 * 1024 * 1024)).status).toBe(413);
    await bench.store.uploads.deleteMany({});
    for (const name of ['../a.pdf', '..\\a.pdf', ' ', 'a\u202efdp.exe']) expect((await begin(lan, name, 5)).status).toBe(422);
    expect((await lan.send('POST', '/api/uploads', undefined, { ...TUS, 'upload-metadata': encoded({ dossierId: dossier, name: 'a.pdf' }) })).status).toBe(400);
  });

  test('more bytes than were announced', async () => {
    const address = addressOf(await begin(lan, 'a.pdf', 10));
    expect((await piece(lan, address, 0, PDF.subarray(0, 50))).status).toBeGreaterThanOrEqual(400);
    expect((await lan.send('DELETE', address, undefined, TUS)).status).toBe(204);
    expect(await bench.store.uploads.countDocuments()).toBe(0);
  });
});

test('what nobody goes on with is forgotten after a day', async () => {
  await begin(lan, 'later.pdf', 100);
  await bench.clock.advance(25 * 3_600_000, () => Promise.resolve());
  const { Attachments } = await import('../../models/writes/attachments.js');
  const { GridFsFiles } = await import('../../models/files/store.js');
  expect(await new Attachments(bench.store, new GridFsFiles(bench.store), () => new Date(bench.clock.now())).forgetOld()).toBe(1);
});

test('one who may not see the dossier sees, brings, opens and takes out nothing', async () => {
  const [row] = await list();
  const khoa = await Clerk.signIn(bench.url, 'khoa');
  expect((await khoa.get(`/api/dossiers/${dossier}/attachments`)).status).toBe(404);
  expect((await khoa.get(`/api/dossiers/${dossier}/attachments/${row!.id}`)).status).toBe(404);
  expect((await khoa.send('DELETE', `/api/dossiers/${dossier}/attachments/${row!.id}`, { reason: 'x' })).status).toBe(404);
  expect((await begin(khoa, 'a.pdf', 10)).status).toBe(404);
  const address = addressOf(await begin(lan, 'b.pdf', 10));
  expect((await khoa.send('HEAD', address, undefined, TUS)).status).toBe(404);
  expect((await piece(khoa, address, 0, Buffer.alloc(10))).status).toBe(404);
  await lan.send('DELETE', address, undefined, TUS);
  expect((await new Clerk(bench.url).send('HEAD', '/api/uploads/x')).status).toBe(401);
});

test('a file is taken out with a reason, by who brought it or the desk; that it was there stays', async () => {
  await bring('anh.png', PNG);
  const row = (await list()).find((each) => each.name === 'anh.png')!;
  const address = `/api/dossiers/${dossier}/attachments/${row.id}`;
  const mai = await Clerk.signIn(bench.url, 'mai');
  expect((await mai.send('DELETE', address, { reason: 'x' })).status).toBe(403);
  expect((await lan.send('DELETE', address, { reason: ' ' })).status).toBe(400);
  expect((await lan.send('DELETE', address, { reason: 'Chụp mờ' })).status).toBe(204);
  expect((await lan.get(address)).status).toBe(404);
  expect((await list()).find((each) => each.id === row.id)).toMatchObject({ name: 'anh.png', mayRemove: false, removed: { byName: 'Nguyễn Thị Lan', reason: 'Chụp mờ' } });
});

test('an empty file is told as such', async () => {
  expect(await examineContent('a.pdf', Buffer.alloc(0))).toEqual({ problem: 'empty' });
});
