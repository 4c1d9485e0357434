/** `dossierflow verify-pack`: whether an evidence pack is as it was signed, and by which key. */
import type { Command } from 'commander';
import { printJson, readBytes } from './io.js';

export function register(program: Command): void {
  program.command('verify-pack <file>')
    .description('whether an evidence pack is as it was signed: what was changed, taken out or added is named')
    .option('--fingerprint <key>', 'fingerprint of the key that should have signed it')
    .option('--json', 'print {problems, files, fingerprint, content}')
    .action(run);
}

const WORDS = { unreadable: 'cannot be read', unsigned: 'not signed', wrongSignature: 'the signature does not fit the manifest', wrongKey: 'signed with another key', changed: 'changed', missing: 'missing', added: 'added' } as const;

async function run(file: string, { fingerprint, json }: { fingerprint?: string; json?: boolean }): Promise<void> {
  const { verifyEvidence } = await import('../server/evidence/verify.js');
  const verdict = verifyEvidence(readBytes(file), fingerprint);
  if (json) printJson(verdict);
  else {
    for (const { kind, path } of verdict.problems) process.stdout.write(`${WORDS[kind]}${path === undefined ? '' : `: ${path}`}\n`);
    if (verdict.fingerprint !== undefined) process.stdout.write(`key ${verdict.fingerprint}\n`);
    process.stdout.write(verdict.problems.length === 0 ? `${verdict.files} files, all as they were signed.\n` : `${verdict.problems.length} things do not hold.\n`);
  }
  if (verdict.problems.length > 0) process.exitCode = 1;
}
