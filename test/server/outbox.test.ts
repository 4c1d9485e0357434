/** Messages to applicants: written with what happens, sent over a real SMTP server, tried again, never twice, never in the way of a click. */
import { createServer, type AddressInfo, type Socket } from 'node:net';
import pino from 'pino';
import { SMTPServer } from 'smtp-server';
import type { CaseFact } from '../../engine/casework/types.js';
import { lettersOf } from '../../models/projections/letters.js';
import type { OutboxDoc } from '../../models/schemas/outbox.js';
import type { DossierRow, OutboxCounts, OutboxRow, Page } from '../../server/contract.js';
import { loggingAdapter, smtpAdapter, type MessageAdapter } from '../../server/outbox/adapters.js';
import { MOST_ATTEMPTS, OutboxSender } from '../../server/outbox/sender.js';
import { letterWords, shortWords } from '../../server/outbox/words.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

const MINUTE = 60_000;
const log = pino({ level: 'silent' });
let bench: AppBench;
let lan: Clerk;
let an: Clerk;
beforeAll(async () => {
  bench = await appBench();
  [lan, an] = [await Clerk.signIn(bench.url, 'lan'), await Clerk.signIn(bench.url, 'an')];
}, 90_000);
afterAll(() => bench?.close(), 30_000);
beforeEach(() => bench.store.outbox.deleteMany({}));
const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => { for (const close of closing.splice(0)) await close(); });

const receive = async (applicant: object = {}): Promise<DossierRow> => (await lan.post<DossierRow>('/api/dossiers', {
  commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: { kind: 'person', name: 'Trần Thị Ngọc Ánh', email: 'anh@example.com', phone: '0901 234 567', ...applicant },
  parts: [{ type: 'giayChungSinh', copies: 1, received: false }, { type: 'toKhaiKhaiSinh', copies: 1, received: true }], data: { hoTenCon: 'Trần Minh An' },
})).body;

const complete = async (who: Clerk, id: string, outcome?: string): Promise<void> => {
  const item = (await who.get<{ work: { id: string; mayAct: boolean }[] }>(`/api/dossiers/${id}`)).body.work.find((each) => each.mayAct);
  expect(await who.post(`/api/work/${item!.id}/complete`, { commandId: newCommandId(), ...(outcome ? { outcome } : {}) })).toMatchObject({ status: 200 });
  await bench.host.settle();
};
const letters = (): Promise<OutboxDoc[]> => bench.store.outbox.find().sort({ at: 1, _id: 1 }).lean();
const sender = (adapters: ConstructorParameters<typeof OutboxSender>[0]['adapters'], publicUrl?: string): OutboxSender => new OutboxSender({ context: bench.parts.context, adapters, log, publicUrl });
const advance = (ms: number): Promise<void> => bench.clock.advance(ms, () => bench.host.settle());

/** Closed after the test, before its server: a pool that is open keeps the server from closing. */
function smtp(url: string, from: string): MessageAdapter {
  const adapter = smtpAdapter(url, from);
  closing.unshift(() => { adapter.close?.(); });
  return adapter;
}

