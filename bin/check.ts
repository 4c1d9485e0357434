/** `check`: what overlaps, makes no sense or cannot work in procedures, with the proof. */
import type { Command } from 'commander';
import type { Finding, TellingFinding } from '../engine/check.js';
import { byImportance, check, checkIds, markAccepted, readAccepted, readWords, toSarif, unreadableFile, type Accepted, type WordList } from '../engine/check.js';
import type { Model } from '../engine/graph/types.js';
import { BadInput, EXIT, printJson, readJsonFile, readTextFile, writeTextFile } from './io.js';
import { readModelOrDecisions } from './model.js';
import { printFindings } from './print-findings.js';

interface Options { library?: boolean; on?: string; lang: string; checks?: string; accepted?: string; words?: string; sarif?: string; json?: boolean }
type Language = 'vi' | 'en';

const NOTES = `
Each finding names the check (docs/rules has a page for each), the elements and the evidence. A check that lacks facts
says which ones. Severities: error (blocks publishing), warning, advice. Exit code 1 when there is an error
that was not accepted. FILE of --accepted is a list of {file, check, elements?, reason, lookAgain}; that of --words holds
verbs, synonyms and stopWords of the agency.

Example: dossierflow check --lang en procedures/*.bpmn`;

export function register(program: Command): void {
  program.command('check <files...>')
    .description('what overlaps, makes no sense or cannot work in procedures')
    .option('--library', 'also compare the files with each other')
    .option('--on <date>', 'day on which frameworks are looked at, YYYY-MM-DD (default: today)')
    .option('--checks <ids>', 'only these checks, comma between: S1,T1')
    .option('--accepted <file>', 'findings that are accepted, with reason and date to look again')
    .option('--words <file>', 'words of labels beside those that come with the program (default: the file of DOSSIERFLOW_WORDS)')
    .option('--sarif <file>', 'also write the findings as SARIF 2.1.0')
    .option('--lang <language>', 'language of the messages: vi, en', 'vi')
    .option('--json', 'print the list of findings')
    .addHelpText('after', NOTES)
    .action(run);
}

async function run(files: string[], options: Options): Promise<void> {
  const { lang } = options;
  if (lang !== 'vi' && lang !== 'en') throw new BadInput(`--lang: "${lang}" is not vi or en`);
  const on = options.on ?? new Date().toISOString().slice(0, 10);
  if (!isDate(on)) throw new BadInput(`--on: "${on}" is not a date YYYY-MM-DD`);
  const { models, unread } = await readAll(files, lang);
  const checks = options.checks === undefined ? checkIds : readChecks(options.checks);
  const wordFile = options.words ?? (process.env.DOSSIERFLOW_WORDS || undefined);
  const words = wordFile === undefined ? undefined : readWordFile(wordFile);
  const accepted = options.accepted === undefined ? [] : readAcceptedFile(options.accepted);
  const checked = await check(models, { library: options.library === true, on, language: lang, checks: [...checks], ...(words && { words }) });
  const findings = markAccepted(byImportance([...unread, ...checked]), accepted, on);
  const unreadable = findings.filter((each) => each.check === 'READ');
  if (unreadable.length === files.length) throw new BadInput(whyUnread(unreadable[0] as TellingFinding));
  if (options.sarif !== undefined) writeTextFile(options.sarif, `${JSON.stringify(toSarif(findings, { lineOf: lineFinder() }), null, 2)}\n`);
  if (options.json) printJson(findings);
  else printFindings(findings, files.length, lang);
  process.exitCode = findings.some((each) => each.canTell && each.severity === 'error' && !each.accepted) ? EXIT.NO : EXIT.GOOD;
}

function readAcceptedFile(file: string): Accepted[] {
  const read = readAccepted(readJsonFile(file));
  if (!read.ok) throw new BadInput(`${file}: ${read.message}`);
  return read.accepted;
}
function readWordFile(file: string): WordList {
  const words = readWords(readJsonFile(file));
  if (typeof words === 'string') throw new BadInput(`${file}: ${words}`);
  return words;
}
/** Lines of elements, looked up by their id in the text of the file. */
function lineFinder(): (file: string, element: string) => number | undefined {
  const texts = new Map<string, string>();
  return (file, element) => {
    const text = texts.get(file) ?? readTextFile(file);
    texts.set(file, text);
    const at = text.indexOf(`id="${element}"`);
    return at < 0 ? undefined : text.slice(0, at).split('\n').length;
  };
}

function readChecks(text: string): string[] {
  const ids = text.split(',').map((id) => id.trim().toUpperCase());
  const unknown = ids.find((id) => !checkIds.includes(id));
  if (unknown !== undefined) throw new BadInput(`--checks: no check "${unknown}"; there are ${checkIds.join(', ')}`);
  return ids;
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

async function readAll(files: readonly string[], language: Language): Promise<{ models: Model[]; unread: Finding[] }> {
  const models: Model[] = [];
  const unread: Finding[] = [];
  for (const file of files) {
    try {
      models.push(await readModelOrDecisions(file));
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      unread.push(unreadableFile(file, error.message.replace(`${file}: `, ''), language));
    }
  }
  return { models, unread };
}

function whyUnread({ file, evidence }: TellingFinding): string {
  const place = [...(evidence['line'] === undefined ? [] : [`line ${String(evidence['line'])}`]), ...(evidence['element'] === undefined ? [] : [String(evidence['element'])])];
  return [file, ...place, String(evidence['reason'])].join(': ');
}
