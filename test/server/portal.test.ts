/** The National Portal is told of every change of state, in order, by a real HTTP receiver that fails, refuses and answers. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import type { DossierRow, DossierView } from '../../server/contract.js';
import { httpPortal, PortalSender, type PortalMessage } from '../../server/portal/sender.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

let bench: AppBench, receiver: Server, url: string, lan: Clerk;
let answer: (message: PortalMessage) => number = () => 204;
let got: { message: PortalMessage; key: string; authorization: string }[] = [];
beforeAll(async () => {
  bench = await appBench({ portal: true });
  lan = await Clerk.signIn(bench.url, 'lan');
  receiver = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const message = JSON.parse(Buffer.concat(chunks).toString()) as PortalMessage;
      got.push({ message, key: String(req.headers['idempotency-key']), authorization: String(req.headers.authorization) });
      res.writeHead(answer(message)).end();
    });
  });
  await new Promise<void>((resolve) => { receiver.listen(0, '127.0.0.1', resolve); });
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
}, 90_000);
afterAll(async () => {
  receiver?.closeAllConnections();
  await new Promise((resolve) => receiver?.close(resolve));
  await bench?.close();
}, 30_000);
beforeEach(async () => { got = []; answer = () => 204; await bench.store.portalChanges.deleteMany({}); });

const receive = async (): Promise<string> => (await lan.post<DossierRow>('/api/dossiers', {
  commandId: newCommandId(), procedureId: 'P07-dang-ky-ho-kinh-doanh', channel: 'desk', applicant: { kind: 'person', name: 'Lê Thị Hoa' }, parts: [], data: { tenHoKinhDoanh: 'Tạp hóa An' },
})).body.id;
const view = async (id: string): Promise<DossierView> => (await lan.get<DossierView>(`/api/dossiers/${id}`)).body;
const handOn = async (id: string): Promise<void> => {
  const [item] = (await view(id)).work;
  expect((await lan.post(`/api/work/${item!.id}/complete`, { commandId: newCommandId(), outcome: item!.outcomes.find((each) => each.kind === 'forward')!.id })).status).toBe(200);
  await bench.host.settle();
};
const sendDue = (to = url): Promise<number> => new PortalSender({ context: bench.parts.context, portal: httpPortal(to, 'secret'), log: pino({ level: 'silent' }) }).sendDue();
const sync = async (id: string): Promise<string> => (await view(id)).casework.sync;
const advance = (ms: number): Promise<void> => bench.clock.advance(ms, () => bench.host.settle());

test('each change is told once, in order, with its number and a key of its own', async () => {
  const id = await receive();
  expect(await sync(id)).toBe('pending');
  await handOn(id);
  expect(await sendDue()).toBe(2);
  const { dossierNo } = await view(id);
  expect(got.map(({ message }) => [message.dossierNo, message.procedureCode, message.agencyId, message.state])).toEqual([[dossierNo, 'P07', 'ubnd-binh-an', 2], [dossierNo, 'P07', 'ubnd-binh-an', 4]]);
  expect(new Set(got.map(({ key }) => key)).size).toBe(2);
  expect(got.every(({ key, message, authorization }) => key === message.id && authorization === 'Bearer secret')).toBe(true);
  expect(await sync(id)).toBe('sent');
  expect(await sendDue()).toBe(0);
  await lan.post(`/api/dossiers/${id}/actions/withdraw`, { commandId: newCommandId(), reason: 'Đổi ý' });
  expect(await sync(id)).toBe('pending');
  await sendDue();
  expect(got.at(-1)!.message.state).toBe(7);
});

test('a portal that is away is tried again under the same key; a later change never overtakes', async () => {
  answer = () => 503;
  const id = await receive();
  await sendDue();
  expect(await sync(id)).toBe('pending');
  answer = () => 204;
  await handOn(id);
  expect(await sendDue()).toBe(0);
  await advance(61_000);
  await sendDue();
  await advance(1_000);
  await sendDue();
  expect(got.map(({ message }) => message.state)).toEqual([2, 2, 4]);
  expect(got[0]!.key).toBe(got[1]!.key);
  expect(await sync(id)).toBe('sent');
});

test('what the portal refuses has failed, and does not stand in the way of what comes after', async () => {
  answer = () => 422;
  const id = await receive();
  await sendDue();
  expect(await sync(id)).toBe('failed');
  await advance(3_600_000);
  expect(await sendDue()).toBe(0);
  answer = () => 204;
  await handOn(id);
  await sendDue();
  expect(await sync(id)).toBe('sent');
});

test('it goes nowhere else: an answer that points to another address counts as none, and one without end is not read', async () => {
  await receive();
  const asked: string[] = [];
  const elsewhere = createServer((req, res) => { asked.push(req.url ?? ''); res.writeHead(204).end(); });
  await new Promise<void>((resolve) => { elsewhere.listen(0, '127.0.0.1', resolve); });
  const inside = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/latest/meta-data`;
  const pointing = createServer((req, res) => { req.resume(); if (req.url === '/endless') { res.writeHead(200); const pour = () => { while (res.write('x'.repeat(65_536))) { /* until it is full */ } }; res.on('drain', pour); pour(); } else res.writeHead(307, { location: inside }).end(); });
  await new Promise<void>((resolve) => { pointing.listen(0, '127.0.0.1', resolve); });
  const own = `http://127.0.0.1:${(pointing.address() as AddressInfo).port}`;
  const states = async () => (await bench.store.portalChanges.find().lean()).map(({ state }) => state);
  await sendDue(`${own}/`);
  expect([asked, await states()]).toEqual([[], ['waiting']]);
  await advance(61_000);
  await sendDue(`${own}/endless`);
  expect([asked, await states()]).toEqual([[], ['sent']]);
  for (const each of [elsewhere, pointing]) { each.closeAllConnections(); await new Promise((resolve) => { each.close(resolve); }); }
});

test('two senders at once tell each change once', async () => {
  const ids = await Promise.all([1, 2, 3, 4].map(receive));
  await Promise.all([sendDue(), sendDue()]);
  expect(got.map(({ message }) => message.id).sort()).toEqual(got.map(({ message }) => message.id).sort().filter((id, i, all) => all.indexOf(id) === i));
  expect(got).toHaveLength(ids.length);
});

test('without a portal nothing is noted, and the dossier says none', async () => {
  const alone = await appBench();
  try {
    const clerk = await Clerk.signIn(alone.url, 'lan');
    const { id } = (await clerk.post<DossierRow>('/api/dossiers', { commandId: newCommandId(), procedureId: 'P07-dang-ky-ho-kinh-doanh', channel: 'desk', applicant: { kind: 'person', name: 'A' }, parts: [], data: { tenHoKinhDoanh: 'Tạp hóa An' } })).body;
    expect((await clerk.get<DossierView>(`/api/dossiers/${id}`)).body.casework.sync).toBe('none');
    expect(await alone.store.portalChanges.countDocuments()).toBe(0);
  } finally {
    await alone.close();
  }
}, 60_000);
