/** `mine`: the figures of an event log. */
import type { Command } from 'commander';
import { mine, type Mined } from '../engine/mining/mine.js';
import { readInstant } from './calendar.js';
import { BadInput, printJson, printTable } from './io.js';
import { type LogFileOptions, readLogFile, withLogOptions } from './log-file.js';

interface Options extends LogFileOptions { from?: string; to?: string; json?: boolean }

const NOTES = `
LOG is XES or CSV, also packed with gzip. Times are in seconds, percentiles of type 7, deviations of the sample. With start
and complete events, control flow and hand-overs are counted on complete events. docs/mining.md explains every field.

Example: dossierflow mine log.xes.gz --json`;

export function register(program: Command): void {
  withLogOptions(program.command('mine <log>')
    .description('figures of an event log: variants, times, rework, hand-overs, bottlenecks')
    .option('--from <instant>', 'only cases that began at this instant or later (with an offset)')
    .option('--to <instant>', 'only cases that began before this instant (with an offset)'))
    .option('--json', 'print all figures')
    .addHelpText('after', NOTES)
    .action(run);
}

async function run(file: string, options: Options): Promise<void> {
  const from = options.from === undefined ? undefined : readInstant(options.from, '--from');
  const to = options.to === undefined ? undefined : readInstant(options.to, '--to');
  if (from !== undefined && to !== undefined && to <= from) throw new BadInput('--to: is not after --from');
  const mined = mine(await readLogFile(file, options), { from, to });
  if (options.json) printJson(mined);
  else print(mined);
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
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function time(seconds: number | null): string {
  if (seconds === null) return '-';
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  if (seconds < 3600) return `${(seconds / 60).toFixed(1)} min`;
  return seconds < 172_800 ? `${(seconds / 3600).toFixed(1)} h` : `${(seconds / 86_400).toFixed(1)} d`;
}
