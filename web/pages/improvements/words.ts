/** Words of the improvement loop, for whichever page is opened first. */
import { improvements as en } from '../../i18n/en/improvements.js';
import { versionProblems as enProblems } from '../../i18n/en/version-problems.js';
import { addWords } from '../../i18n/late.js';
import { improvements as vi } from '../../i18n/vi/improvements.js';
import { versionProblems as viProblems } from '../../i18n/vi/version-problems.js';

addWords({ vi, en });
addWords({ vi: viProblems, en: enProblems });