/** A mail server that keeps what it gets; `answer` decides over each recipient, as many times as it is asked. */
async function mailServer(answer: (to: string) => number | undefined = () => undefined): Promise<{ url: string; mails: { to: string[]; raw: string }[] }> {
  const mails: { to: string[]; raw: string }[] = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false,
    onRcptTo: ({ address }, _session, callback) => {
      const code = answer(address);
      callback(code === undefined ? null : Object.assign(new Error(`answered ${code}`), { responseCode: code }));
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => { mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() }); callback(); });
    },
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', () => { resolve(); }); });
  closing.push(() => new Promise((resolve) => { server.close(() => { resolve(); }); }));
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, mails };
}
/** Text of a mail, its encoding undone. */
function textOf(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
const subjectOf = (raw: string): string => {
  const subject = (/^Subject: (.*(?:\r\n\s.*)*)/m.exec(raw)?.[1] ?? '').replace(/\?=\s+=\?/g, '?==?').replace(/\r\n\s+/g, ' ');
  return subject.replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_all, text: string) => Buffer.from(text, 'base64').toString())
    .replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_all, text: string) => Buffer.from(text.replace(/_/g, ' ').replace(/=([0-9A-F]{2})/g, (_e, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString());
};

test('reception, supplement and what follows are told over a real mail server, with the link of the slip', async () => {
  const server = await mailServer();
  const { id, dossierNo } = await receive();
  await advance(MINUTE);
  await complete(lan, id, 'f_hoSoDayDu__boSung');
  expect((await letters()).map(({ kind, channel, to, state }) => [kind, channel, to, state])).toEqual([['received', 'email', 'anh@example.com', 'waiting'], ['supplement', 'email', 'anh@example.com', 'waiting']]);
  const adapter = smtp(server.url, 'Phường Bình An <no-reply@binhan.example>');
  expect(await sender({ email: adapter }, 'https://hoso.example').sendDue()).toBe(2);
  expect(server.mails.map(({ to, raw }) => [to, subjectOf(raw)])).toEqual([[['anh@example.com'], `Đã tiếp nhận hồ sơ ${dossierNo}`], [['anh@example.com'], `Đề nghị bổ sung hồ sơ ${dossierNo}`]]);
  const [received, supplement] = server.mails.map(({ raw }) => textOf(raw));
  expect(received).toContain('Ủy ban nhân dân phường Bình An đã tiếp nhận hồ sơ');
  expect(received).toContain('Hẹn trả kết quả: 17:00 16/11/2026');
  expect(received).toContain(`https://hoso.example${bench.parts.context.tracking.pathOf(dossierNo)}`);
  expect(supplement).toMatch(/- Giấy chứng sinh/);
  expect(supplement).not.toMatch(/- Tờ khai/);
  expect(server.mails[0]!.raw).toMatch(/Message-ID: <[0-9a-f]{32}@binhan\.example>/i);
  expect((await letters()).map(({ state, attempts }) => [state, attempts])).toEqual([['sent', 1], ['sent', 1]]);
  expect(await sender({ email: adapter }).sendDue()).toBe(0);
});

test('the result and the refusal are told once, however often a step is recorded', async () => {
  const people = await Promise.all(['mai', 'nga', 'thu'].map((id) => Clerk.signIn(bench.url, id)));
  const { id } = await receive();
  await complete(lan, id, 'f_hoSoDayDu__gopTiepNhan');
  await complete(people[0]!, id, 'f_duDieuKien__laySoDinhDanh');
  for (const who of people.slice(1)) await complete(who, id);
  expect((await letters()).map((each) => each.kind)).toEqual(['received', 'ready']);
  await complete(lan, id);
  const refused = await receive();
  await complete(lan, refused.id, 'f_hoSoDayDu__gopTuChoi');
  await complete(lan, refused.id);
  const before = await letters();
  expect(before.map((each) => each.kind).sort()).toEqual(['ready', 'received', 'received', 'refused']);
  await bench.store.outbox.updateMany({}, { $set: { state: 'sent' } });
  const { rebuildStanding } = await import('../../models/rebuild.js');
  for (const dossierId of [id, refused.id]) {
    const entries = await bench.store.log.find({ dossierId, from: { $gt: 0 } }).sort({ from: 1 }).lean();
    const { standing, plan } = (await rebuildStanding(bench.store, bench.parts.context.plans, dossierId))!;
    await bench.parts.projector.project({ dossierId, planHash: plan.hash, ended: [], ...standing, steps: entries.map(({ from, seq, at, command, commandId, events }) => ({ from, seq, at: at.getTime(), command, commandId, events })) as never });
  }
  expect((await letters()).map(({ _id, state }) => [_id, state])).toEqual(before.map(({ _id }) => [_id, 'sent']));
});

test('an extension says both dates; text messages and the language are settings; a bad address gets nothing', async () => {
  // Refused at the desk today; a dossier from before may still have one.
  const bad = 'a@example.com, b@example.com';
  expect(await receive({ email: bad })).toMatchObject({ status: 400, fields: [{ field: 'applicant.email' }] });
  const { id } = await receive({ email: undefined });
  expect(await letters()).toEqual([]);
  const doc = (await bench.store.dossiers.findById(id).lean())!;
  const plan = await bench.parts.context.plans.plan(doc.facts.planHash);
  const at = doc.receivedAt.getTime();
  const fact: CaseFact = { type: 'limitExtended', dueAt: at, newDueAt: at + 86_400_000, reason: 'Chờ xác minh' };
  const batch = { dossierId: id, planHash: plan.hash, ended: [], ledger: { stops: [] }, state: { status: 'running' }, steps: [{ from: 50, seq: 50, at, command: 'extend', commandId: 'c', events: [{ type: 'factRecorded', seq: 50, at, fact }] }] } as never;
  const both = lettersOf(batch, { ...doc, facts: { ...doc.facts, applicant: { ...doc.facts.applicant, email: 'anh@example.com' } } }, plan, { email: true, text: true });
  expect(both.map(({ channel, to, kind }) => [channel, to, kind])).toEqual([['email', 'anh@example.com', 'extended'], ['text', '0901234567', 'extended']]);
  expect(lettersOf(batch, { ...doc, facts: { ...doc.facts, applicant: { ...doc.facts.applicant, email: bad } } }, plan, { email: true, text: true }).map(({ channel }) => channel)).toEqual(['text']);
  const around = { agencyName: 'UBND', deskName: 'Một cửa' };
  const { subject, text } = letterWords(both[0]!, around, 'both');
  expect(subject).toMatch(/^Xin lỗi và gia hạn/);
  for (const words of ['Ngày hẹn mới: 08:31 17/11/2026', 'New appointment: 08:31 17/11/2026', 'Lý do: Chờ xác minh', 'apologises']) expect(text).toContain(words);
  expect(shortWords(both[1]!, around, 'vi')).toBe(`Xin lỗi và gia hạn giải quyết hồ sơ ${doc.dossierNo}.`);
  expect((await an.send('PUT', '/api/settings/notice.text', { scope: 'agency:ubnd-binh-an', value: 'on', reason: 'Đề án' })).status).toBe(200);
  await receive();
  expect((await letters()).map((each) => each.channel).sort()).toEqual(['email', 'text']);
  expect(await sender({ text: loggingAdapter(log, 'text') }).sendDue()).toBe(2);
  expect((await letters()).map(({ channel, state }) => [channel, state]).sort()).toEqual([['email', 'skipped'], ['text', 'sent']]);
  await an.send('PUT', '/api/settings/notice.text', { scope: 'agency:ubnd-binh-an', value: null, reason: 'Đề án' });
});

test('a server that is away or says later is tried again, ever more seldom; one that says never is not', async () => {
  let says: number | undefined = 451;
  const server = await mailServer(() => says);
  const adapter = smtp(server.url, 'no-reply@binhan.example');
  await receive();
  const out = sender({ email: adapter });
  await out.sendDue();
  expect(await letters()).toMatchObject([{ state: 'waiting', attempts: 1, error: expect.stringContaining('451') }]);
  expect(await out.sendDue()).toBe(0);
  await advance(MINUTE);
  await out.sendDue();
  const [twice] = await letters();
  expect([twice!.attempts, twice!.nextAt.getTime() - bench.clock.now()]).toEqual([2, 2 * MINUTE]);
  says = undefined;
  await advance(2 * MINUTE);
  await out.sendDue();
  expect(await letters()).toMatchObject([{ state: 'sent', attempts: 3 }]);
  expect(server.mails).toHaveLength(1);
  says = 550;
  await receive();
  await out.sendDue();
  expect((await letters()).at(-1)).toMatchObject({ state: 'failed', attempts: 1 });
});

test('a mail server that is down, or accepts and keeps silent, holds up no click', async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => { sockets.push(socket); });
  await new Promise<void>((resolve) => { silent.listen(0, '127.0.0.1', resolve); });
  const adapter = smtp(`smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`, 'no-reply@binhan.example');
  await receive();
  const sending = sender({ email: adapter }).sendDue();
  const { id } = await receive();
  await complete(lan, id, 'f_hoSoDayDu__gopTiepNhan');
  for (const socket of sockets) socket.destroy();
  await new Promise<void>((resolve) => { silent.close(() => { resolve(); }); });
  const down = smtp('smtp://127.0.0.1:1', 'no-reply@binhan.example');
  await sending;
  await advance(5 * MINUTE);
  await sender({ email: down }).sendDue();
  expect((await letters()).every(({ state, error }) => state === 'waiting' && error !== undefined)).toBe(true);
}, 60_000);

