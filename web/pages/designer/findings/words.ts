/** Words of the findings, for the designer and the map of procedures. */
import { analyser as en } from '../../../i18n/en/analyser.js';
import { addWords } from '../../../i18n/late.js';
import { analyser as vi } from '../../../i18n/vi/analyser.js';

addWords({ vi, en });
