/** Words of the reception, for its page and for that of a dossier. */
import { receive as en } from '../../i18n/en/receive.js';
import { addWords } from '../../i18n/late.js';
import { receive as vi } from '../../i18n/vi/receive.js';

addWords({ vi, en });
