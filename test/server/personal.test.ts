/** Personal data: in full for whoever handles the dossier, hidden from everybody else who may see it, found by nobody else, in no log. */
import { Writable } from 'node:stream';
import pino from 'pino';
import type { AttachmentRow, DossierRow, DossierView, OutboxRow, Page, SimilarApplicant, WorkPage } from '../../server/contract.js';
import { formOf } from '../../server/forms/compose.js';
import { LOG_OPTIONS } from '../../server/log.js';
import { FormQueries } from '../../models/queries/forms.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

const WHO = { kind: 'person', name: 'Trần Thị Ngọc Ánh', idNumber: '079200123456', birthDate: '1990-02-28', phone: '0901 234 567', email: 'anh.tran@example.com', address: 'Số 7, đường Ngô Quyền', representative: 'Lê Văn Thay', authority: 'Giấy ủy quyền 12/2026' };
const DATA = { hoTenCon: 'Trần Minh Khuê', ngaySinh: '2026-11-02', noiSinh: 'Bệnh viện Hùng Vương', soGiayChungSinh: '0456/2026' };
/** None of them is shown to, or found by, whoever has no reason. */
const SECRETS = ['079200123456', '1990-02-28', '28/02/1990', '0901 234 567', '0901234567', 'anh.tran', 'Ngô Quyền', 'Lê Văn Thay', '12/2026', 'Minh Khuê', 'Hùng Vương', '0456/2026'];
const INSIDE = ['lan', 'huy', 'mai'];
const OUTSIDE = ['duc', 'quang', 'an', 'nga', 'chi'];