test('two senders at once send each message once; one that dies leaves its message to the other', async () => {
  const sent: string[] = [];
  const adapter: MessageAdapter = { send: ({ id }) => { sent.push(id); return Promise.resolve(); } };
  for (let i = 0; i < 8; i += 1) await receive();
  const counts = await Promise.all([sender({ email: adapter }).sendDue(), sender({ email: adapter }).sendDue()]);
  expect(counts[0]! + counts[1]!).toBe(8);
  expect(new Set(sent).size).toBe(8);
  await bench.store.outbox.deleteMany({});
  await receive();
  await bench.store.outbox.updateMany({}, { $set: { state: 'sending', attempts: 1, nextAt: new Date(bench.clock.now() + 2 * MINUTE) } });
  expect(await sender({ email: adapter }).sendDue()).toBe(0);
  await advance(2 * MINUTE);
  expect(await sender({ email: adapter }).sendDue()).toBe(1);
});

test('after enough attempts it is given up; an administrator sees it and sends it again', async () => {
  await receive();
  await bench.store.outbox.updateMany({}, { $set: { attempts: MOST_ATTEMPTS - 1 } });
  await sender({ email: { send: () => Promise.reject(new Error('no route')) } }).sendDue();
  const { body } = await an.get<Page<OutboxRow> & { counts: OutboxCounts }>('/api/outbox?state=failed');
  expect(body).toMatchObject({ total: 1, counts: { failed: 1, waiting: 0 }, items: [{ kind: 'received', to: 'a•••@example.com', attempts: MOST_ATTEMPTS, error: 'no route' }] });
  expect((await lan.get('/api/outbox')).status).toBe(403);
  expect((await an.get('/api/outbox?state=lost')).status).toBe(400);
  const { id } = body.items[0]!;
  expect((await an.post(`/api/outbox/${id}/retry`, {})).status).toBe(204);
  await sender({ email: { send: () => Promise.resolve() } }).sendDue();
  expect(await letters()).toMatchObject([{ state: 'sent', attempts: 1 }]);
  expect((await an.post(`/api/outbox/${id}/retry`, {})).status).toBe(404);
});

test('what was typed at the desk cannot become a header', async () => {
  const server = await mailServer();
  const adapter = smtp(server.url, 'no-reply@binhan.example');
  await adapter.send({ id: 'a1', to: 'anh@example.com', subject: 'Hồ sơ\r\nBcc: other@example.com', text: 'x' });
  expect(server.mails[0]!.to).toEqual(['anh@example.com']);
  expect(server.mails[0]!.raw).not.toMatch(/^Bcc:/mi);
});
