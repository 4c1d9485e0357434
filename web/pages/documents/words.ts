/** Words of the documents of the quality system, with those of the life they share with versions. */
import { documents as en } from '../../i18n/en/documents.js';
import { addWords } from '../../i18n/late.js';
import { documents as vi } from '../../i18n/vi/documents.js';
import '../versions/words.js';

addWords({ vi, en });
