import type { Dossier } from '../dossier.js';
import { countBy, groupBy, median, most, percent, quantile, share, tenth } from '../numbers.js';
import { lacks, type LogAnswer, type LogRule } from '../rule.js';
import type { LogSubject } from '../subject.js';

const LEAST = 30;
const LEAST_LOCALITIES = 3;
/** So far above the upper quartile a late share has to lie, so that not every quarter of the localities is told. */
const MARGIN = 0.1;

interface Locality { name: string; dossiers: readonly Dossier[]; hours: number; late: number | undefined }

/** T20: a locality's median lies above the upper quartile of all dossiers, or its late share well above that of the localities. */
export const localities: LogRule = {
  check: 'T20',
  run(subject) {
    const groups = groupBy(subject.complete, (dossier) => dossier.agency);
    if (groups.size === 0) return lacks('T20', 'attribute agency of the cases');
    const all = [...groups].filter(([, dossiers]) => dossiers.length >= LEAST).map(([name, dossiers]) => localityOf(subject, name, dossiers));
    if (all.length < LEAST_LOCALITIES) return groups.size < LEAST_LOCALITIES ? [] : lacks('T20', `${LEAST_LOCALITIES} localities with ${LEAST} completed cases`);
    const best = all.reduce((least, each) => (each.hours < least.hours ? each : least));
    return all.flatMap((each) => judge(subject, each, all, best));
  },
};

function localityOf(subject: LogSubject, name: string, dossiers: readonly Dossier[]): Locality {
  const known = dossiers.filter((each) => subject.overrun(each) !== undefined);
  const late = known.length === 0 ? undefined : share(known.filter((each) => subject.overrun(each)! > 0).length, known.length);
  return { name, dossiers, hours: median(dossiers.map((each) => subject.elapsed(each))), late };
}

function judge(subject: LogSubject, each: Locality, all: readonly Locality[], best: Locality): LogAnswer[] {
  const everything = all.flatMap(({ dossiers }) => dossiers.map((dossier) => subject.elapsed(dossier)));
  const upper = quantile(everything, 0.75);
  const lateUpper = quantile(all.flatMap(({ late }) => late ?? []), 0.75);
  const isSlow = each.hours > upper;
  const isLate = each.late !== undefined && each.late > lateUpper + MARGIN;
  if (!isSlow && !isLate) return [];
  const variant = most(countBy(best.dossiers, (dossier) => dossier.turns.map((turn) => subject.label(turn.activity)).join(' → ')))!;
  return [{
    check: 'T20', severity: 'advice', elements: [], dossiers: each.dossiers,
    message: { key: isSlow ? 'T20.slow' : 'T20.late', values: { locality: each.name, hours: tenth(each.hours), others: tenth(median(everything)), percent: percent(each.late ?? 0) } },
    suggestion: { key: 'T20.suggestion', values: { locality: best.name, variant } },
    evidence: { locality: each.name, medianHours: tenth(each.hours), quartiles: [tenth(quantile(everything, 0.25)), tenth(upper)], lateShare: each.late ?? null, best: best.name, bestMedianHours: tenth(best.hours), bestVariant: variant },
    lostHours: Math.max(0, each.hours - median(everything)) * (each.dossiers.length / subject.complete.length),
  }];
}
