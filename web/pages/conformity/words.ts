/** Words of the page of the declaration of conformity. */
import { conformity as en } from '../../i18n/en/conformity.js';
import { addWords } from '../../i18n/late.js';
import { conformity as vi } from '../../i18n/vi/conformity.js';
import '../versions/problems.js';

addWords({ vi, en });
