/** The work items of dossiers as an event log, for the checks over logs. */
import { LogBuilder } from '../../engine/mining/log/builder.js';
import type { Attribute, EventLog } from '../../engine/mining/log/types.js';
import type { DossierDoc, WorkItemDoc } from '../schemas/dossier.js';

export type LoggedItem = Pick<WorkItemDoc, 'dossierId' | 'element' | 'step' | 'departmentId' | 'since' | 'claimedAt' | 'endedAt' | 'status' | 'assignee'>;
export type LoggedDossier = Pick<DossierDoc, '_id' | 'version' | 'agencyId' | 'dueAt'>;

/** Work whose dossier is not among `dossiers` is left out. */
export function logOfWork(items: readonly LoggedItem[], dossiers: readonly LoggedDossier[]): EventLog {
  const builder = new LogBuilder(true);
  const known = new Map(dossiers.map((each) => [each._id, each]));
  const told = new Set<string>();
  const rows = items.filter((item) => known.has(item.dossierId)).flatMap(eventsOf).sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { item, at, transition } of rows) {
    builder.add({
      case: item.dossierId, activity: item.step, time: at.getTime() * 1000, group: item.departmentId, transition,
      resource: transition === 'schedule' ? undefined : item.assignee, extra: [text('element', item.element)],
    });
    if (told.has(item.dossierId)) continue;
    told.add(item.dossierId);
    const { _id, version, agencyId, dueAt } = known.get(item.dossierId)!;
    builder.addCaseAttributes(_id, [text('version', String(version)), text('agency', agencyId), ...(dueAt ? [text('dueAt', dueAt.toISOString())] : [])]);
  }
  return builder.finish();
}

const text = (key: string, value: string): Attribute => ({ key, type: 'string', value });

function eventsOf(item: LoggedItem): { item: LoggedItem; at: Date; transition: string }[] {
  const ended = item.endedAt && { item, at: item.endedAt, transition: item.status === 'completed' ? 'complete' : 'withdraw' };
  return [{ item, at: item.since, transition: 'schedule' }, ...(item.claimedAt ? [{ item, at: item.claimedAt, transition: 'start' }] : []), ...(ended ? [ended] : [])];
}
