/** An evidence pack by itself: whole as it is made, and every change named, with exit code 1 on the command line. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Command } from 'commander';
import { unzipSync, zipSync, type Unzipped } from 'fflate';
import { register } from '../../bin/verify-pack.js';
import { chosen } from '../../server/evidence/pack.js';
import { sealed, type EvidenceFile } from '../../server/evidence/sealed.js';
import { verifyEvidence } from '../../server/evidence/verify.js';
import { signingKey } from '../../server/signing/key.js';
import { sendZip } from '../../server/zip.js';

const FILES: EvidenceFile[] = [['declaration/declaration.json', '{"n":1}'], ['procedures/P01/history.json', '[]'], ['procedures/P01/dossiers/UBA-1-06.pdf', '%PDF-1']].map(([path, text]) => ({ path: path!, bytes: Buffer.from(text!) }));
const folder = mkdtempSync(join(tmpdir(), 'dossierflow-evidence-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
const [own, other] = [signingKey(join(folder, 'own')), signingKey(join(folder, 'other'))];
async function made(key = own): Promise<Buffer> {
  const out = new PassThrough({ highWaterMark: 64 });
  const [bytes] = await Promise.all([buffer(out), sendZip(out, sealed({ agency: 'Bình An' }, FILES, key))]);
  return bytes;
}
const changed = async (change: (files: Unzipped) => void): Promise<Uint8Array> => { const files = unzipSync(await made()); change(files); return zipSync(files); };
const foreign = Buffer.from(generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }));

test('whole: all files, its content, the key', async () => {
  expect(verifyEvidence(await made(), own.fingerprint)).toEqual({ problems: [], files: 3, fingerprint: own.fingerprint, content: { agency: 'Bình An' } });
});

test.each<[string, (files: Unzipped) => void, unknown[]]>([
  ['changed file', (files) => { files['procedures/P01/history.json'] = Buffer.from('[1]'); }, [{ kind: 'changed', path: 'procedures/P01/history.json' }]],
  ['removed file', (files) => { delete files['procedures/P01/dossiers/UBA-1-06.pdf']; }, [{ kind: 'missing', path: 'procedures/P01/dossiers/UBA-1-06.pdf' }]],
  ['added file', (files) => { files['procedures/P01/extra.pdf'] = Buffer.from('x'); }, [{ kind: 'added', path: 'procedures/P01/extra.pdf' }]],
  ['changed manifest', (files) => { files['manifest.json'] = Buffer.from(Buffer.from(files['manifest.json']!).toString().replace('Bình An', 'Bình Yên')); }, [{ kind: 'wrongSignature' }]],
  ['key of somebody else put in', (files) => { files['key.pem'] = foreign; }, [{ kind: 'wrongSignature' }, { kind: 'wrongKey' }]],
  ['no key at all', (files) => { files['key.pem'] = Buffer.from('none'); }, [{ kind: 'wrongSignature' }]],
  ['no signature', (files) => { delete files['signature.bin']; }, [{ kind: 'unsigned' }]],
  ['no manifest', (files) => { delete files['manifest.json']; }, [{ kind: 'missing', path: 'manifest.json' }]],
])('%s', async (_name, change, problems) => { expect(verifyEvidence(await changed(change), own.fingerprint).problems).toEqual(problems); });

test('the same name twice, a bomb, another key, no ZIP', async () => {
  const out = new PassThrough();
  const [twice] = await Promise.all([buffer(out), sendZip(out, (async function* () { yield* sealed({}, FILES, own); yield { name: FILES[1]!.path, bytes: FILES[1]!.bytes }; })())]);
  expect(verifyEvidence(twice).problems).toEqual([{ kind: 'added', path: FILES[1]!.path }]);
  expect(verifyEvidence(await changed((files) => { files[FILES[1]!.path] = new Uint8Array(5_000_000); })).problems).toEqual([{ kind: 'changed', path: FILES[1]!.path }]);
  expect(verifyEvidence(await made(other), own.fingerprint).problems).toEqual([{ kind: 'wrongKey' }]);
  expect(verifyEvidence(await made(other)).problems).toEqual([]);
  expect(verifyEvidence(Buffer.from('no ZIP')).problems).toEqual([{ kind: 'unreadable' }]);
});

test('a bit changed in any byte before the directory is told, also in what the ZIP says of a file in front of it; but for the time of that', async () => {
  const pack = await made();
  const times = new Set([...pack.toString('latin1').matchAll(/PK\x03\x04/g)].flatMap(({ index }) => [10, 11, 12, 13].map((n) => index + n)));
  const directory = pack.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  expect(directory).toBeGreaterThan(500);
  const unseen = Array.from({ length: directory }, (_, at) => at).filter((at) => {
    const changed = Buffer.from(pack);
    changed[at]! ^= 1 << (at % 8);
    return verifyEvidence(changed).problems.length === 0;
  });
  expect(unseen).toEqual([...times]);
});

test('a pack that took its time is whole: its records are written when they are', async () => {
  const out = new PassThrough();
  const slow = async function* () {
    yield* FILES;
    jest.setSystemTime(Date.now() + 3_600_000);
  };
  jest.useFakeTimers({ now: Date.UTC(2026, 10, 30), doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'setTimeout', 'setInterval'] });
  try {
    const [bytes] = await Promise.all([buffer(out), sendZip(out, sealed({}, slow(), own))]);
    expect(verifyEvidence(bytes).problems).toEqual([]);
    const [local, directory] = [pack(bytes, 'PK\x03\x04', 10), pack(bytes, 'PK\x01\x02', 12)];
    expect(directory).toEqual(local);
  } finally {
    jest.useRealTimers();
  }
});
/** The time that the first record of a kind says. */
const pack = (bytes: Buffer, kind: string, at: number): Buffer => { const found = bytes.indexOf(Buffer.from(kind, 'latin1')); return bytes.subarray(found + at, found + at + 4); };

