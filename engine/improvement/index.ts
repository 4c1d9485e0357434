/** Measured and predicted effect of a new version. */
export { casesOf, type CaseOptions } from './cases.js';
export { FLOOR, measureEffect, verdictFor, verdictOf } from './effect.js';
export { type Effect, type EffectCase, type Measure, type MeasureEffect, MEASURES, type Prediction, type Stratum, type Verdict } from './types.js';
export { predictEffect, type Version } from './predict.js';
