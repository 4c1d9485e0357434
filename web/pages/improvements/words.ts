/** Words of the improvement loop, for whichever page is opened first. */
import { improvements as en } from '../../i18n/en/improvements.js';
import { addWords } from '../../i18n/late.js';
import { improvements as vi } from '../../i18n/vi/improvements.js';
import '../versions/problems.js';

addWords({ vi, en });
