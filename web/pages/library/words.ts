/** Words of the map of procedures. */
import { library as en } from '../../i18n/en/library.js';
import { addWords } from '../../i18n/late.js';
import { library as vi } from '../../i18n/vi/library.js';

addWords({ vi, en });
