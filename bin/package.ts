/** `package`: frameworks and procedures as signed files between installations that share nothing. */
import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { PackagePreview } from '../server/contract.js';
import { BadInput, printJson, printTable, readBytes } from './io.js';

interface ExportOptions { framework?: string; procedures?: string[]; by?: string; out: string }
interface ImportOptions { by: string; fingerprint?: string; json?: boolean }

export function register(program: Command): void {
  const command = program.command('package').description('frameworks and procedures as signed files');
  command.command('verify <file>').description('whether a package is whole and signed, and by which key').option('--json', 'print {fingerprint, parts}').action(verify);
  command.command('export').description('a framework or published procedures as a signed package')
    .option('--framework <id>', 'this framework').option('--procedures <id...>', 'these procedures').option('--by <person>', 'id of the person whose agency gives the procedures').requiredOption('--out <file>', 'write to this file').action(exportPackage);
  command.command('import <file>').description('what a package would change; with --fingerprint takes it in')
    .requiredOption('--by <person>', 'id of the person who takes it in').option('--fingerprint <key>', 'fingerprint of the key that signed it, as the preview told it').option('--json', 'print the preview').action(importPackage);
}

async function verify(file: string, { json }: { json?: boolean }): Promise<void> {
  const { open } = await import('../server/packages/archive.js');
  await told(file, () => {
    const { fingerprint, parts } = open(readBytes(file));
    if (json) printJson({ fingerprint, parts: [...parts.keys()] });
    else process.stdout.write(`${fingerprint}\n${[...parts.keys()].map((each) => `  ${each}`).join('\n')}\n`);
    return Promise.resolve();
  });
}

async function exportPackage({ framework, procedures, by, out }: ExportOptions): Promise<void> {
  if ((framework === undefined) === (procedures === undefined)) throw new BadInput('either --framework or --procedures is needed');
  await told(framework ?? procedures!.join(', '), () => withExchange(async ({ exchange, person }) => {
    writeFileSync(out, framework === undefined ? await exchange.set(person(by ?? ''), procedures!) : await exchange.framework(framework));
  }));
}

async function importPackage(file: string, { by, fingerprint, json }: ImportOptions): Promise<void> {
  const bytes = readBytes(file);
  await told(file, () => withExchange(async ({ exchange, person }) => {
    const preview = fingerprint === undefined ? await exchange.preview(person(by), bytes) : await exchange.take(person(by), bytes, fingerprint);
    if (json) printJson(preview);
    else print(preview);
  }));
}

async function withExchange(use: (given: { exchange: import('../server/packages/exchange.js').PackageExchange; person: (id: string) => import('../models/directory.js').Actor }) => Promise<void>): Promise<void> {
  const { withInstallation } = await import('./installation.js');
  const { PackageExchange } = await import('../server/packages/exchange.js');
  const { ProcedureWrites } = await import('../models/writes/procedures.js');
  const { signingKey } = await import('../server/signing/key.js');
  const [{ openFiles }, { s3Of }, { BlankForms }] = await Promise.all([import('../models/files/open.js'), import('../server/config.js'), import('../models/writes/blank-forms.js')]);
  await withInstallation(process.env, async ({ parts: { context }, settings }) => {
    const person = (id: string) => {
      const known = context.directory.known(id);
      if (!known) throw new BadInput(`--by: nobody has the id "${id}"`);
      return known;
    };
    const forms = new BlankForms(context.store, await openFiles(context.store, s3Of(settings)), () => context.now());
    await use({ person, exchange: new PackageExchange(context, new ProcedureWrites(context.store, context.plans, () => context.now(), context.words, context.settings), forms, () => signingKey(settings.dataFolder)) });
  });
}

/** A refusal is one line that names the file. */
async function told(what: string, run: () => Promise<void>): Promise<void> {
  const { Refusal } = await import('../models/problem.js');
  try {
    await run();
  } catch (error) {
    if (error instanceof Refusal) throw new BadInput(`${what}: ${error.message}`);
    throw error;
  }
}

const calendarStates = { new: 'new', same: 'the same here', different: 'differs: the one here is kept' };

function print({ fingerprint, isKnown, signer, kind, title, publisher, id, version, currentVersion, state, drawings, documents, calendars }: PackagePreview): void {
  process.stdout.write(`${title.vi} (${kind}), ${publisher}\nkey ${fingerprint}${isKnown ? signer === undefined ? ' (of this installation)' : ` (first taken in as ${signer})` : ' (UNKNOWN: nothing was taken in with it before; compare it with the sender)'}\n${id === undefined ? '' : `${id} version ${String(version)}, ${currentVersion === undefined ? 'new here' : `here: version ${currentVersion}`} (${state})\n`}\n`);
  const scenario = ({ scenario: result }: PackagePreview['drawings'][number]): string => (!result ? '' : result.passed ? 'passed' : `failed: ${result.why ?? ''}`);
  printTable(['code', 'name', 'state', 'changes', 'scenario'], drawings.map((each) => [each.code, each.name, each.state, String(each.changes), scenario(each)]));
  if (documents.length > 0) printTable(['document', 'state'], documents.map((each) => [each.name, each.state]));
  if (calendars.length > 0) printTable(['calendar', 'name', 'version', 'state'], calendars.map((each) => [each.id, each.name, String(each.version), calendarStates[each.state]]));
}