const lines: string[] = [];
const log = pino({ ...LOG_OPTIONS, level: 'debug' }, new Writable({ write: (chunk: Buffer, _encoding, done) => { lines.push(chunk.toString()); done(); } }));
let bench: AppBench, id: string;
const people: Record<string, Clerk> = {};
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
beforeAll(async () => {
  bench = await appBench({ log });
  for (const each of [...INSIDE, ...OUTSIDE]) people[each] = await Clerk.signIn(bench.url, each);
  id = (await people.lan!.post<DossierRow>('/api/dossiers', { commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: WHO, parts: [{ type: 'giayChungSinh', copies: 1, received: true }], data: DATA })).body.id;
  const meta = (values: Record<string, string>) => Object.entries(values).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');
  const begun = await people.lan!.send<string>('POST', '/api/uploads', undefined, { 'tus-resumable': '1.0.0', 'upload-length': String(PNG.length), 'upload-metadata': meta({ dossierId: id, name: 'a.png' }) });
  await people.lan!.send('PATCH', new URL(begun.headers.get('location')!, bench.url).pathname, PNG, { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' });
  const { work } = (await people.lan!.get<DossierView>(`/api/dossiers/${id}`)).body;
  const outcome = work[0]!.outcomes.find((each) => each.kind === 'forward')!;
  await people.lan!.post(`/api/work/${work[0]!.id}/complete`, { commandId: newCommandId(), outcome: outcome.id });
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const told = (body: unknown): string[] => { const text = typeof body === 'string' ? body : JSON.stringify(body); return SECRETS.filter((each) => text.includes(each)); };
const view = async (who: string): Promise<DossierView> => (await people[who]!.get<DossierView>(`/api/dossiers/${id}`)).body;

test.each(INSIDE)('%s handles the dossier and reads it in full', async (who) => {
  const shown = await view(who);
  expect(shown.masked).toBeUndefined();
  expect(shown).toMatchObject({ applicantDetails: WHO, data: DATA });
});

test.each(OUTSIDE)('%s sees the dossier and reads nothing personal of it: page, papers, lists, files', async (who) => {
  const shown = await view(who);
  expect(told(shown)).toEqual([]);
  expect(shown).toMatchObject({ masked: true, applicantDetails: { name: WHO.name, idNumber: '•••456', phone: '•••567', email: 'a•••@example.com', birthDate: '•••', address: '•••' }, data: { hoTenCon: '•••', ngaySinh: '•••' } });
  const actor = (await bench.parts.context.directory.actor(who))!;
  const forms = new FormQueries(bench.parts.context);
  const history = (await forms.history(actor, id))!;
  const { directory, calendars } = bench.parts.context;
  const around = { names: { staffName: (each: string) => directory.staffName(each), position: (each: string) => directory.positionOf(each), departmentName: (each: string) => directory.departmentName(each), agencyName: (each: string) => directory.agencyName(each), deskOf: (each: string) => directory.deskOf(each) }, calendar: calendars.of({ agencyId: 'ubnd-binh-an' }).calendar, link: () => '' };
  expect(told(formOf(history, '01', 1, around))).toEqual([]);
  expect(told((await forms.register(actor, { from: new Date(0), to: new Date(bench.clock.now() + 1) })).docs.map(({ facts }) => facts))).toEqual([]);
  for (const path of ['/api/dossiers', '/api/work?view=all', '/api/notices', `/api/dossiers/${id}/forms`, `/api/dossiers/${id}/actions`]) expect([path, told((await people[who]!.get(path)).body)]).toEqual([path, []]);
  const [file] = (await people[who]!.get<AttachmentRow[]>(`/api/dossiers/${id}/attachments`)).body;
  expect(file).toMatchObject({ name: 'a.png', closed: true });
  expect(await people[who]!.get(`/api/dossiers/${id}/attachments/${file!.id}`)).toMatchObject({ status: 403, body: { code: 'personal-data' } });
});

test('who handles it opens the file', async () => {
  const [file] = (await people.mai!.get<AttachmentRow[]>(`/api/dossiers/${id}/attachments`)).body;
  expect(file!.closed).toBeUndefined();
  expect((await people.mai!.get(`/api/dossiers/${id}/attachments/${file!.id}`)).status).toBe(200);
});

test.each(['079200123456', '0792001', '0901234567', '0901 234 567', '0901.234'])('"%s" finds the dossier for whoever may read the number, and counts nothing for others', async (q) => {
  const total = async (who: string, path: string): Promise<number> => (await people[who]!.get<Page<DossierRow> | WorkPage>(`${path}q=${encodeURIComponent(q)}`)).body.total;
  expect(await total('lan', '/api/dossiers?')).toBe(1);
  expect(await total('mai', '/api/dossiers?')).toBe(1);
  expect(await total('mai', '/api/work?view=department&')).toBe(1);
  for (const who of OUTSIDE) expect([who, await total(who, '/api/dossiers?'), await total(who, '/api/work?view=all&')]).toEqual([who, 0, 0]);
});

test('the number of a dossier and the name are found by everybody who may see it', async () => {
  const { dossierNo } = await view('duc');
  for (const q of [dossierNo, dossierNo.split('-').pop()!, 'ngoc anh']) expect((await people.duc!.get<Page<DossierRow>>(`/api/dossiers?q=${encodeURIComponent(q)}`)).body.total).toBe(1);
});

test('whether somebody has applied before is told to whoever may read it', async () => {
  const similar = async (who: string, asked: object): Promise<number> => (await people[who]!.post<{ items: SimilarApplicant[] }>('/api/dossiers/similar', asked)).body.items.length;
  const { name, idNumber, phone, birthDate } = WHO;
  for (const asked of [{ idNumber }, { name, phone }, { name, birthDate }]) {
    expect(await similar('huy', asked)).toBe(1);
    expect(await similar('duc', asked)).toBe(0);
  }
});

test('an operator sees that a message went out, and not to which address', async () => {
  const { items } = (await people.an!.get<Page<OutboxRow>>('/api/outbox')).body;
  expect(items.map(({ to }) => to)).toContain('a•••@example.com');
  expect(told(items)).toEqual([]);
});

test('whoever does the work of somebody who handles it reads it too, while he does', async () => {
  const at = (days: number): string => new Date(bench.clock.now() + days * 86_400_000).toISOString();
  await people.mai!.post('/api/stand-ins', { standIn: 'duc', from: at(0), to: at(1) });
  expect((await view('duc')).masked).toBeUndefined();
});

test('the log of all that, with a fault of the database, says nothing personal', () => {
  log.error({ err: Object.assign(new Error('E11000'), { writeErrors: [{ err: { op: { facts: { applicant: WHO } } } }] }), facts: { applicant: WHO }, more: { deeper: { phone: WHO.phone }, email: WHO.email } }, 'request failed');
  expect(lines.length).toBeGreaterThan(50);
  expect(told(lines.join(''))).toEqual([]);
});
