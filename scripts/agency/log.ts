/** What a played agency leaves, as an event log. */
import type { AgencyEvent } from '../../engine/simulation/agency/types.js';
import { LogBuilder } from '../../engine/mining/log/builder.js';
import type { Attribute, EventLog } from '../../engine/mining/log/types.js';

const attribute = (key: string, value: string | undefined, type: Attribute['type'] = 'string'): Attribute[] => (value === undefined || value === '' ? [] : [{ key, type, value }]);

export function agencyLog(events: readonly AgencyEvent[], procedure: string): EventLog {
  const builder = new LogBuilder(true);
  const seen = new Set<string>();
  for (const { dossier, activity, element, time, transition, person, unit, reason, version, channel, due } of events) {
    builder.add({ case: dossier, activity, time: Math.round(time) * 1000, resource: person, group: unit, transition, extra: [...attribute('element', element), ...attribute('reason', reason)] });
    if (seen.has(dossier)) continue;
    seen.add(dossier);
    builder.addCaseAttributes(dossier, [...attribute('procedure', procedure), ...attribute('version', version), ...attribute('channel', channel), ...attribute('dueAt', due === undefined ? undefined : new Date(due).toISOString(), 'date')]);
  }
  return builder.finish();
}
