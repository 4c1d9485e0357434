/** Words of the page of a procedure as practised; findings are told in those of the manager's page. */
import { practised as en } from '../../i18n/en/practised.js';
import { reports as reportsEn } from '../../i18n/en/reports.js';
import { addWords } from '../../i18n/late.js';
import { practised as vi } from '../../i18n/vi/practised.js';
import { reports as reportsVi } from '../../i18n/vi/reports.js';

addWords({ vi: { ...reportsVi, ...vi }, en: { ...reportsEn, ...en } });
