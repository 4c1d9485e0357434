/** Logs made from a seed, so that figures of other tools on the same log can be kept as numbers. */
import { randomOf } from '../../engine/simulation/random.js';

const ACTIVITIES = ['Receive', 'Check', 'Appraise', 'Consult', 'Draft', 'Sign', 'Return', 'Supplement'];

export interface MadeEvent { case: string; activity: string; time: number; resource?: string; group?: string; transition?: string }

/** Every log has loops, equal times, missing resources, and cases that run through each other. With `lifecycle`, start and complete. */
export function makeLog(seed: number, cases: number, lifecycle = false): MadeEvent[] {
  const random = randomOf(seed);
  const below = (n: number): number => Math.floor(random.next() * n);
  const events: MadeEvent[] = [];
  for (let c = 0; c < cases; c += 1) {
    let time = Date.UTC(2025, 0, 6) + below(90 * 86_400) * 1000 + below(1000);
    for (let i = 0, n = 1 + below(11); i < n; i += 1) {
      const activity = random.next() < 0.3 ? ACTIVITIES[below(8)]! : ACTIVITIES[Math.min(i, 7)]!;
      const person = below(12);
      const who = random.next() < 0.92 ? { resource: `r${person}`, group: `g${person % 4}` } : {};
      const event = { case: `c${c}`, activity, ...who };
      if (lifecycle) events.push({ ...event, time, transition: 'start' });
      if (random.next() < 0.9) time += below(10_000) * 1000 + below(2) * 123;
      events.push({ ...event, time, ...(lifecycle && { transition: 'complete' }) });
      if (random.next() < 0.9) time += below(100_000) * 1000;
    }
  }
  return events.map((event, i) => ({ event, i })).sort((a, b) => a.event.time - b.event.time || a.i - b.i).map(({ event }) => event);
}

export function toCsv(events: readonly MadeEvent[]): string {
  const lifecycle = events.some(({ transition }) => transition !== undefined);
  const head = ['case:concept:name', 'concept:name', 'time:timestamp', 'org:resource', 'org:group', ...(lifecycle ? ['lifecycle:transition'] : [])];
  const rows = events.map((each) => [each.case, each.activity, new Date(each.time).toISOString(), each.resource ?? '', each.group ?? '', ...(lifecycle ? [each.transition ?? ''] : [])]);
  return [head, ...rows].map((row) => `${row.join(',')}\n`).join('');
}
