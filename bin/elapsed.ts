/** `elapsed`: working time between two instants. */
import type { Command } from 'commander';
import { MINUTE } from '../engine/calendar/instants.js';
import { workingTime } from '../engine/calendar/open-time.js';
import { ask, CALENDAR_OPTION, loadCalendar, readInstant } from './calendar.js';
import { printJson } from './io.js';

interface Options { from: string; to: string; calendar?: string; json?: boolean }

export function register(program: Command): void {
  program.command('elapsed')
    .description('working time between two instants')
    .requiredOption('--from <instant>', 'beginning, with an offset: 2026-02-13T16:00:00+07:00')
    .requiredOption('--to <instant>', 'end, with an offset')
    .option(...CALENDAR_OPTION)
    .option('--json', 'print {workingMinutes}')
    .action(elapsed);
}

function elapsed(options: Options): void {
  const calendar = loadCalendar(options.calendar);
  const from = readInstant(options.from, '--from');
  const to = readInstant(options.to, '--to');
  const workingMinutes = ask('--from, --to', () => workingTime(calendar, from, to)) / MINUTE;
  if (options.json) return printJson({ workingMinutes });
  const whole = Math.floor(workingMinutes);
  process.stdout.write(`${Math.floor(whole / 60)} h ${whole % 60} min of working time (${workingMinutes} minutes)\n`);
}
