/** The command line: every command is a file of its own with a `register` function, listed here. */
import { Command, CommanderError } from 'commander';
import { register as registerAdmin } from './admin.js';
import { register as registerCheck } from './check.js';
import { register as registerConform } from './conform.js';
import { register as registerDiscover } from './discover.js';
import { register as registerDue } from './due.js';
import { register as registerElapsed } from './elapsed.js';
import { register as registerExport } from './export.js';
import { register as registerImport } from './import.js';
import { BadInput, EXIT } from './io.js';
import { register as registerMigrate } from './migrate.js';
import { register as registerMine } from './mine.js';
import { register as registerPackage } from './package.js';
import { register as registerVerifyPack } from './verify-pack.js';
import { register as registerPlay } from './play.js';
import { register as registerRebuild } from './rebuild.js';
import { register as registerRetention } from './retention.js';
import { register as registerSeed } from './seed.js';
import { register as registerServe } from './serve.js';
import { register as registerSimulate } from './simulate.js';
import { register as registerVerifyPdf } from './verify-pdf.js';
import { register as registerVerifyTrail } from './verify-trail.js';

const COMMANDS: readonly ((program: Command) => void)[] = [registerCheck, registerPlay, registerMine, registerConform, registerDiscover, registerSimulate, registerMigrate, registerImport, registerExport, registerPackage, registerDue, registerElapsed, registerServe, registerAdmin, registerSeed, registerRebuild, registerRetention, registerVerifyPdf, registerVerifyTrail, registerVerifyPack];

const EXIT_CODES = `
Exit code: 0 good; 1 the answer is "no"; 2 bad input, with one line on standard error.`;

function createProgram(): Command {
  const program = new Command('dossierflow')
    .description('Administrative procedures drawn as BPMN: check them, play them, count their time limits, run them.')
    .showSuggestionAfterError(false)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(oneLine(text)) })
    .addHelpText('after', EXIT_CODES);
  for (const register of COMMANDS) register(program);
  return program;
}

/**
 * Runs one command; `args` come without the names of Node and the script. A command writes its answer to standard output
 * and sets `process.exitCode` when the answer is "no"; a `BadInput` that it throws becomes one line on standard error.
 */
export async function run(args: readonly string[]): Promise<void> {
  try {
    await createProgram().parseAsync([...args], { from: 'user' });
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  // Commander has written its own line; help is no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.GOOD : EXIT.BAD_INPUT;
  if (error instanceof BadInput) {
    process.stderr.write(`error: ${oneLine(error.message)}`);
    return EXIT.BAD_INPUT;
  }
  process.stderr.write(`fault in dossierflow: ${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  return EXIT.FAULT;
}

function oneLine(text: string): string {
  return `${text.trim().replace(/\s*\n\s*/g, ' ')}\n`;
}
