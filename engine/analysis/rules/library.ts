/** All rules that compare procedures with each other, in the order in which their answers are given. */
import type { LibraryRule } from '../library/rule.js';
import { circularPrerequisites } from './o12-circular-prerequisites.js';
import { clonedFragment } from './o10-cloned-fragment.js';
import { conflictingFrameworks } from './o13-conflicting-frameworks.js';
import { frameworkDiffers } from './t19-framework-differs.js';
import { frameworkLimit } from './t1-framework-limit.js';
import { heldElsewhere } from './o3-held-elsewhere.js';
import { nearDuplicate } from './o9-near-duplicate.js';
import { resultAskedAgain } from './o11-result-asked-again.js';

export const libraryRules: readonly LibraryRule[] = [nearDuplicate, clonedFragment, resultAskedAgain, heldElsewhere, circularPrerequisites, conflictingFrameworks, frameworkDiffers, frameworkLimit];
