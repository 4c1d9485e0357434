/** Frameworks of a library: who defines what, what is in force, and in what two files about one procedure differ. */
import type { FrameworkRef, ProcedureFacts } from '../../graph/types.js';
import { hoursOf } from '../time.js';
import type { Library, Member } from './library.js';
import { isInForce } from './library.js';

/** A file that is a framework's own sample of a procedure. */
export interface Defined { member: Member; framework: FrameworkRef }

/** Of each framework and procedure the version in force; a later version takes the place of an earlier one. */
export function inForce({ members, on }: Library): Defined[] {
  const found = new Map<string, Defined>();
  for (const member of members) {
    for (const framework of member.facts?.frameworks ?? []) {
      if (!framework.defines || !isInForce(framework, on) || member.code === undefined) continue;
      const key = `${framework.id} ${member.code}`;
      const other = found.get(key);
      if (!other || (other.framework.effectiveFrom ?? '') <= (framework.effectiveFrom ?? '')) found.set(key, { member, framework });
    }
  }
  return [...found.values()];
}

/** The limit that holds without condition, as hours and whether calendar days are counted. */
export function mainLimit(facts: ProcedureFacts | undefined): { hours: number; calendar: boolean } | undefined {
  const limit = facts?.timeLimits.find((each) => each.when === undefined);
  return limit && { hours: hoursOf(limit.value, limit.unit), calendar: limit.unit === 'days' };
}
/** Whether a limit gives more time than another; seven calendar days are five working days. */
export function isLonger(a: { hours: number; calendar: boolean }, b: { hours: number; calendar: boolean }): boolean {
  const working = ({ hours, calendar }: typeof a): number => (calendar && a.calendar !== b.calendar ? (hours * 5) / 7 : hours);
  return working(a) > working(b) + 1e-9;
}
/** Copies that each document of the dossier is asked in. */
export function dossierOf(facts: ProcedureFacts | undefined): Map<string, { copies: number; mandatory: boolean }> {
  return new Map((facts?.requiredDocuments ?? []).map((each) => [each.type, { copies: each.copies ?? 1, mandatory: each.mandatory }]));
}
/** What the steps are, in the order of the drawing, in whatever words. */
export function stepsOf({ subject }: Member): string[] {
  return subject.paths.order.flatMap((id) => subject.activity(id) ?? []).map((each) => `${each.step?.kind ?? ''} ${subject.words.normalise(each.name ?? '')}`).sort();
}
