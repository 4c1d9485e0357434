/** A file of a dossier, from its upload to being taken out, where a bucket of S3 keeps the bytes. */
import type { AttachmentRow, DossierRow } from '../../server/contract.js';
import { S3Files } from '../../models/files/s3.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { startS3 } from '../support/s3-server.js';
import { appBench, type AppBench } from './bench.js';

let bench: AppBench;
let s3: Awaited<ReturnType<typeof startS3>>;
const TUS = { 'tus-resumable': '1.0.0' };
const PDF = `%PDF-1.7\n${'x'.repeat(700_000)}\n%%EOF`;

beforeAll(async () => {
  s3 = await startS3();
  bench = await appBench({ s3: s3.place });
}, 90_000);
afterAll(async () => { await bench?.close(); await s3?.stop(); }, 30_000);

test('brought, opened, taken out; the database holds none of its bytes', async () => {
  const lan = await Clerk.signIn(bench.url, 'lan');
  const { body: { id: dossierId } } = await lan.post<DossierRow>('/api/dossiers', { commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: { kind: 'person', name: 'An' }, parts: [], data: { hoTenCon: 'An' } });
  const metadata = Object.entries({ dossierId, name: 'a.pdf' }).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');
  const begun = await lan.send('POST', '/api/uploads', undefined, { ...TUS, 'upload-length': String(PDF.length), 'upload-metadata': metadata });
  const address = new URL(begun.headers.get('location')!, bench.url).pathname;
  expect((await lan.send('PATCH', address, Buffer.from(PDF), { ...TUS, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' })).status).toBe(204);
  const [row] = (await lan.get<AttachmentRow[]>(`/api/dossiers/${dossierId}/attachments`)).body;
  const file = `/api/dossiers/${dossierId}/attachments/${row!.id}`;
  expect((await lan.get<string>(file)).body === PDF).toBe(true);
  expect(await bench.store.connection.db!.collection('files.chunks').countDocuments()).toBe(0);
  expect((await lan.send('DELETE', file, { reason: 'Chụp mờ' })).status).toBe(204);
  const bucket = new S3Files(s3.place);
  await expect(bucket.read(row!.id).toArray()).rejects.toMatchObject({ name: 'NoSuchKey' });
  bucket.close();
}, 30_000);
