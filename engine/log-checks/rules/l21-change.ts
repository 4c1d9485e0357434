import type { Dossier } from '../dossier.js';
import { countBy, median, percent, share, shareShift, shift, tenth } from '../numbers.js';
import type { AcrossRule, LogAnswer } from '../rule.js';
import type { LogSubject } from '../subject.js';

const LEAST = 30;
/** A share of a channel that moved so far makes the two versions hard to compare. */
const MIX = 0.1;
type Verdict = 'helped' | 'worse' | 'same';

/** L21: median and late share before and after a version, each with its 95 % interval. */
export const change: AcrossRule = {
  check: 'L21',
  runAcross(versions) {
    const enough = [...versions].filter((each) => each.version !== undefined && each.complete.length >= LEAST).sort((a, b) => a.from - b.from);
    return enough.slice(1).map((after, i) => judge(enough[i]!, after));
  },
};

function judge(before: LogSubject, after: LogSubject): LogAnswer {
  const hours = (subject: LogSubject): number[] => subject.complete.map((dossier) => subject.elapsed(dossier));
  const time = shift(hours(before), hours(after));
  const [lateBefore, lateAfter] = [before, after].map((subject) => subject.complete.map((dossier) => subject.overrun(dossier)).filter((over) => over !== undefined));
  const isLate = (list: readonly number[]): number => list.filter((over) => over > 0).length;
  const late = lateBefore!.length >= LEAST && lateAfter!.length >= LEAST ? shareShift(isLate(lateBefore!), lateBefore!.length, isLate(lateAfter!), lateAfter!.length) : undefined;
  const verdict = verdictOf(time, late);
  const mix = mixShift(before.complete, after.complete);
  return {
    check: 'L21', severity: verdict === 'worse' ? 'warning' : 'advice', elements: [], dossiers: after.complete,
    message: { key: `L21.${verdict}` as 'L21.same', values: { version: after.version!, before: before.version!, from: tenth(median(hours(before))), to: tenth(median(hours(after))), low: tenth(time.low), high: tenth(time.high) } },
    suggestion: { key: `L21.${verdict}Suggestion` as 'L21.sameSuggestion' },
    evidence: {
      before: before.version!, after: after.version!, casesBefore: before.complete.length, casesAfter: after.complete.length, verdict, medianBeforeHours: tenth(median(hours(before))), medianAfterHours: tenth(median(hours(after))),
      shiftHours: tenth(time.shift), interval: [tenth(time.low), tenth(time.high)], lateShift: late ? percent(late.shift) : null, lateInterval: late ? [percent(late.low), percent(late.high)] : null, mixShift: mix,
    },
    ...(verdict === 'worse' && { lostHours: Math.max(0, time.shift) }), confidence: mix > MIX ? 0.5 : 0.9,
  };
}

/** Told by an interval that leaves out zero; where time and lateness disagree nothing is told. */
function verdictOf(time: { low: number; high: number }, late: { low: number; high: number } | undefined): Verdict {
  const signs = [time, late].flatMap((each) => (each === undefined ? [] : [each.high < 0 ? -1 : each.low > 0 ? 1 : 0]));
  if (signs.includes(1)) return signs.includes(-1) ? 'same' : 'worse';
  return signs.includes(-1) ? 'helped' : 'same';
}

/** The largest change of a channel's share. */
function mixShift(before: readonly Dossier[], after: readonly Dossier[]): number {
  const [a, b] = [before, after].map((list) => countBy(list, (dossier) => dossier.channel));
  return Math.max(0, ...[...new Set([...a!.keys(), ...b!.keys()])].map((channel) => Math.abs(share(b!.get(channel) ?? 0, after.length) - share(a!.get(channel) ?? 0, before.length))));
}
