/** Words of the selection bar and its dialogs, for the list and the page of a dossier. */
import { together as en } from '../../i18n/en/together.js';
import { addWords } from '../../i18n/late.js';
import { together as vi } from '../../i18n/vi/together.js';

addWords({ vi, en });
