/** How long a large log takes: read, figures, findings; and alignments of a log against what was discovered from it. No server. */
import { loadavg } from 'node:os';
import { vnOffice } from '../engine/calendar/vn-office.js';
import { readBpmn } from '../engine/bpmn/read.js';
import { checkLog } from '../engine/log-checks/check-log.js';
import { conform } from '../engine/mining/conform/conform.js';
import { discover } from '../engine/mining/discover/discover.js';
import type { ProcessTree } from '../engine/mining/discover/tree.js';
import { directlyFollows } from '../engine/mining/figures/directly-follows.js';
import { handoversOf } from '../engine/mining/figures/handovers.js';
import { reworkOf } from '../engine/mining/figures/rework.js';
import { variantsOf } from '../engine/mining/figures/variants.js';
import { controlFlow } from '../engine/mining/log/select.js';
import type { EventLog } from '../engine/mining/log/types.js';
import { mine } from '../engine/mining/mine.js';
import { CsvReader } from '../engine/mining/read/csv.js';
import { readLog } from '../engine/mining/read/read.js';
import { treeToBpmn } from '../engine/mining/write/bpmn.js';
import { Random } from '../scripts/seed/random.js';

const SIZES = [1_000, 10_000, 100_000];
const TURNS = 3;
const ALIGNED = { cases: 1_400, variants: 120, activities: 27 };

interface SizeResult { cases: number; events: number; csvMb: number; readS: number; seconds: Record<string, number>; rssMb: number }
export interface MiningResult { load: number[]; sizes: SizeResult[]; alignments: { cases: number; variants: number; activities: number; discoverS: number; conformS: number; fitting: number } }

export async function timeMining(): Promise<MiningResult> {
  const load = loadavg();
  const sizes = SIZES.map((cases) => {
    const result = sized(cases);
    process.stderr.write(`${JSON.stringify(result)}\n`);
    return result;
  });
  return { load, sizes, alignments: await aligned() };
}

/** The fastest of three, since others may use the machine. */
function seconds(work: () => unknown, turns = TURNS): number {
  let best = Infinity;
  for (let turn = 0; turn < turns; turn += 1) {
    const since = performance.now();
    work();
    best = Math.min(best, performance.now() - since);
  }
  return best / 1000;
}

function sized(cases: number): SizeResult {
  const { pieces, events, bytes } = csvOf(cases);
  let log: EventLog | undefined;
  const readS = seconds(() => {
    log = undefined;
    const reader = new CsvReader();
    for (const piece of pieces) reader.push(piece);
    log = reader.end();
  }, 1);
  const used = controlFlow(log!);
  const turns = cases > 10_000 ? 1 : TURNS;
  return {
    cases, events, csvMb: bytes / 1e6, readS,
    seconds: {
      directlyFollows: seconds(() => directlyFollows(used)), variants: seconds(() => variantsOf(used)), rework: seconds(() => reworkOf(used)),
      handovers: seconds(() => handoversOf(used, used.resource, used.resources)), mine: seconds(() => mine(log!), turns),
      mineOfficeHours: seconds(() => mine(log!, { calendar: vnOffice() }), turns), findings: seconds(() => checkLog(log!), turns),
    },
    rssMb: process.memoryUsage().rss / 1e6,
  };
}

/** Six events for a case on average, of fourteen steps and forty people, over two years. */
function csvOf(cases: number): { pieces: string[]; events: number; bytes: number } {
  const random = new Random(2026);
  const pieces = ['case,activity,time,resource,group\n'];
  let [events, bytes, rows] = [0, 0, ''];
  for (let c = 0; c < cases; c += 1) {
    let time = Date.UTC(2025, 0, 6) + random.between(0, 600) * 86_400_000;
    for (let i = 0, n = 3 + Math.floor(random.next() * 7); i < n; i += 1, events += 1) {
      const step = random.chance(0.85) ? i : Math.floor(random.next() * 14);
      const person = Math.floor(random.next() * 40);
      rows += `dossier-${c},step ${step},${new Date(time).toISOString()},person ${person},unit ${person % 8}\n`;
      time += random.lognormal(8, 1) * 3_600_000;
    }
    if (rows.length > 1 << 18 || c === cases - 1) {
      pieces.push(rows);
      bytes += rows.length;
      rows = '';
    }
  }
  return { pieces, events, bytes };
}

