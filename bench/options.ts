/** Options of the benchmark, from the command line. */
import { parseArgs } from 'node:util';

export interface Options {
  /** Dossiers of one run with one clerk, and with many. */
  one: number; many: number;
  clerks: number;
  warmUp: number;
  /** Each round runs every contender once; figures are medians over the rounds. */
  rounds: number;
  /** Dossiers kept open to weigh the worker's memory; 0 leaves it out. */
  memory: number;
  /** Dossiers written for the lists; none leaves them out. */
  lists: number[];
  synchronous: 'FULL' | 'NORMAL';
  json: boolean;
  /** Only the calendar: due dates, ledgers, a correction; no server. */
  calendar: boolean;
  /** Only the checks of drawings; further folders of drawings are arguments. */
  checks: boolean; folders: string[];
  /** Only event logs: reading, figures, findings, alignments. */
  mining: boolean;
  /** Only a procedure as practised; only the overview and its lists. */
  practice: boolean; overview: boolean;
  /** Only this: so many dossiers received, and a calendar corrected under them. */
  correction: number;
  /** Write CPU profiles of both contenders beside the results. */
  profile: boolean;
  /** Nothing but one dossier that goes round a return loop so often. */
  turns: number;
}

export const USAGE = `npm run bench -- [options]
  --one N          dossiers of a run with one clerk (20)
  --many N         dossiers of a run with many clerks (120)
  --clerks N       how many (16)
  --warm-up N      dossiers taken before anything is measured, each click checked in the read model (80)
  --rounds N       runs of each contender; figures are medians (3)
  --memory N       dossiers kept open to weigh the worker's memory, 0 for none (300)
  --lists N,N      dossiers written for the timing of lists, e.g. 10000,100000 (none)
  --synchronous S  FULL or NORMAL, of the embedded Temporal (FULL)
  --calendar       only the calendar: due dates over ten years, ledgers, a correction of 10,000 dossiers
  --checks [DIR…]  only the checks: soundness of 1,500 generated drawings and those of the project and DIR, a large one, 1,000 procedures compared
  --mining         only event logs of 1,000 to 100,000 cases: reading, figures, findings; alignments with a discovered model
  --practice       only a procedure as practised over dossiers in the database (sizes of --lists, else 1,000 and 10,000): first computing and kept answer
  --overview       only the overview, late and at-risk lists over as many dossiers, and counting them into the figures
  --correction N   only this: N dossiers received, then a calendar corrected under them, told to each
  --json           print JSON instead of the table
  --turns N        only this: one dossier goes N times round a return loop, e.g. 5000
  --profile        write CPU profiles of the server and of the worker written by hand to data/bench/profile`;

/** Throws an error that says which option is wrong. */
export function readOptions(args: string[]): Options | 'help' {
  const { values, positionals } = parseArgs({
    args, allowPositionals: true, options: {
      one: { type: 'string', default: '20' }, many: { type: 'string', default: '120' }, clerks: { type: 'string', default: '16' },
      'warm-up': { type: 'string', default: '80' }, rounds: { type: 'string', default: '3' }, memory: { type: 'string', default: '300' }, lists: { type: 'string', default: '' }, turns: { type: 'string', default: '0' }, correction: { type: 'string', default: '0' },
      synchronous: { type: 'string', default: 'FULL' }, json: { type: 'boolean', default: false }, profile: { type: 'boolean', default: false }, calendar: { type: 'boolean', default: false }, checks: { type: 'boolean', default: false }, mining: { type: 'boolean', default: false }, practice: { type: 'boolean', default: false }, overview: { type: 'boolean', default: false }, help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  if (positionals.length > 0 && !values.checks) throw new Error(`"${positionals[0]}" is no option`);
  const { synchronous } = values;
  if (synchronous !== 'FULL' && synchronous !== 'NORMAL') throw new Error(`--synchronous must be FULL or NORMAL, not ${synchronous}`);
  return {
    one: count('one', values.one, 0), many: count('many', values.many, 0), clerks: count('clerks', values.clerks, 1), warmUp: count('warm-up', values['warm-up'], 0),
    rounds: count('rounds', values.rounds, 1), memory: count('memory', values.memory, 0), lists: values.lists.split(',').filter(Boolean).map((each) => count('lists', each, 1)).sort((a, b) => a - b),
    synchronous, turns: count('turns', values.turns, 0), correction: count('correction', values.correction, 0), json: values.json, calendar: values.calendar, checks: values.checks, mining: values.mining, practice: values.practice, overview: values.overview, folders: positionals, profile: values.profile,
  };
}

function count(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) throw new Error(`--${name} must be a whole number of at least ${least}, not "${text}"`);
  return value;
}
