/** Packages between two installations that share nothing: whole, signed, looked at first, under ids that do not collide; anything else is refused in words. */
import { strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import { played } from '../../server/packages/scenarios.js';
import type { BlankFormsView, FrameworkView, PackagePreview, Problem } from '../../server/contract.js';
import { Clerk } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

const LAND = 'khung-dat-dai';
let a: AppBench, b: AppBench, hung: Clerk, chi: Clerk, zip: Buffer;
beforeAll(async () => {
  [a, b] = [await appBench({ frameworks: true }), await appBench()];
  [hung, chi] = [await Clerk.signIn(a.url, 'hung'), await Clerk.signIn(b.url, 'chi')];
  zip = await file(a, hung, `/api/frameworks/${LAND}/package.zip`);
}, 120_000);
afterAll(() => Promise.all([a?.close(), b?.close()]), 30_000);

const file = async (bench: AppBench, clerk: Clerk, path: string): Promise<Buffer> => Buffer.from(await (await fetch(`${bench.url}${path}`, { headers: clerk.headers() })).arrayBuffer());
const upload = <T>(clerk: Clerk, path: string, bytes: Buffer) => clerk.send<T>('POST', path, bytes, { 'content-type': 'application/zip' });
const preview = async (bytes: Uint8Array) => (await upload<PackagePreview & Problem>(chi, '/api/packages/preview', Buffer.from(bytes))).body;
const changed = (change: (files: Unzipped) => void): Uint8Array => { const files = unzipSync(zip); change(files); return zipSync(files); };

test('the same framework gives the same bytes', async () => {
  expect((await file(a, hung, `/api/frameworks/${LAND}/package.zip`)).equals(zip)).toBe(true);
  expect(Object.keys(unzipSync(zip))).toEqual(['manifest.json', 'signature.bin', 'key.pem', 'parts/documents/so-dang-ky.txt', 'parts/drawings/P03.bpmn', 'parts/drawings/P04.bpmn', 'parts/drawings/P05.bpmn', 'parts/scenarios/P03.play.json', 'parts/scenarios/P04.play.json', 'parts/scenarios/P05.play.json']);
});

test('tampered, unsigned, foreign and swollen ones are refused in words', async () => {
  const told = async (bytes: Uint8Array) => { const { code, detail } = await preview(bytes); return [code, detail]; };
  expect(await told(changed((files) => { files['parts/drawings/P03.bpmn'] = strToU8(Buffer.from(files['parts/drawings/P03.bpmn']!).toString('utf8').replace('value="4"', 'value="40"')); }))).toEqual(['bad-package', 'part parts/drawings/P03.bpmn was changed after the package was signed']);
  expect(await told(changed((files) => { files['manifest.json'] = strToU8(Buffer.from(files['manifest.json']!).toString('utf8').replace('2026-10-01', '2020-10-01')); }))).toEqual(['bad-package', 'the signature does not fit the manifest: it was changed after it was signed']);
  expect(await told(changed((files) => { delete files['signature.bin']; }))).toEqual(['bad-package', 'it is not signed']);
  expect(await told(changed((files) => { delete files['parts/drawings/P04.bpmn']; }))).toEqual(['bad-package', 'part parts/drawings/P04.bpmn is missing']);
  expect(await told(changed((files) => { files['parts/drawings/P99.bpmn'] = strToU8('x'); }))).toEqual(['bad-package', 'part parts/drawings/P99.bpmn does not stand in the manifest']);
  expect(await told(changed((files) => { files['../../etc/x'] = strToU8('x'); }))).toEqual(['bad-package', 'it has a file that no package has: ../../etc/x']);
  expect(await told(changed((files) => { files['parts/drawings/big.bpmn'] = new Uint8Array(4_900_000); }))).toEqual(['bad-package', 'it unpacks to more than a package holds']);
  expect(await told(strToU8('no zip'))).toEqual(['bad-package', 'it is no ZIP file that can be read']);
  expect(await told(zip.subarray(0, 5_000))).toEqual(['bad-package', 'it is no ZIP file that can be read']);
});

test('it is looked at, taken in with the key that was looked at, and adopted; again it changes nothing', async () => {
  const seen = await preview(zip);
  expect(seen).toMatchObject({ kind: 'framework', id: LAND, version: 2, state: 'new', isKnown: false, publisher: 'Bộ Nông nghiệp và Môi trường', scenarios: 3, drawings: [{ code: 'P03', state: 'added' }, { code: 'P04', state: 'added' }, { code: 'P05', state: 'added' }] });
  expect((await upload<Problem>(chi, `/api/packages?fingerprint=${'0'.repeat(64)}`, zip)).body.detail).toBe('it is signed with another key than the one that was looked at');
  expect((await upload(chi, `/api/packages?fingerprint=${seen.fingerprint}`, zip)).status).toBe(201);
  expect(await preview(zip)).toMatchObject({ state: 'same', isKnown: true, signer: 'Bộ Nông nghiệp và Môi trường', currentVersion: 2 });
  const adopted = await chi.post<FrameworkView>(`/api/frameworks/${LAND}/adoption`, { answers: { dangKy: true, dichVu: ['capDoi'] }, codes: ['P03'], shares: false });
  expect([adopted.status, adopted.body.procedures.find(({ code }) => code === 'P03')!.adopted!.procedureId]).toEqual([200, 'P03-cap-doi-gcn']);
});

test('scenario tests are played when a package is looked at, before anything changes; one that fails says what stopped it', async () => {
  const before = await b.store.frameworks.countDocuments();
  const seen = await preview(zip);
  expect(seen.drawings.map(({ code, scenario }) => [code, scenario])).toEqual([['P03', { passed: true }], ['P04', { passed: true }], ['P05', { passed: true }]]);
  expect(await b.store.frameworks.countDocuments()).toBe(before);
  const text = (path: string): string => Buffer.from(unzipSync(zip)[path]!).toString('utf8');
  const [drawing, script] = [text('parts/drawings/P03.bpmn'), JSON.parse(text('parts/scenarios/P03.play.json')) as object[]];
  expect(await played(drawing, JSON.stringify(script))).toEqual({ passed: true });
  expect(await played(drawing, JSON.stringify([...script.slice(0, 2), { complete: 'noSuchStep' }]))).toEqual({ passed: false, why: expect.stringContaining('noSuchStep') });
  for (const wrong of ['{', '[{"complete":1}]']) expect(await played(drawing, wrong)).toEqual({ passed: false, why: expect.any(String) });
}, 60_000);

test('a later version comes with what it changes; an older one is refused', async () => {
  expect((await hung.post(`/api/frameworks/${LAND}/versions`, { from: '2027-01-01' })).status).toBe(201);
  const next = await file(a, hung, `/api/frameworks/${LAND}/package.zip`);
  const seen = await preview(next);
  expect(seen).toMatchObject({ state: 'newer', version: 3, currentVersion: 2 });
  expect(seen.drawings.every(({ state, changes }) => state === 'changed' && changes > 0)).toBe(true);
  expect((await upload(chi, `/api/packages?fingerprint=${seen.fingerprint}`, next)).status).toBe(201);
  expect((await upload<Problem>(chi, `/api/packages?fingerprint=${seen.fingerprint}`, zip)).body.detail).toBe('version 2 is older than the one that is here');
  expect((await chi.get<FrameworkView>(`/api/frameworks/${LAND}`)).body).toMatchObject({ version: 3, isNew: true });
});

test('a framework of the same id from somebody else stands beside it', async () => {
  const own = await Clerk.signIn(b.url, 'hung');
  const c = await file(b, own, `/api/frameworks/${LAND}/package.zip`);
  const back = (await upload<PackagePreview>(hung, '/api/packages/preview', c)).body;
  expect(back).toMatchObject({ state: 'new', id: `${LAND}.${back.fingerprint.slice(0, 12)}` });
});

test('procedures travel as drafts under ids of their own, with their blank forms', async () => {
  const form = Buffer.from('%PDF-1.7\nTờ khai\n%%EOF');
  expect((await chi.send('PUT', '/api/procedures/P11-ban-sao-so-goc/forms?name=T%E1%BB%9D%20khai&file=to-khai.pdf', form, { 'content-type': 'application/octet-stream' })).status).toBeLessThan(300);
  const set = await file(b, chi, '/api/packages/procedures.zip?ids=P11-ban-sao-so-goc');
  const seen = (await upload<PackagePreview>(hung, '/api/packages/preview', set)).body;
  expect(seen).toMatchObject({ kind: 'procedures', drawings: [{ code: 'P11', procedureId: 'P11-bo-nnmt' }], documents: [{ name: 'P11: Tờ khai', state: 'added' }] });
  expect((await upload(hung, `/api/packages?fingerprint=${seen.fingerprint}`, set)).status).toBe(201);
  expect((await a.store.procedures.findById('P11-bo-nnmt').lean())?.draft?.xml).toContain('agency="bo-nnmt"');
  const [kept] = (await hung.get<BlankFormsView>('/api/procedures/P11-bo-nnmt/forms')).body.items;
  expect(kept).toMatchObject({ name: 'Tờ khai', fileName: 'to-khai.pdf' });
  expect((await file(a, hung, `/thu-tuc/P11-bo-nnmt/bieu-mau/${kept!.id}`)).equals(form)).toBe(true);
  expect((await upload<PackagePreview>(hung, '/api/packages/preview', set)).body.drawings[0]!.procedureId).toBe('P11-bo-nnmt-2');
});

test('a procedure with a code of the national register travels too', async () => {
  const xml = (await b.store.versions.findOne({ procedureId: 'P11-ban-sao-so-goc' }).lean())!.xml.replace('code="P11"', 'code="1.004227"');
  expect((await chi.send('POST', '/api/procedures', { id: 'ban-sao-quoc-gia', xml })).status).toBe(201);
  expect((await chi.send('POST', '/api/procedures/ban-sao-quoc-gia/publish', {})).status).toBeLessThan(300);
  const set = await file(b, chi, '/api/packages/procedures.zip?ids=ban-sao-quoc-gia');
  expect((await upload<PackagePreview>(hung, '/api/packages/preview', set)).body).toMatchObject({ kind: 'procedures', drawings: [{ code: '1.004227', procedureId: '1-004227-bo-nnmt' }] });
});
