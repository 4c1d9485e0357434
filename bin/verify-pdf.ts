/** `dossierflow verify-pdf`: whether a PDF stands as it was signed, and by whom; needs no installation. */
import type { Command } from 'commander';
import type { PdfState } from '../server/signing/pdf-verify.js';
import { printJson, readBytes } from './io.js';

interface Options { fingerprint?: string; json?: boolean }

const SAID: Readonly<Record<PdfState, string>> = {
  intact: 'Every byte is as it was signed.', altered: 'Altered after it was signed.', appended: 'Something was added after it was signed.', unsigned: 'It holds no signature.', unreadable: 'It holds a signature that cannot be read.',
};

export function register(program: Command): void {
  program.command('verify-pdf <file>').description('whether a PDF stands as it was signed, and by which certificate')
    .option('--fingerprint <certificate>', 'SHA-256 of the certificate that it must be signed by').option('--json', 'print {state, signer, at, isExpected}').action(verify);
}

async function verify(file: string, { fingerprint, json }: Options): Promise<void> {
  const { verifyPdf } = await import('../server/signing/pdf-verify.js');
  const { state, signer, at } = verifyPdf(readBytes(file));
  const isExpected = fingerprint === undefined || signer?.fingerprint === fingerprint.replaceAll(':', '').toLowerCase();
  if (json) printJson({ state, signer, at, isExpected });
  else {
    process.stdout.write(`${SAID[state]}\n`);
    if (signer) process.stdout.write(`signed by ${signer.subject}${at ? ` at ${at.toISOString()}` : ''}\nissuer ${signer.issuer}\nnumber ${signer.serial}\nSHA-256 ${signer.fingerprint}\n`);
    if (signer?.isTest) process.stdout.write('This is a test certificate: the signature has no legal value.\n');
    if (signer && !isExpected) process.stdout.write('It is not the certificate that was expected.\n');
  }
  if (state !== 'intact' || !isExpected) process.exitCode = 1;
}