test('bytes before, between, behind and in a comment are no part of a pack; one made anew by another program is whole', async () => {
  const pack = await made();
  const [second, directory] = [pack.indexOf(Buffer.from('PK\x03\x04', 'latin1'), 4), pack.indexOf(Buffer.from('PK\x01\x02', 'latin1'))];
  const more = Buffer.from('more');
  for (const at of [0, second, directory, pack.length]) expect([at, verifyEvidence(Buffer.concat([pack.subarray(0, at), more, pack.subarray(at)])).problems]).toEqual([at, [{ kind: 'unreadable' }]]);
  const commented = Buffer.concat([pack, more]);
  commented.writeUInt16LE(more.length, pack.length - 2);
  expect(verifyEvidence(commented).problems).toEqual([{ kind: 'unreadable' }]);
  expect(verifyEvidence(await changed(() => undefined)).problems).toEqual([]);
});

test('on the command line: each thing a line, exit code 1; whole 0', async () => {
  const run = async (bytes: Uint8Array, ...more: string[]): Promise<[unknown, string]> => {
    const file = join(folder, 'pack.zip');
    writeFileSync(file, bytes);
    const program = new Command();
    register(program);
    let said = '';
    const written = jest.spyOn(process.stdout, 'write').mockImplementation((text) => { said += String(text); return true; });
    const before = process.exitCode;
    process.exitCode = 0;
    await program.parseAsync(['verify-pack', file, ...more], { from: 'user' }).finally(() => { written.mockRestore(); });
    const code = process.exitCode;
    process.exitCode = before;
    return [code, said];
  };
  expect(await run(await made(), '--fingerprint', own.fingerprint)).toEqual([0, `key ${own.fingerprint}\n3 files, all as they were signed.\n`]);
  expect(await run(await made(other), '--fingerprint', own.fingerprint)).toEqual([1, `signed with another key\nkey ${other.fingerprint}\n1 things do not hold.\n`]);
  const [code, said] = await run(await changed((files) => { files[FILES[0]!.path] = Buffer.from('{"n":2}'); delete files[FILES[1]!.path]; files['x'] = Buffer.from('x'); }));
  expect([code, said.split('\n').slice(0, 3)]).toEqual([1, ['changed: declaration/declaration.json', 'missing: procedures/P01/history.json', 'added: x']]);
});

test('samples: the seed decides, not the order', () => {
  const docs = Array.from({ length: 40 }, (_, n) => ({ dossierNo: `UBA-${n}` }));
  const [one, again, another] = [chosen(docs, 5, 'a'), chosen([...docs].reverse(), 5, 'a'), chosen(docs, 5, 'b')];
  expect(again).toEqual(one);
  expect(another).not.toEqual(one);
  expect(chosen(docs.slice(0, 3), 5, 'a')).toHaveLength(3);
});
