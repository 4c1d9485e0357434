/** `mine --findings`: what the checks find in an event log. */
import { CalendarError } from '../engine/calendar/types.js';
import { checkLog, logCheckIds } from '../engine/log-checks/check-log.js';
import { loadCalendar, readInstant } from './calendar.js';
import { BadInput, EXIT, printJson } from './io.js';
import { type LogFileOptions, readLogFile } from './log-file.js';
import { readModel } from './model.js';
import { printFindings } from './print-findings.js';

export interface FindingsOptions extends LogFileOptions {
  from?: number | undefined; to?: number | undefined;
  calendar?: string; model?: string; version?: string; checks?: string; asOf?: string; effective?: string; lang: string; json?: boolean;
}

export async function printLogFindings(file: string, options: FindingsOptions): Promise<void> {
  const { lang, from, to, version } = options;
  if (lang !== 'vi' && lang !== 'en') throw new BadInput(`--lang: "${lang}" is not vi or en`);
  const checks = options.checks === undefined ? undefined : idsOf(options.checks);
  const asOf = options.asOf === undefined ? undefined : readInstant(options.asOf, '--as-of');
  const effectiveFrom = options.effective === undefined ? undefined : daysOf(options.effective);
  const model = options.model === undefined ? undefined : await readModel(options.model);
  if (model?.processes.every(({ order }) => order.length === 0)) throw new BadInput(`${options.model}: there is no process in it`);
  const log = await readLogFile(file, options, true);
  try {
    const findings = checkLog(log, {
      file, language: lang, calendar: loadCalendar(options.calendar), ...(from !== undefined && { from }), ...(to !== undefined && { to }), ...(version !== undefined && { version }),
      ...(checks && { checks }), ...(asOf !== undefined && { asOf }), ...(effectiveFrom && { effectiveFrom }), ...(model && { model }),
    });
    if (options.json) printJson(findings);
    else printFindings(findings, 1, lang);
    process.exitCode = findings.some((each) => each.canTell && each.severity === 'error') ? EXIT.NO : EXIT.GOOD;
  } catch (error) {
    if (error instanceof CalendarError) throw new BadInput(`${file}: ${error.message}`);
    throw error;
  }
}

function idsOf(text: string): string[] {
  const ids = text.split(',').map((id) => id.trim().toUpperCase());
  const unknown = ids.find((id) => !logCheckIds.includes(id));
  if (unknown !== undefined) throw new BadInput(`--checks: no check "${unknown}" of a log; there are ${logCheckIds.join(', ')}`);
  return ids;
}

function daysOf(text: string): Record<string, number> {
  return Object.fromEntries(text.split(',').map((part) => {
    const [name = '', day = ''] = part.split('=').map((each) => each.trim());
    const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00+07:00`) : Number.NaN;
    if (name === '' || Number.isNaN(time)) throw new BadInput(`--effective: "${part}" is not VERSION=YYYY-MM-DD`);
    return [name, time];
  }));
}
