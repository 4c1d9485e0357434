/** Whom a change of the read model concerns. Pure. */
import type { WorkItemChange } from '../projections/work-item-views.js';
import type { DossierDoc, WorkItemDoc } from '../schemas/dossier.js';
import type { NoticeDoc } from '../schemas/notice.js';
import type { Change } from './feed.js';

/** `held`: items as they were before, so that whoever has lost one hears of it. */
export function changeOf(dossier: DossierDoc, work: readonly WorkItemChange[], held: readonly WorkItemDoc[], notices: readonly NoticeDoc[]): Omit<Change, '_id'> {
  const items = [...work.map(({ set }) => set), ...held];
  return {
    dossierId: dossier._id, agencies: dossier.agencies, told: [...new Set(notices.map(({ to }) => to))],
    departments: distinct([...items, ...dossier.steps].map(({ departmentId }) => departmentId)),
    people: distinct([...items, ...dossier.steps].map(({ assignee }) => assignee)),
  };
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined && value !== ''))] as string[];
}
