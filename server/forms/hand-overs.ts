/** Rows of the control slip: from unit to unit, as the history has it. Nothing is typed in. Pure. */
import type { DossierHistory } from '../../models/queries/forms.js';
import type { WorkItemDoc } from '../../models/schemas/dossier.js';
import { dateTime } from '../i18n.js';
import type { HandOverRow } from './facts.js';
import type { Names } from './compose.js';

/** The unit whose step ended last before this one began gives; the applicant gives first. */
export function handOvers({ doc, items }: DossierHistory, names: Names): HandOverRow[] {
  const steps = items.filter((item) => item.status !== 'cancelled');
  return steps.map((item) => {
    const before = steps.filter((each) => each.endedAt && each.endedAt <= item.since && each._id !== item._id).sort((a, b) => a.endedAt!.getTime() - b.endedAt!.getTime()).at(-1);
    const result = resultOf(item);
    return {
      giver: before ? names.departmentName(before.departmentId) : doc.facts.applicant.name, receiver: names.departmentName(item.departmentId), step: item.step, at: dateTime(item.since),
      ...(item.endedAt ? { doneAt: dateTime(item.endedAt) } : {}), ...(item.assignee ? { by: item.onBehalfOf ? `${names.staffName(item.assignee)} (thay ${names.staffName(item.onBehalfOf)})` : names.staffName(item.assignee) } : {}), ...(result ? { result } : {}),
    };
  });
}

/** Early, on time or late as the law's slip counts it: less, as much as or more than the step was given. To the minute, since that is what is printed. */
function resultOf({ endedAt, stepDueAt }: WorkItemDoc): HandOverRow['result'] {
  if (!endedAt || !stepDueAt) return undefined;
  const [done, due] = [endedAt, stepDueAt].map((at) => Math.floor(at.getTime() / 60_000)) as [number, number];
  if (done === due) return 'onTime';
  return done < due ? 'early' : 'late';
}
