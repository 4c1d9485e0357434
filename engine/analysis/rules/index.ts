/** All rules over one process, in the order in which their answers are given. */
import type { Rule } from '../subject.js';
import { approvalLadder } from './o5-approval-ladder.js';
import { deadStep } from './s4-dead-step.js';
import { deadlock } from './s1-deadlock.js';
import { improperCompletion } from './s5-improper-completion.js';
import { lackOfSynchronisation } from './s2-lack-of-synchronisation.js';
import { limit } from './t1-limit.js';
import { livelock } from './s3-livelock.js';
import { missingFacts } from './t3-missing-facts.js';
import { pingPong } from './t4-ping-pong.js';
import { sameStepTwice } from './o2-same-step-twice.js';
import { unboundedReturn } from './t6-unbounded-return.js';

export const rules: readonly Rule[] = [
  deadlock, lackOfSynchronisation, livelock, deadStep, improperCompletion,
  limit, pingPong, unboundedReturn, sameStepTwice, approvalLadder, missingFacts,
];
