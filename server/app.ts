/** The web server as a function of what it needs: no listening, no connecting. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import type { Store as SessionStore } from 'express-session';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { QueryContext } from '../models/queries/context.js';
import { GridFsFiles } from '../models/files/store.js';
import { AttachmentQueries } from '../models/queries/attachments.js';
import { DossierQueries } from '../models/queries/dossiers.js';
import { NoticeQueries } from '../models/queries/notices.js';
import { ProcedureQueries } from '../models/queries/procedures.js';
import { ReportQueries } from '../models/queries/reports.js';
import { WorkQueries } from '../models/queries/work.js';
import type { Projector } from '../models/projector.js';
import { ProcedureWrites } from '../models/writes/procedures.js';
import { Attachments } from '../models/writes/attachments.js';
import type { Reception } from '../models/writes/reception.js';
import type { DossierHost } from '../workflows/host.js';
import { healthRoutes, type Health } from './http/health.js';
import { rememberLanguage } from './http/language.js';
import { problemHandler, sendProblem } from './http/problem.js';
import { requestLog } from './http/request-log.js';
import { requireCsrf, sessions, withActor } from './http/session.js';

import { Forms } from './forms/index.js';
import { calendarRoutes } from './routes/calendars.js';
import { caseRoutes } from './routes/case.js';
import { attachmentRoutes, uploadRoutes } from './routes/attachments.js';
import { dossierRoutes } from './routes/dossiers.js';
import { dueRoutes } from './routes/due.js';
import { formRoutes, registerRoutes } from './routes/forms.js';
import { noticeRoutes } from './routes/notices.js';
import { migrationRoutes } from './routes/migrations.js';
import { procedureRoutes } from './routes/procedures.js';
import { publicRoutes } from './routes/public.js';
import { reportRoutes } from './routes/reports.js';
import { ruleRoutes } from './routes/rules.js';
import { sessionRoutes } from './routes/session.js';
import { settingRoutes } from './routes/settings.js';
import { workRoutes } from './routes/work.js';
import { CalendarActions } from './calendar-actions.js';
import { CaseActions } from './case-actions.js';
import { MigrationActions } from './migration-actions.js';
import { Opening } from './opening.js';
import { Recalls } from './recalls.js';
import { WorkActions } from './work-actions.js';

export interface AppDependencies {
  context: QueryContext; host: DossierHost; projector: Projector; reception: Reception; health: Health; log: Logger;
  sessionSecret: string; sessionStore?: SessionStore; production: boolean; demo: boolean;
  /** Folder of the built staff pages. */
  webFolder: string;
}

export function createApp(given: AppDependencies): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.set('etag', 'strong');
  app.use(requestLog(given.log));
  app.use(securityHeaders(given.production));
  app.use(healthRoutes(given.health));
  app.use((req, res, next) => { rememberLanguage(req, res); next(); });
  app.use('/api', api(given));
  app.use(staffPages(given.webFolder));
  app.use(publicRoutes(given.context));
  app.use((req, res) => { sendProblem(req, res, 'not-found'); });
  app.use(problemHandler(given.log));
  return app;
}

function api(given: AppDependencies): express.Router {
  const { context } = given;
  const [work, dossiers, procedures] = [new WorkQueries(context), new DossierQueries(context), new ProcedureQueries(context)];
  const opening = new Opening(given);
  const actions = new WorkActions({ ...given, directory: context.directory, work, dossiers, procedures, opening });
  const cases = new CaseActions({ ...given, dossiers, recalls: new Recalls({ context, procedures, opening }) });
  const router = express.Router();
  router.use((_req, res, next) => { res.setHeader('cache-control', 'no-store'); next(); });
  router.use(sessions({ secret: given.sessionSecret, production: given.production, ...(given.sessionStore ? { store: given.sessionStore } : {}) }));
  router.use(requireCsrf);
  router.use('/procedures', express.json({ limit: '5mb' }));
  router.use(express.json({ limit: '256kb' }));
  router.use(withActor((id) => context.directory.actor(id)));
  router.use('/session', sessionRoutes(context.directory, given.demo && !given.production));
  router.use('/work', workRoutes(work, actions));
  const files = new GridFsFiles(context.store);
  const attachments = new Attachments(context.store, files, () => context.now());
  router.use('/uploads', uploadRoutes(attachments));
  router.use('/dossiers', attachmentRoutes(new AttachmentQueries(context, files), attachments));
  const forms = new Forms(context);
  router.use('/dossiers', caseRoutes(cases));
  router.use('/dossiers', dossierRoutes(dossiers, actions, () => context.now()), formRoutes(forms));
  router.use('/register', registerRoutes(forms));
  router.use('/procedures', procedureRoutes(procedures, new ProcedureWrites(context.store, context.plans, () => context.now())), migrationRoutes(new MigrationActions(given)));
  router.use('/notices', noticeRoutes(new NoticeQueries(context)));
  router.use('/rules', ruleRoutes(context.rules));
  router.use('/reports', reportRoutes(new ReportQueries(context), () => context.now()));
  const calendarActions = new CalendarActions(given);
  router.use('/calendars', calendarRoutes(context.calendars, context.directory, calendarActions));
  router.use('/settings', settingRoutes(context.settings, (id) => context.directory.staffName(id), () => context.now()));
  router.use('/due', dueRoutes(context.calendars));
  return router;
}

/** Scripts come from our own files only. Mantine writes style attributes, so styles may be inline. */
function securityHeaders(production: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'], fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"], workerSrc: ["'self'", 'blob:'], objectSrc: ["'none'"], baseUri: ["'self'"], frameAncestors: ["'none'"], formAction: ["'self'"],
      },
    },
    strictTransportSecurity: production,
  });
}

/** The staff pages are one page: every address under /app answers it, except files. */
function staffPages(folder: string): express.Router {
  const router = express.Router();
  router.use('/app', express.static(folder, { index: false, maxAge: '1h', setHeaders: (res, path) => { if (path.includes('/assets/')) res.setHeader('cache-control', 'public, max-age=31536000, immutable'); } }));
  router.get('/app{/*rest}', (req, res, next) => {
    const index = join(folder, 'index.html');
    if (/\.[a-z0-9]{1,5}$/i.test(req.path) || !existsSync(index)) { next(); return; }
    res.setHeader('cache-control', 'no-cache').sendFile(index);
  });
  return router;
}
