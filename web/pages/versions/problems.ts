/** What may be refused about drafts and versions, for the pages that deal with them. */
import { versionProblems as en } from '../../i18n/en/version-problems.js';
import { addWords } from '../../i18n/late.js';
import { versionProblems as vi } from '../../i18n/vi/version-problems.js';

addWords({ vi, en });
