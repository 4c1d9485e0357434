/** Work passed from one to another: hand-overs with their waiting, there and back again, and who works on the same cases. */
import { sumOf } from '../../statistics/series.js';
import type { EventLog } from '../log/types.js';
import { gatherPairs, type Pair } from './pairs.js';
import { inSeconds, type Summary, summaryOf } from './summary.js';

export interface Handovers {
  /** Events that follow each other, both with a name: hand-overs and those that stay. */
  pairs: number;
  handovers: number;
  sameResource: number;
  waitOnHandover: Summary;
  waitSameResource: Summary;
  top: { from: string; to: string; n: number; meanWait: number }[];
}
export interface PingPong {
  activities: { a: string; b: string; count: number }[];
  resources: { count: number; cases: number };
  /** The same of departments, when the log has `org:group`. */
  units?: { count: number; cases: number };
}
export interface WorkingTogether { pairs: number; top: { a: string; b: string; cases: number }[] }

const TOP = 50;

/** `column` and `names`: those of resources or of groups. */
export function handoversOf(used: EventLog, column: Int32Array, names: readonly string[]): Handovers {
  const pairs = gatherPairs(names.length, (visit) => {
    for (let c = 0; c < used.cases.length; c += 1) {
      for (let i = used.offsets[c]! + 1; i < used.offsets[c + 1]!; i += 1) {
        const from = column[i - 1]!;
        const to = column[i]!;
        if (from >= 0 && to >= 0) visit(from, to, used.time[i]! - used.time[i - 1]!);
      }
    }
  });
  const passed = pairs.filter(({ from, to }) => from !== to);
  const waits = summaryOf(together(passed));
  const stays = summaryOf(together(pairs.filter(({ from, to }) => from === to)));
  return {
    pairs: waits.n + stays.n, handovers: waits.n, sameResource: stays.n, waitOnHandover: waits, waitSameResource: stays,
    top: passed.sort((a, b) => b.values.length - a.values.length).slice(0, TOP)
      .map(({ from, to, values }) => ({ from: names[from]!, to: names[to]!, n: values.length, meanWait: inSeconds(sumOf(values) / values.length) })),
  };
}

function together(pairs: readonly Pair[]): Float64Array {
  const all = new Float64Array(pairs.reduce((sum, { values }) => sum + values.length, 0));
  let at = 0;
  for (const { values } of pairs) {
    all.set(values, at);
    at += values.length;
  }
  return all;
}

/** A, B, A: of activities as they follow each other; of resources after runs of the same one are taken as one. */
export function pingPongOf(used: EventLog): PingPong {
  const triples = gatherPairs(used.activities.length, (visit) => {
    for (let c = 0; c < used.cases.length; c += 1) {
      for (let i = used.offsets[c]! + 2; i < used.offsets[c + 1]!; i += 1) {
        const a = used.activity[i - 2]!;
        const b = used.activity[i - 1]!;
        if (a === used.activity[i] && a !== b) visit(a, b, 0);
      }
    }
  });
  return {
    activities: triples.map(({ from, to, values }) => ({ a: used.activities[from]!, b: used.activities[to]!, count: values.length })).sort((x, y) => y.count - x.count),
    resources: columnPingPong(used, used.resource), ...(used.groups.length > 0 && { units: columnPingPong(used, used.group) }),
  };
}

/** Events without a name say nothing about who had the case and are passed over. */
function columnPingPong(used: EventLog, column: Int32Array): PingPong['resources'] {
  let count = 0;
  let cases = 0;
  for (let c = 0; c < used.cases.length; c += 1) {
    let [before, last] = [-1, -1];
    const found = count;
    for (let i = used.offsets[c]!; i < used.offsets[c + 1]!; i += 1) {
      const now = column[i]!;
      if (now < 0 || now === last) continue;
      if (now === before) count += 1;
      [before, last] = [last, now];
    }
    if (count > found) cases += 1;
  }
  return { count, cases };
}

/** Unordered pairs of resources that appear in the same case, most cases first. */
export function workingTogether(used: EventLog): WorkingTogether {
  const width = used.resources.length;
  const counts = new Map<number, number>();
  for (let c = 0; c < used.cases.length; c += 1) {
    const present = [...new Set(used.resource.subarray(used.offsets[c], used.offsets[c + 1]))].filter((index) => index >= 0).sort((a, b) => a - b);
    for (let i = 0; i < present.length; i += 1) {
      for (let j = i + 1; j < present.length; j += 1) {
        const key = present[i]! * width + present[j]!;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  const top = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, TOP);
  return { pairs: counts.size, top: top.map(([key, cases]) => ({ a: used.resources[Math.floor(key / width)]!, b: used.resources[key % width]!, cases })) };
}
