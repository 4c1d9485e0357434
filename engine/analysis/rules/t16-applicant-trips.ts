import { likelyPath } from '../likely-path.js';
import type { Rule } from '../subject.js';

/** One trip may be needed to fetch the result; from the second on there is something to merge or to put online. */
const FEWEST = 2;

/** T16: how often the applicant has to come in person on the likely path: contacts whose medium is not online. */
export const applicantTrips: Rule = {
  check: 'T16',
  run(subject) {
    if (subject.isBare || !subject.hasSteps) return subject.activities.length === 0 ? [] : [{ check: 'T16', missing: ['df:step applicantContact', 'df:step medium'] }];
    const contacts = likelyPath(subject).filter((id) => subject.activity(id)?.step?.applicantContact);
    const unknown = contacts.filter((id) => subject.activity(id)!.step!.medium === undefined);
    const trips = contacts.filter((id) => !unknown.includes(id) && subject.activity(id)!.step!.medium !== 'online');
    if (trips.length < FEWEST) return unknown.length + trips.length < FEWEST ? [] : [{ check: 'T16', missing: unknown.map((id) => `df:step medium of ${id}`) }];
    return [{
      check: 'T16', severity: 'advice', elements: trips, message: { key: 'T16.message', values: { trips: trips.length, elements: subject.labels(trips) } },
      suggestion: { key: 'T16.suggestion' }, evidence: { trips: trips.length, steps: trips },
    }];
  },
};
