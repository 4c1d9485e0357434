/** `mine`: the figures of an event log. */
import type { Command } from 'commander';
import { CalendarError } from '../engine/calendar/types.js';
import { mine, type Mined, type MineOptions } from '../engine/mining/mine.js';
import { type EventLog, LogError } from '../engine/mining/log/types.js';
import { loadCalendar, readInstant } from './calendar.js';
import { BadInput, printJson, printTable } from './io.js';
import { type LogFileOptions, readLogFile, withLogOptions } from './log-file.js';
import { printLogFindings } from './log-findings.js';

interface Options extends LogFileOptions { from?: string; to?: string; by?: string; calendar?: string; officeHours?: boolean; json?: boolean; findings?: boolean; model?: string; version?: string; checks?: string; asOf?: string; effective?: string; lang: string }

const NOTES = `
LOG is XES, CSV or OCEL, also packed with gzip. Times are in seconds, percentiles of type 7, deviations of the sample. With start
and complete events, control flow and hand-overs are counted on complete events. docs/mining.md explains every field.
--findings: what the checks of docs/rules find in the log, most important first, each with the dossiers behind it; exit code 1
when one is an error.

Example: dossierflow mine log.xes.gz --json
         dossierflow mine log.csv --findings --model procedure.bpmn --lang en`;

export function register(program: Command): void {
  withLogOptions(program.command('mine <log>')
    .description('figures of an event log: variants, times, rework, hand-overs, bottlenecks')
    .option('--from <instant>', 'only cases that began at this instant or later (with an offset)')
    .option('--to <instant>', 'only cases that began before this instant (with an offset)'))
    .option('--by <what>', 'also the figures of each part: department, day, week, month, or an attribute of the cases such as version or channel')
    .option('--office-hours', 'also times between events in office hours (of Viet Nam, or of --calendar)')
    .option('--calendar <file>', 'calendar file for --office-hours')
    .option('--findings', 'print findings in place of figures')
    .option('--model <file>', 'with --findings: the drawing, for limits, lanes and kinds of steps')
    .option('--version <v>', 'with --findings: only this version of the procedure (the drawing is of this version, else of the newest)')
    .option('--checks <ids>', 'with --findings: only these checks, comma between: L1,L16')
    .option('--as-of <instant>', 'with --findings: where open dossiers are looked at from (default: the last event)')
    .option('--effective <days>', 'with --findings: from when versions hold, VERSION=YYYY-MM-DD with commas between')
    .option('--lang <language>', 'with --findings: vi, en', 'vi')
    .option('--json', 'print all figures, or the list of findings')
    .addHelpText('after', NOTES)
    .action(run);
}

async function run(file: string, options: Options): Promise<void> {
  const from = options.from === undefined ? undefined : readInstant(options.from, '--from');
  const to = options.to === undefined ? undefined : readInstant(options.to, '--to');
  if (from !== undefined && to !== undefined && to <= from) throw new BadInput('--to: is not after --from');
  if (options.findings) return printLogFindings(file, { ...options, from, to });
  const calendar = options.officeHours || options.calendar !== undefined ? loadCalendar(options.calendar) : undefined;
  const mined = figures(file, await readLogFile(file, options, options.by !== undefined), { from, to, ...(calendar && { calendar }), ...(options.by !== undefined && { by: options.by }) });
  if (options.json) printJson(mined);
  else print(mined);
}

function figures(file: string, log: EventLog, options: MineOptions): Mined {
  try {
    return mine(log, options);
  } catch (error) {
    if (error instanceof LogError || error instanceof CalendarError) throw new BadInput(`${file}: ${error.message}`);
    throw error;
  }
}

const SHOWN = 10;

function print(mined: Mined): void {
  const { counts, caseDuration, variants, rework, handovers } = mined;
  const lines = [
    `${counts.cases} cases, ${counts.events} events (${counts.eventsUsed} used), ${counts.activities} activities, ${counts.resources} resources`,
    `from ${counts.first ?? '-'} to ${counts.last ?? '-'}`,
    `case duration: mean ${time(caseDuration.mean)}, median ${time(caseDuration.median)}, 9 in 10 within ${time(caseDuration.p90)}`,
    `${variants.count} variants, ${variants.singletons} of a single case`,
    `rework in ${percent(rework.share)} of cases, ${rework.extraExecutions} executions more than the first`,
    `${handovers.handovers} hand-overs, median wait ${time(handovers.waitOnHandover.median)}`,
    ...mined.quality.map((issue) => `note: ${issue.events ?? issue.cases ?? ''} ${issue.message}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n\nWhere time goes, from one event to the next:\n`);
  printTable(['from', 'to', 'times', 'mean', 'median', 'share'],
    mined.bottlenecks.byTotalTime.slice(0, SHOWN).map((each) => [each.from, each.to, String(each.n), time(each.mean), time(each.median), percent(each.share)]));
  if (!mined.split) return;
  process.stdout.write(`\nBy ${mined.split.by}:\n`);
  printTable(['', 'cases', 'median', '9 in 10', 'rework', 'hand-overs'], mined.split.parts.map((part) => [
    part.value, String(part.cases), time(part.caseDuration.median), time(part.caseDuration.p90), percent(part.reworkShare), String(part.handovers),
  ]));
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function time(seconds: number | null): string {
  if (seconds === null) return '-';
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  if (seconds < 3600) return `${(seconds / 60).toFixed(1)} min`;
  return seconds < 172_800 ? `${(seconds / 3600).toFixed(1)} h` : `${(seconds / 86_400).toFixed(1)} d`;
}
