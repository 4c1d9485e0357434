/** What is compared of dossiers before and after a change, and what comes out. */

/** Less is better in all of them. */
export type Measure = 'medianHours' | 'lateShare' | 'workHours' | 'handOvers';
export const MEASURES: readonly Measure[] = ['medianHours', 'lateShare', 'workHours', 'handOvers'];

/** By what dossiers are made comparable: nothing that the change itself may alter. */
export type Stratum = 'channel' | 'result' | 'season';

export interface EffectCase {
  /** Reception; epoch milliseconds. */
  from: number;
  /** Working hours in which the clock ran. */
  hours: number;
  /** Undefined: nothing says by when it was due. */
  late?: boolean;
  /** Working hours in which somebody had it in hand; undefined where the log does not say. */
  work?: number;
  /** Changes of department on its way. */
  handOvers: number;
  strata: Readonly<Partial<Record<Stratum, string>>>;
}

/** Undefined where the case does not tell. */
export const valueOf: Record<Measure, (each: EffectCase) => number | undefined> = {
  medianHours: ({ hours }) => hours,
  lateShare: ({ late }) => (late === undefined ? undefined : Number(late)),
  workHours: ({ work }) => work,
  handOvers: ({ handOvers }) => handOvers,
};

export type Verdict = 'better' | 'worse' | 'notShown';

/** `before` is as it would have been on the mix of cases after the change; hours, counts, or shares 0 to 1. */
export interface MeasureEffect {
  measure: Measure;
  before: number; after: number; shift: number;
  /** 95 % interval of `shift`. */
  low: number; high: number;
  casesBefore: number; casesAfter: number;
  verdict: Verdict;
}

export interface Effect {
  casesBefore: number; casesAfter: number;
  measures: MeasureEffect[];
  /** Strata that the comparison holds equal, and those that it cannot because too few cases of one side have a counterpart. */
  adjusted: Stratum[]; notComparable: Stratum[];
  /** Cases without a counterpart on the other side, left out. */
  unmatchedBefore: number; unmatchedAfter: number;
  /** Fewer cases than this on a side, and nothing is told. */
  floor: number;
  /** Measures that cannot be told, for want of cases or of what they are counted from. */
  cannotTell: Measure[];
}

export interface Prediction {
  /** Dossiers of the log that it rests on. */
  casesBefore: number;
  /** Played by each version. */
  played: number;
  measures: MeasureEffect[];
  /** Steps of the new version of which nothing says how long they take. */
  unknownSteps: string[];
  cannotTell: Measure[];
}
