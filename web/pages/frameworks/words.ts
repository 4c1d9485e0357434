/** Words of the pages of model frameworks. */
import { frameworks as en } from '../../i18n/en/frameworks.js';
import { addWords } from '../../i18n/late.js';
import { frameworks as vi } from '../../i18n/vi/frameworks.js';
import '../versions/problems.js';

addWords({ vi, en });