/** A log of a block-structured procedure of 27 steps with some noise, aligned with what is discovered from its most frequent ways. */
async function aligned(): Promise<MiningResult['alignments']> {
  const random = new Random(27);
  const known = new Map<string, string[]>();
  while (known.size < ALIGNED.variants) {
    const trace = noisy(play(TREE, random), random);
    known.set(trace.join('>'), trace);
  }
  const variants = [...known.values()];
  const traces = Array.from({ length: ALIGNED.cases }, (_, i) => (i < variants.length ? variants[i]! : random.weighted(variants, variants.map((_each, k) => 1 / (k + 1)))));
  const log = readLog(['case,activity,time', ...traces.flatMap((trace, c) => trace.map((name, i) => `${c},${name},${new Date(Date.UTC(2026, 0, 5) + i * 60_000).toISOString()}`))].join('\n'));
  const since = performance.now();
  const tree = discover(log, { noise: 0.2 });
  const found = performance.now();
  const result = conform(await readBpmn(treeToBpmn(tree, 'discovered')), log);
  return { cases: log.cases.length, variants: variantsOf(log).length, activities: log.activities.length, discoverS: (found - since) / 1000, conformS: (performance.now() - found) / 1000, fitting: result.alignment.fittingCases };
}

const step = (n: number): ProcessTree => ({ kind: 'activity', name: `step ${n}` });
const steps = (from: number, to: number): ProcessTree[] => Array.from({ length: to - from + 1 }, (_, i) => step(from + i));
const TREE: ProcessTree = {
  kind: 'sequence', children: [
    ...steps(1, 3), { kind: 'loop', children: [{ kind: 'sequence', children: steps(4, 6) }, step(7)] },
    { kind: 'parallel', children: [{ kind: 'sequence', children: steps(8, 10) }, { kind: 'exclusive', children: steps(11, 13) }, { kind: 'sequence', children: [step(14), { kind: 'exclusive', children: [step(15), { kind: 'silent' }] }] }] },
    { kind: 'exclusive', children: [{ kind: 'sequence', children: steps(16, 19) }, { kind: 'sequence', children: steps(20, 21) }] }, { kind: 'parallel', children: steps(22, 23) }, ...steps(24, 27),
  ],
};
function play(tree: ProcessTree, random: Random): string[] {
  switch (tree.kind) {
    case 'silent': return [];
    case 'activity': return [tree.name];
    case 'sequence': return tree.children.flatMap((child) => play(child, random));
    case 'exclusive': return play(random.pick(tree.children), random);
    case 'loop': return [...play(tree.children[0]!, random), ...(random.chance(0.3) ? [...play(tree.children[1]!, random), ...play(tree, random)] : [])];
    case 'parallel': {
      const lists = tree.children.map((child) => play(child, random));
      const events: string[] = [];
      for (let left = lists.filter((list) => list.length > 0); left.length > 0; left = left.filter((list) => list.length > 0)) events.push(random.pick(left).shift()!);
      return events;
    }
  }
}
/** One in three has an event too many, too few, or in another place. */
function noisy(trace: string[], random: Random): string[] {
  if (!random.chance(0.33)) return trace;
  const at = Math.floor(random.next() * trace.length);
  const without = trace.filter((_name, i) => i !== at);
  if (random.chance(0.5)) return without;
  const to = Math.floor(random.next() * trace.length);
  return [...without.slice(0, to), trace[at]!, ...without.slice(to)];
}
