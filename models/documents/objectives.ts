/** What has become of the quality objectives of an agency: each measure from the kept figures, by month and for the year so far. */
import type { ObjectiveProgress } from '../../server/contract.js';
import { add } from '../figures/cells.js';
import { flowOf } from '../figures/tally.js';
import { deskDay, deskMidnight } from '../desk.js';
import type { Actor } from '../directory.js';
import { ofAgency } from '../rights.js';
import { inForceOn } from './in-force.js';
import type { QueryContext } from '../queries/context.js';
import { Ratings } from '../ratings.js';
import type { FigureDoc, Sums } from '../schemas/figures.js';
import type { SettingValues } from '../settings/definitions.js';
import type { DocumentRevisionDoc, Objective, ObjectiveMeasure } from '../schemas/quality-document.js';

/** What is smaller is better. */
export const AT_MOST: ReadonlySet<ObjectiveMeasure> = new Set(['meanHours', 'supplementShare']);
export interface Figure { value?: number; /** Of how many dossiers, or answers. */ n: number }
/** `code`, `version`: of the document that sets it. */
export interface SetObjective extends ObjectiveProgress { code: string; version: number }
interface Counted { sums: Sums; rated: { n: number; sum: number } }

/** Of the settled dossiers, or of the answers, of one period. Nothing where there is nothing to count. */
export function figureOf(measure: ObjectiveMeasure, { sums, rated }: Counted, rule: SettingValues['due.early']): Figure {
  const { resolved, early, onTime, late } = flowOf(sums, rule);
  const share = (part: number, of: number): Figure => (of > 0 ? { value: part / of, n: of } : { n: 0 });
  switch (measure) {
    case 'onTimeShare': return share(early + onTime, early + onTime + late);
    case 'earlyShare': return share(early, early + onTime + late);
    case 'meanHours': return share((sums['minutes'] ?? 0) / 60, resolved);
    case 'supplementShare': return share(sums['supplemented'] ?? 0, resolved);
    case 'resolved': return resolved > 0 ? { value: resolved, n: resolved } : { n: 0 };
    case 'satisfaction': return share(rated.sum, rated.n);
  }
}

export class ObjectiveFigures {
  private readonly ratings: Ratings;

  constructor(private readonly context: QueryContext) {
    this.ratings = new Ratings(context);
  }

  /** Of the documents that are in force on a day. */
  async inForce(actor: Actor, day: string): Promise<SetObjective[]> {
    const { store } = this.context;
    const revisions = await store.documentRevisions.find({ agencyId: ofAgency(actor), kind: 'objectives' }, { comments: 0 }).sort({ code: 1, version: 1 }).lean<DocumentRevisionDoc[]>();
    const documents = [...new Set(revisions.map(({ documentId }) => documentId))];
    const held = documents.flatMap((id) => inForceOn(revisions.filter(({ documentId }) => documentId === id), day) ?? []);
    return (await Promise.all(held.map(async ({ agencyId, code, version, content }) => (await this.of(agencyId, content.objectives ?? [])).map((each) => ({ ...each, code, version }))))).flat();
  }

  async of(agencyId: string, objectives: readonly Objective[]): Promise<ObjectiveProgress[]> {
    const { settings } = this.context;
    const early = settings.get('due.early', { agencyId });
    const years = new Map<number, { whole: Counted; months: [string, Counted][] }>();
    for (const year of new Set(objectives.map((each) => each.year))) years.set(year, await this.year(agencyId, year, objectives.some((each) => each.year === year && each.measure === 'satisfaction')));
    return objectives.map((each) => {
      const { whole, months } = years.get(each.year)!;
      const now = figureOf(each.measure, whole, early);
      const reached = now.value === undefined ? undefined : AT_MOST.has(each.measure) ? now.value <= each.target : now.value >= each.target;
      return { ...each, atMost: AT_MOST.has(each.measure), ...now, ...(reached === undefined ? {} : { reached }), months: months.map(([month, counted]) => ({ month, ...figureOf(each.measure, counted, early) })) };
    });
  }

  private async year(agencyId: string, year: number, withRatings: boolean): Promise<{ whole: Counted; months: [string, Counted][] }> {
    const { store, directory, now } = this.context;
    const agencies = [agencyId, ...directory.inheritedBy(agencyId)];
    const today = deskDay(now());
    const months = Array.from({ length: 12 }, (_each, n) => `${year}-${String(n + 1).padStart(2, '0')}`).filter((month) => month <= today.slice(0, 7));
    const cells = await store.figures.find({ agencies: { $in: agencies }, departmentId: '', period: { $in: months } }, { period: 1, sums: 1 }).lean<Pick<FigureDoc, 'period' | 'sums'>[]>();
    const counted = await Promise.all(months.map(async (month): Promise<[string, Counted]> => [month, {
      sums: cells.filter((each) => each.period === month).reduce((sum, each) => add(sum, each.sums), {} as Sums), rated: withRatings ? await this.ratings.sumOf(agencies, monthOf(month)) : { n: 0, sum: 0 },
    }]));
    const whole: Counted = { sums: {}, rated: { n: 0, sum: 0 } };
    for (const [, { sums, rated }] of counted) {
      add(whole.sums, sums);
      whole.rated = { n: whole.rated.n + rated.n, sum: whole.rated.sum + rated.sum };
    }
    return { whole, months: counted };
  }
}

function monthOf(month: string): { from: Date; to: Date } {
  const [year, n] = month.split('-').map(Number) as [number, number];
  return { from: deskMidnight(`${month}-01`), to: deskMidnight(n === 12 ? `${year + 1}-01-01` : `${year}-${String(n + 1).padStart(2, '0')}-01`) };
}
