/** Words of the procedures and of the designer, for whichever of these pages is opened first. */
import { designer as en } from '../../i18n/en/designer.js';
import { addWords } from '../../i18n/late.js';
import { designer as vi } from '../../i18n/vi/designer.js';
import '../versions/problems.js';

addWords({ vi, en });
