/** `due`: when a limit ends, and the ledger that explains it. */
import type { Command } from 'commander';
import type { WorkCalendar } from '../engine/calendar/compile.js';
import { formatInstant, parseTimeOfDay } from '../engine/calendar/instants.js';
import { ledger } from '../engine/calendar/ledger.js';
import { parseAllowance, parsePause } from '../engine/calendar/requests.js';
import type { CountingRule, Ledger, LedgerSpan } from '../engine/calendar/types.js';
import { explain } from '../engine/calendar/why.js';
import { ask, CALENDAR_OPTION, loadCalendar, readInstant } from './calendar.js';
import { BadInput, printJson, printTable, readJsonFile } from './io.js';

interface Options {
  for?: string; from?: string; calendar?: string; counting?: string; cutOff?: string; afterStop?: string; outsideHours?: string; pause: string[];
  batch?: string; lang: string; json?: boolean;
}
/** One question, as text; the same fields in a batch file. */
interface Request { for: string; from: string; counting?: string; cutOff?: string; afterStop?: string; outsideHours?: string; pauses: readonly string[] }
/** How the fields are called where the question stands, for errors. */
type Names = Record<keyof Request, string>;

const OPTION_NAMES: Names = { for: '--for', from: '--from', counting: '--counting', cutOff: '--cut-off', afterStop: '--after-stop', outsideHours: '--outside-hours', pauses: '--pause' };
const BATCH_NAMES: Names = { for: 'for', from: 'from', counting: 'counting', cutOff: 'cutOff', afterStop: 'afterStop', outsideHours: 'outsideHours', pauses: 'pauses' };
const AFTER_STOP = ['continues', 'restarts'] as const;
const OUTSIDE_HOURS = ['asReceived', 'nextOpening'] as const;
const RULES = ['hourExact', 'dayCount', 'sameDay', 'calendarDays'] as const;

const NOTES = `
Counting rules:
  hourExact     working time to the minute (default for workingHours)
  dayCount      the day of receipt is not counted; closing time of the n-th working day (default for workingDays)
  calendarDays  every day counts except the day of receipt; a last day off moves to the next working day (default for days)
  sameDay       received before the cut-off (default 15:00): closing that day, otherwise of the next working day

A batch file is a list of {id, for, from, counting?, cutOff?, pauses?: ["FROM/TO"], afterStop?, outsideHours?}; --counting,
--cut-off, --after-stop and --outside-hours are used where a request names none. Each answer is {id, due, ledger}, or {id, error} for a request that makes no sense.

Example: dossierflow due --for "2 workingDays" --from 2026-02-13T16:00:00+07:00`;

export function register(program: Command): void {
  program.command('due')
    .description('when a time limit ends, and why')
    .option('--for <limit>', 'the limit: "8 workingHours", "0.25 workingDays", "15 days"')
    .option('--from <instant>', 'receipt, with an offset: 2026-02-13T16:00:00+07:00')
    .option(...CALENDAR_OPTION)
    .option('--counting <rule>', `${RULES.join(', ')} (default by the unit)`)
    .option('--cut-off <time>', 'latest time of receipt under sameDay, HH:MM')
    .option('--pause <from/to>', 'the clock stands still; may be given several times', (value: string, all: string[]) => [...all, value], [])
    .option('--after-stop <rule>', `${AFTER_STOP.join(', ')}: whether the limit goes on or begins anew after a pause (default ${AFTER_STOP[0]})`)
    .option('--outside-hours <rule>', `${OUTSIDE_HOURS.join(', ')}: how a receipt in closed time holds (default ${OUTSIDE_HOURS[0]})`)
    .option('--batch <file>', 'JSON file with a list of requests, instead of --for, --from and --pause')
    .option('--lang <language>', 'language of the reasons: en, vi', 'en')
    .option('--json', 'print {due, ledger: [{from, to, counted, why}]}')
    .addHelpText('after', NOTES)
    .action(due);
}

function due(options: Options): void {
  if (options.lang !== 'en' && options.lang !== 'vi') throw new BadInput(`--lang: "${options.lang}" is not en or vi`);
  if (options.batch !== undefined) return batch(options, options.batch);
  const { for: limit, from } = options;
  if (limit === undefined || from === undefined) throw new BadInput(`${limit === undefined ? '--for' : '--from'} is missing`);
  const calendar = loadCalendar(options.calendar);
  const answer = answerTo(calendar, { ...options, for: limit, from, pauses: options.pause }, OPTION_NAMES);
  const shown = written(calendar, answer, options.lang);
  if (options.json) return printJson(shown);
  process.stdout.write(`due ${shown.due}\n\n`);
  printTable(['from', 'to', 'counted', 'why'], shown.ledger.map((span) => [span.from, span.to, span.counted ? 'yes' : 'no', span.why]));
}

