/** Words of the life of a version. */
import { versions as en } from '../../i18n/en/versions.js';
import { addWords } from '../../i18n/late.js';
import { versions as vi } from '../../i18n/vi/versions.js';
import './problems.js';

addWords({ vi, en });
