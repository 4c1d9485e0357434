/** Rules about how a file is drawn and written; those in `engine/analysis` read the graph alone. */
import type { FileRule } from '../analysis/subject.js';
import { interchange } from './s13-interchange.js';
import { wellFormedness } from './s12-well-formedness.js';

export const lintRules: readonly FileRule[] = [interchange, wellFormedness];
