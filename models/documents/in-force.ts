/** Which revision of a document is in force on a day. Pure: nothing has to happen when the day comes. */
import { deskDay } from '../desk.js';
import type { ControlledLife, RevisionState } from '../schemas/revision.js';

export type Dated = Pick<ControlledLife, 'version' | 'state' | 'inForceFrom' | 'history'>;

/** The last one whose day had come, unless it was withdrawn by then: what it replaced does not come back. */
export function inForceOn<D extends Dated>(revisions: readonly D[], day: string): D | undefined {
  const last = latest(revisions, day);
  return last && (withdrawnOn(last) ?? '9999') > day ? last : undefined;
}

/** As people read it: of those that were announced, one is in force and those before it are replaced. */
export function stateOn(revision: Dated, all: readonly Dated[], day: string): RevisionState {
  if (revision.state !== 'announced' || revision.inForceFrom! > day) return revision.state;
  return latest(all, day)?.version === revision.version ? 'inForce' : 'replaced';
}

/** What took its place, and that day; only of a revision that is replaced. */
export function replacedBy<D extends Dated>(revision: Dated, all: readonly D[], day: string): D | undefined {
  if (stateOn(revision, all, day) !== 'replaced') return undefined;
  return inOrder(all, day).find((each) => each.inForceFrom! > revision.inForceFrom! || (each.inForceFrom === revision.inForceFrom && each.version > revision.version));
}

const latest = <D extends Dated>(revisions: readonly D[], day: string): D | undefined => inOrder(revisions, day).at(-1);
function inOrder<D extends Dated>(revisions: readonly D[], day: string): D[] {
  return revisions.filter((each) => each.inForceFrom !== undefined && each.inForceFrom <= day && !wasNeverInForce(each))
    .sort((a, b) => (a.inForceFrom! < b.inForceFrom! ? -1 : a.inForceFrom! > b.inForceFrom! ? 1 : a.version - b.version));
}

const wasNeverInForce = (revision: Dated): boolean => (withdrawnOn(revision) ?? '9999') < revision.inForceFrom!;
function withdrawnOn({ state, history }: Dated): string | undefined {
  const step = state === 'withdrawn' ? history.filter(({ act }) => act === 'withdrawn').at(-1) : undefined;
  return step && deskDay(step.at);
}
