/** The department that does an activity: the one by which it was completed most often in the log. */
import { controlFlow } from '../log/select.js';
import { plainLabel } from '../conform/from-graph.js';
import type { EventLog } from '../log/types.js';

/** By the name of the activity, as a discovered tree has it; of equally frequent ones the first in the log. Activities without any are left out. */
export function departmentsOf(log: EventLog): Map<string, string> {
  const { activities, groups, activity, group } = controlFlow(log);
  const counts = new Map<string, Map<number, number>>();
  for (let i = 0; i < activity.length; i += 1) {
    const of = group[i]!;
    if (of < 0) continue;
    const name = plainLabel(activities[activity[i]!]!);
    const each = counts.get(name) ?? new Map<number, number>();
    each.set(of, (each.get(of) ?? 0) + 1);
    counts.set(name, each);
  }
  return new Map([...counts].map(([name, each]) => [name, groups[[...each].reduce((most, next) => (next[1] > most[1] ? next : most))[0]]!]));
}
