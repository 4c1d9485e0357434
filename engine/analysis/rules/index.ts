/** All rules over one process and over one file, in the order in which their answers are given. */
import type { FileRule, Rule } from '../subject.js';
import { applicantTrips } from './t16-applicant-trips.js';
import { approvalLadder } from './o5-approval-ladder.js';
import { complianceCost } from './t17-compliance-cost.js';
import { deadlock } from './s1-deadlock.js';
import { deadStep } from './s4-dead-step.js';
import { decisions } from './s7-decisions.js';
import { documentTwice } from './o3-document-twice.js';
import { fourEyes } from './t14-four-eyes.js';
import { handOffs } from './t5-hand-offs.js';
import { improperCompletion } from './s5-improper-completion.js';
import { knockOutOrder } from './t7-knock-out-order.js';
import { labelStyle } from './s15-label-style.js';
import { lackOfSynchronisation } from './s2-lack-of-synchronisation.js';
import { lateRefusal } from './t9-late-refusal.js';
import { limit } from './t1-limit.js';
import { livelock } from './s3-livelock.js';
import { lostData } from './s10-lost-data.js';
import { messages } from './s6-messages.js';
import { missingFacts } from './t3-missing-facts.js';
import { needlessSequence } from './t8-needless-sequence.js';
import { noProduct } from './t12-no-product.js';
import { oneStopBypassed } from './t18-one-stop-bypassed.js';
import { opinionTwice } from './o7-opinion-twice.js';
import { parallelWrite } from './s11-parallel-write.js';
import { pingPong } from './t4-ping-pong.js';
import { readBeforeWritten } from './s8-read-before-written.js';
import { redundantDocument } from './s9-redundant-document.js';
import { requirementTwice } from './o1-requirement-twice.js';
import { sameBranches } from './o8-same-branches.js';
import { sameStepTwice } from './o2-same-step-twice.js';
import { sizeAndStructure } from './s14-size-and-structure.js';
import { twoAccountable } from './o6-two-accountable.js';
import { typedTwice } from './o4-typed-twice.js';
import { unboundedReturn } from './t6-unbounded-return.js';
import { valueClass } from './t13-value-class.js';

export const graphRules: readonly (Rule | FileRule)[] = [
  deadlock, lackOfSynchronisation, livelock, deadStep, improperCompletion, messages, decisions, readBeforeWritten, redundantDocument, lostData, parallelWrite,
  limit, pingPong, handOffs, unboundedReturn, requirementTwice, sameStepTwice, documentTwice, typedTwice, approvalLadder, twoAccountable, opinionTwice,
  missingFacts, lateRefusal, oneStopBypassed, fourEyes, needlessSequence, knockOutOrder, noProduct, sameBranches, valueClass, applicantTrips, complianceCost,
  sizeAndStructure, labelStyle,
];
