/** Signing and verifying a PDF: what was signed holds, nothing else does, and a certificate for trying out says what it is. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../bin/main.js';
import { pdfOf } from '../../server/forms/pdf.js';
import { agencyCertificate, CertificateError, type AgencyCertificate } from '../../server/signing/certificate.js';
import { signPdf } from '../../server/signing/pdf-sign.js';
import { verifyPdf } from '../../server/signing/pdf-verify.js';

const AT = new Date('2026-11-16T01:30:00Z');
const folders: string[] = [];
const folder = (): string => { const made = mkdtempSync(join(tmpdir(), 'dossierflow-signing-')); folders.push(made); return made; };
const certificateOf = (dataFolder: string): AgencyCertificate => agencyCertificate({ dataFolder }, () => 'UBND phường Bình An', AT);
let own: AgencyCertificate, plain: Buffer, signed: Buffer;
beforeAll(async () => {
  own = certificateOf(folder());
  plain = await pdfOf({ defaultStyle: { font: 'Roboto' }, content: ['Quy trình đăng ký khai sinh', { text: 'Trang hai', pageBreak: 'before' }] });
  signed = await signPdf(plain, own, { reason: 'QT-P01, lần ban hành 1', at: AT });
}, 30_000);
afterAll(() => { for (const each of folders) rmSync(each, { recursive: true, force: true }); });

test('a certificate for trying out is made once, for its owner alone, and names itself as one', () => {
  const again = folder();
  const { facts } = certificateOf(again);
  expect(certificateOf(again).facts).toEqual(facts);
  expect(facts).toMatchObject({ name: 'UBND phường Bình An', isTest: true });
  expect(facts.subject).toContain('CHỨNG THƯ THỬ NGHIỆM');
  expect(statSync(join(again, 'signing', 'test-certificate.p12')).mode & 0o077).toBe(0);
});

test('what was signed holds; without a signature nothing is said', () => {
  expect(verifyPdf(signed)).toEqual({ state: 'intact', signer: own.facts, at: AT });
  expect(verifyPdf(plain)).toEqual({ state: 'unsigned' });
  expect(verifyPdf(Buffer.alloc(0))).toEqual({ state: 'unsigned' });
});

test('any byte that is changed is found, before, after and beside the signature', () => {
  const [from, to] = [signed.indexOf('<', signed.indexOf('/Contents <')), signed.indexOf('>', signed.indexOf('/Contents <'))];
  const places = [...Array.from({ length: 60 }, (_, n) => Math.floor((n / 60) * from)), to + 1, signed.length - 1, to - 1, from, from + 200];
  const kept = places.filter((at) => {
    const changed = Buffer.from(signed);
    changed[at]! ^= 1;
    return verifyPdf(changed).state === 'intact';
  });
  expect(kept).toEqual([]);
  expect(verifyPdf(signed.subarray(0, -1)).state).toBe('altered');
});

test('what is added after the signature is told; a range that leaves room for more is no signature', async () => {
  const appended = Buffer.concat([signed, Buffer.from('\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF')]);
  expect(verifyPdf(appended)).toMatchObject({ state: 'appended', signer: own.facts });
  // Whoever signs the addition answers for the whole.
  const stranger = certificateOf(folder());
  const twice = await signPdf(signed, stranger, { reason: 'x', at: AT });
  expect(verifyPdf(twice)).toMatchObject({ state: 'intact', signer: { fingerprint: stranger.facts.fingerprint } });
  const [, length, second, rest] = /\/ByteRange \[0 (\d+) (\d+) (\d+)/.exec(signed.toString('latin1'))!;
  for (const range of [`0 ${Number(length) - 9} ${second} ${rest}`, `1 ${length} ${second} ${rest}`, `0 ${length} ${length} ${rest}`, `0 ${length} ${second} 9999999999`]) {
    expect([range, verifyPdf(Buffer.from(signed.toString('latin1').replace(/\/ByteRange \[[^\]]*\]/, `/ByteRange [${range}]`), 'latin1')).state]).toEqual([range, 'altered']);
  }
});

test('signatures that are none, and files made to hurt', () => {
  const around = (contents: string): Buffer => { const head = `%PDF-1.3\n/ByteRange [0 60 ${62 + contents.length} 3] /Contents `.padEnd(60); return Buffer.from(`${head}<${contents}>\nEO`, 'latin1'); };
  for (const contents of ['00', '3080', `${'30820404'.repeat(500)}`, '3003020101', 'ffffffffff']) expect([contents.slice(0, 20), verifyPdf(around(contents)).state]).toEqual([contents.slice(0, 20), 'unreadable']);
  expect(verifyPdf(around('0'.repeat(400_000))).state).toBe('altered');
  expect(verifyPdf(Buffer.from('/ByteRange [0 1 2 3]'.repeat(50))).state).toBe('unreadable');
});

test('the file of the agency is opened by its passphrase alone', () => {
  const dataFolder = folder();
  certificateOf(dataFolder);
  const file = join(dataFolder, 'signing', 'test-certificate.p12');
  expect(agencyCertificate({ file, dataFolder }, () => 'x', AT).facts.isTest).toBe(true);
  for (const wrong of [{ file, passphrase: 'wrong' }, { file: join(dataFolder, 'none.p12') }]) expect(() => agencyCertificate({ ...wrong, dataFolder }, () => 'x', AT)).toThrow(CertificateError);
  writeFileSync(file, 'no certificate');
  expect(() => agencyCertificate({ file, dataFolder }, () => 'x', AT)).toThrow(/cannot be used to sign/);
});

test('verify-pdf: 0 for what stands as it was signed, by the expected certificate where one is named; 1 otherwise, 2 without a file', async () => {
  const [file, changed] = [join(folder(), 'a.pdf'), join(folder(), 'b.pdf')];
  writeFileSync(file, signed);
  writeFileSync(changed, Buffer.concat([signed, Buffer.from('x')]));
  const said: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => { said.push(String(text)); return true; });
  const error = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const codeOf = async (...args: string[]): Promise<number> => {
    process.exitCode = 0;
    await run(['verify-pdf', ...args]);
    const code = Number(process.exitCode);
    process.exitCode = 0;
    return code;
  };
  try {
    expect([await codeOf(file), await codeOf(file, '--fingerprint', own.facts.fingerprint), await codeOf(file, '--fingerprint', '00'), await codeOf(changed), await codeOf(`${file}x`)]).toEqual([0, 0, 1, 1, 2]);
    expect(said.join('')).toContain(`number ${own.facts.serial}`);
    said.length = 0;
    expect(await codeOf(changed, '--json')).toBe(1);
    expect(JSON.parse(said.join(''))).toMatchObject({ state: 'appended', signer: { isTest: true }, isExpected: true });
  } finally {
    write.mockRestore();
    error.mockRestore();
  }
  expect(readFileSync(file).equals(signed)).toBe(true);
});
