/** Words of the page of the service index. */
import { serviceIndex as en } from '../../i18n/en/service-index.js';
import { addWords } from '../../i18n/late.js';
import { serviceIndex as vi } from '../../i18n/vi/service-index.js';

addWords({ vi, en });
