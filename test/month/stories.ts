/** What will happen in the month, decided beforehand: which dossiers come when, and what is done to each, by whom. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { WorkCalendar } from '../../engine/calendar/compile.js';
import { instantAtOpenTime, openTimeBefore } from '../../engine/calendar/open-time.js';
import { addDuration } from '../../engine/interpreter/timers.js';
import type { Data, Instant } from '../../engine/graph/types.js';
import { readScript } from '../../engine/session/script.js';
import { applicant } from '../../scripts/seed/people.js';
import type { Random } from '../../scripts/seed/random.js';
import type { Applicant } from '../../models/schemas/dossier.js';
import { branches, folder } from '../procedures/files.js';

/** What no diagram draws; `then` names what ends it. */
export type Beside = 'supplement' | 'stop' | 'payment' | 'extension' | 'opinion' | 'handOver' | 'withdrawal';
export type Act =
  | { kind: 'complete'; element: string; data: Data; by: string }
  | { kind: 'wait'; for: number }
  | { kind: 'beside'; beside: Beside };
export interface Story { no: number; procedureId: string; branch: string; at: Instant; channel: 'desk' | 'online' | 'post'; applicant: Applicant; data: Data; acts: Act[]; inBrowser: boolean }

const BESIDE: readonly Beside[] = ['supplement', 'stop', 'payment', 'extension', 'opinion', 'handOver', 'withdrawal'];
/** Ordinary runs, by how often citizens ask for them; any other counts 1. */
const OFTEN: Readonly<Record<string, number>> = { P01: 5, P03: 3, P06: 2, P07: 4, P08: 3, P11: 3, P12: 3 };

interface Script { procedureId: string; branch: string; data: Data; acts: Act[] }

/** Every branch of every procedure that somebody begins at a desk, once each as far as `count` goes; the rest are ordinary runs. */
export function storiesOf(count: number, from: Instant, days: number, calendar: WorkCalendar, random: Random): Story[] {
  const scripts = allScripts();
  const ordinary = scripts.filter((each) => each.branch === 'ordinary');
  const others = scripts.filter((each) => each.branch !== 'ordinary');
  const step = Math.max(1, others.length / Math.max(1, Math.round(count * 0.5)));
  const chosen = [...ordinary, ...Array.from({ length: Math.floor(others.length / step) }, (_, index) => others[Math.floor(index * step)]!)].slice(0, count);
  while (chosen.length < count) chosen.push(random.weighted(ordinary, ordinary.map(({ procedureId }) => OFTEN[procedureId.slice(0, 3)] ?? 1)));
  const begin = openTimeBefore(calendar, from);
  const span = openTimeBefore(calendar, from + days * 86_400_000) - begin;
  return chosen.map((script, index): Story => {
    const repeated = index >= ordinary.length && script.branch === 'ordinary';
    return {
      ...script, no: index, at: instantAtOpenTime(calendar, begin + Math.round(random.next() * span)), channel: random.weighted(['desk', 'online', 'post'] as const, [7, 2, 1]), applicant: applicant(random),
      acts: repeated ? withBeside(script.acts, BESIDE[index % (BESIDE.length + 2)]) : script.acts, inBrowser: index % 3 === 0,
    };
  });
}

/** After the step at the desk. */
function withBeside(acts: readonly Act[], beside: Beside | undefined): Act[] {
  return beside ? [...acts.slice(0, 1), { kind: 'beside', beside }, ...acts.slice(1)] : [...acts];
}

function allScripts(): Script[] {
  const ordinary = readdirSync(folder).filter((file) => file.endsWith('.play.json') && !file.includes('-published')).sort().map((file) => join(folder, file));
  const others = readdirSync(branches).filter((file) => !file.includes('-published')).sort().map((file) => join(branches, file));
  return [...ordinary, ...others].flatMap((path) => {
    const [procedureId, branch] = basename(path, '.play.json').split('.') as [string, string?];
    const read = readScript(JSON.parse(readFileSync(path, 'utf8')));
    if (!read.ok) throw new Error(`${path}: ${read.message}`);
    const start = read.entries.find((entry) => entry.kind === 'start');
    // What begins or goes on with a message of another dossier is played in test/server/messages.
    if (!start || read.entries.some((entry) => entry.kind === 'message')) return [];
    const people = new Set([...readFileSync(join(folder, `${procedureId}.bpmn`), 'utf8').matchAll(/<bpmn:(?:userTask|manualTask) id="([^"]+)"/g)].map(([, id]) => id));
    const acts = read.entries.flatMap((entry): Act[] => {
      // Outside systems answer for themselves.
      if (entry.kind === 'complete' && !people.has(entry.element)) return [];
      if (entry.kind === 'complete') return [{ kind: 'complete', element: entry.element, data: entry.data, by: entry.by ?? '' }];
      return entry.kind === 'advance' ? [{ kind: 'wait', for: addDuration(0, entry.by)! }] : [];
    });
    return [{ procedureId, branch: branch ?? 'ordinary', data: start.data, acts }];
  });
}
