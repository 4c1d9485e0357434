/** Every route of the server by its declaration; that none is missing here, a test finds by walking through the running application. */
import { HEALTH } from './http/health.js';
import type { Declared, Table } from './http/route.js';
import { ACCOUNT } from './routes/account.js';
import { ATTACHMENTS, UPLOADS } from './routes/attachments.js';
import { BLANK_FORMS } from './routes/blank-forms.js';
import { CALENDARS } from './routes/calendars.js';
import { CASES } from './routes/case.js';
import { CONFORMITY } from './routes/conformity.js';
import { DESCRIPTION } from './routes/description.js';
import { DOCUMENTS } from './routes/documents.js';
import { DOSSIERS } from './routes/dossiers.js';
import { DUE } from './routes/due.js';
import { EVENTS } from './routes/events.js';
import { FOLLOW } from './routes/follow.js';
import { FORM_TEMPLATE } from './routes/form-template.js';
import { FORMS, REGISTER } from './routes/forms.js';
import { FRAMEWORKS } from './routes/frameworks.js';
import { LIBRARY } from './routes/library.js';
import { MIGRATIONS } from './routes/migrations.js';
import { NOTICES } from './routes/notices.js';
import { OPEN_ID } from './routes/open-id.js';
import { ORGANISATION } from './routes/organisation.js';
import { OUTBOX } from './routes/outbox.js';
import { PACKAGES } from './routes/packages.js';
import { PERSONAL } from './routes/personal.js';
import { PROCEDURES } from './routes/procedures.js';
import { PUBLIC } from './routes/public.js';
import { RECEPTION_DRAFTS } from './routes/reception-drafts.js';
import { MONTHLY } from './routes/monthly.js';
import { QUALITY_LINKS } from './routes/quality-links.js';
import { REPORTS } from './routes/reports.js';
import { IMPROVEMENTS } from './routes/improvements.js';
import { REVISIONS } from './routes/revisions.js';
import { RULES } from './routes/rules.js';
import { SESSION } from './routes/session.js';
import { SETTING_ROUTES } from './routes/settings.js';
import { STAFF_PAGES } from './routes/staff-pages.js';
import { STAND_INS } from './routes/stand-ins.js';
import { SUCCESSION } from './routes/succession.js';
import { TABLES } from './routes/tables.js';
import { TOKENS } from './routes/tokens.js';
import { VERIFY } from './routes/verify.js';
import { VIEWS } from './routes/views.js';
import { WORK } from './routes/work.js';

const TABLE: readonly Table[] = [
  SESSION, OPEN_ID, ACCOUNT, TOKENS, EVENTS, WORK, DOSSIERS, CASES, FORMS, ATTACHMENTS, UPLOADS, RECEPTION_DRAFTS, REGISTER, PROCEDURES, REVISIONS, IMPROVEMENTS, QUALITY_LINKS, CONFORMITY, DOCUMENTS, MIGRATIONS, BLANK_FORMS, LIBRARY, FRAMEWORKS, PACKAGES, NOTICES, STAND_INS, VIEWS,
  REPORTS, MONTHLY, TABLES, CALENDARS, DUE, RULES, SETTING_ROUTES, ORGANISATION, SUCCESSION, FORM_TEMPLATE, OUTBOX, PERSONAL, DESCRIPTION, PUBLIC, FOLLOW, VERIFY, STAFF_PAGES, HEALTH,
];

export const ROUTES: readonly Declared[] = TABLE.flatMap((each) => Object.values(each));
