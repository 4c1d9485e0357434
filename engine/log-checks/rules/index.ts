/** All checks over a log, in the order in which their answers are given. */
import type { AcrossRule, LogRule } from '../rule.js';
import { batching } from './l16-batching.js';
import { change } from './l21-change.js';
import { clockStop } from './l10-clock-stop.js';
import { dataQuality } from './l20-data-quality.js';
import { decisionWithoutEffect } from './t10-decision-without-effect.js';
import { deviations } from './l12-deviations.js';
import { handOver } from './l6-hand-over.js';
import { imbalance } from './l17-imbalance.js';
import { late } from './l8-late.js';
import { lateRefusal } from './l19-late-refusal.js';
import { load } from './l2-load.js';
import { localities } from './t20-localities.js';
import { logFourEyes } from './t14-log-four-eyes.js';
import { logKnockOutOrder } from './t7-log-knock-out-order.js';
import { mergeCandidates } from './o14-merge-candidates.js';
import { mixedVersions } from './l23-mixed-versions.js';
import { neverRefuses } from './t11-never-refuses.js';
import { neverUsed } from './l15-never-used.js';
import { onePerson } from './t15-one-person.js';
import { paddedLimit } from './t2-padded-limit.js';
import { parallelDuplicates } from './o15-parallel-duplicates.js';
import { pingPong } from './l5-ping-pong.js';
import { reassignment } from './l18-reassignment.js';
import { rework } from './l4-rework.js';
import { rush } from './l9-rush.js';
import { stalled } from './l11-stalled.js';
import { touchTime } from './l7-touch-time.js';
import { variants } from './l14-variants.js';
import { waiting } from './l1-waiting.js';
import { whyWaits } from './l3-why-waits.js';
import { willBeLate } from './l22-will-be-late.js';
import { wrongUnit } from './l13-wrong-unit.js';

export const logRules: readonly LogRule[] = [
  dataQuality, waiting, load, whyWaits, rework, pingPong, handOver, touchTime, late, rush, clockStop, stalled, deviations, wrongUnit, variants, neverUsed, batching,
  imbalance, reassignment, lateRefusal, willBeLate, paddedLimit, logKnockOutOrder, decisionWithoutEffect, neverRefuses, logFourEyes, onePerson, localities,
  mergeCandidates, parallelDuplicates,
];
export const acrossRules: readonly AcrossRule[] = [change, mixedVersions];