function batch(options: Options, file: string): void {
  for (const [name, value] of [['--for', options.for], ['--from', options.from], ['--pause', options.pause[0]]] as const) {
    if (value !== undefined) throw new BadInput(`${name} cannot be used with --batch; write it into ${file}`);
  }
  if (options.counting !== undefined) readRule(options.counting, OPTION_NAMES.counting);
  const calendar = loadCalendar(options.calendar);
  const requests = readJsonFile(file);
  if (!Array.isArray(requests)) throw new BadInput(`${file}: is not a list of requests`);
  const answers = requests.map((item: unknown, i) => batchAnswer(calendar, item, i, options));
  if (options.json) return printJson(answers);
  printTable(['id', 'due'], answers.map((answer) => [String(answer.id), 'due' in answer ? answer.due : `error: ${answer.error}`]));
}

function batchAnswer(calendar: WorkCalendar, item: unknown, index: number, options: Options) {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : null;
  try {
    const request = readRequest(item, index, options);
    return { id, ...written(calendar, answerTo(calendar, request, BATCH_NAMES), options.lang) };
  } catch (error) {
    if (error instanceof BadInput) return { id, error: error.message };
    throw error;
  }
}

function readRequest(item: unknown, index: number, options: Options): Request {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) throw new BadInput(`request ${index + 1} is not an object`);
  const fields = item as Record<string, unknown>;
  const text = (name: string, otherwise?: string): string | undefined => {
    const value = fields[name] ?? otherwise;
    if (value !== undefined && typeof value !== 'string') throw new BadInput(`${name}: is not text`);
    return value;
  };
  const needed = (name: string): string => {
    const value = text(name);
    if (value === undefined) throw new BadInput(`${name}: is missing`);
    return value;
  };
  const pauses = fields['pauses'] ?? [];
  if (!Array.isArray(pauses) || !pauses.every((pause) => typeof pause === 'string')) throw new BadInput('pauses: is not a list of "FROM/TO"');
  return { for: needed('for'), from: needed('from'), counting: text('counting', options.counting), cutOff: text('cutOff', options.cutOff), afterStop: text('afterStop', options.afterStop), outsideHours: text('outsideHours', options.outsideHours), pauses };
}

function answerTo(calendar: WorkCalendar, request: Request, names: Names): Ledger {
  const allowance = ask(names.for, () => parseAllowance(request.for));
  const from = readInstant(request.from, names.from);
  const counting = request.counting === undefined ? undefined : readRule(request.counting, names.counting);
  if (request.cutOff !== undefined && parseTimeOfDay(request.cutOff) === undefined) throw new BadInput(`${names.cutOff}: "${request.cutOff}" is not a time of day such as 15:00`);
  const pauses = request.pauses.map((pause) => ask(names.pauses, () => parsePause(pause)));
  const afterStop = request.afterStop === undefined ? undefined : oneOf(AFTER_STOP, request.afterStop, names.afterStop);
  const outsideHours = request.outsideHours === undefined ? undefined : oneOf(OUTSIDE_HOURS, request.outsideHours, names.outsideHours);
  return ask('', () => ledger(calendar, from, allowance, { counting, cutOff: request.cutOff, pauses, afterStop, outsideHours }));
}

function readRule(text: string, name: string): CountingRule {
  return oneOf(RULES, text, name);
}

function oneOf<T extends string>(known: readonly T[], text: string, name: string): T {
  const found = known.find((each) => each === text);
  if (!found) throw new BadInput(`${name}: "${text}" is not one of ${known.join(', ')}`);
  return found;
}

function written(calendar: WorkCalendar, answer: Ledger, language: string) {
  const { zone } = calendar.data;
  const line = (span: LedgerSpan) => (
    { from: formatInstant(zone, span.from), to: formatInstant(zone, span.to), counted: span.counted, why: explain(span, language === 'vi' ? 'vi' : 'en') }
  );
  return { due: formatInstant(zone, answer.due), ledger: answer.ledger.map(line) };
}
