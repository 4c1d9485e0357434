/** The web server as a function of what it needs: no listening, no connecting. */
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { Passwords } from '../models/accounts/passwords.js';
import { PersonSessions } from '../models/accounts/sessions.js';
import { Tokens } from '../models/accounts/tokens.js';
import { CalendarAssignments } from '../models/calendars/assignments.js';
import type { QueryContext } from '../models/queries/context.js';
import { FormTemplates } from '../models/form-templates.js';
import { Adoptions } from '../models/frameworks/adoptions.js';
import { FrameworkBook } from '../models/frameworks/book.js';
import { FrameworkPracticeQueries } from '../models/frameworks/practice.js';
import { FrameworkQueries } from '../models/frameworks/queries.js';
import type { FileStore } from '../models/files/store.js';
import { AttachmentQueries } from '../models/queries/attachments.js';
import { DossierQueries } from '../models/queries/dossiers.js';
import { Retention } from '../models/erasure/retention.js';
import { OutboxQueries } from '../models/queries/outbox.js';
import { PersonQueries } from '../models/queries/person.js';
import { NoticeQueries } from '../models/queries/notices.js';
import { Ratings } from '../models/ratings.js';
import { OrganisationQueries } from '../models/queries/organisation.js';
import { LibraryFindings } from '../models/queries/library-findings.js';
import { LibraryQueries } from '../models/queries/library.js';
import { PublishedMap } from '../models/queries/published-map.js';
import { ProcedureQueries } from '../models/queries/procedures.js';
import { RegisterQueries } from '../models/queries/registers.js';
import { PracticeQueries } from '../models/queries/practice.js';
import { AtRiskQueries } from '../models/queries/at-risk.js';
import { OverviewQueries } from '../models/queries/overview.js';
import { LateQueries } from '../models/queries/late.js';
import { ReportQueries } from '../models/queries/reports.js';
import { ServiceIndex } from '../models/queries/service-index.js';
import { IndexCases } from '../models/service-index/cases.js';
import { ImprovementQueries } from '../models/queries/improvements.js';
import { RevisionQueries } from '../models/queries/revisions.js';
import { RuleQueries } from '../models/queries/rules.js';
import { DifferenceQueries } from '../models/queries/version-differences.js';
import { WorkQueries } from '../models/queries/work.js';
import type { Projector } from '../models/projector.js';
import { OrganisationBook } from '../models/writes/organisation.js';
import { ProcedureWrites } from '../models/writes/procedures.js';
import { RuleWrites } from '../models/writes/rules.js';
import { BlankForms } from '../models/writes/blank-forms.js';
import { Attachments } from '../models/writes/attachments.js';
import { StandInBook } from '../models/writes/stand-ins.js';
import { ReceptionDrafts } from '../models/writes/reception-drafts.js';
import { SimilarApplicants } from '../models/queries/similar.js';
import { SuccessionBook } from '../models/writes/succession.js';
import { SavedViews } from '../models/writes/saved-views.js';
import { QualityDocuments } from '../models/documents/documents.js';
import { DocumentFiles } from '../models/documents/files.js';
import { ObjectiveFigures } from '../models/documents/objectives.js';
import { Reading } from '../models/documents/reading.js';
import { DocumentQueries } from '../models/queries/documents.js';
import { ReviewComments } from '../models/revisions/comments.js';
import { RevisionStore } from '../models/revisions/revision-store.js';
import { Improvements } from '../models/improvements/improvements.js';
import { Revisions } from '../models/revisions/revisions.js';
import type { TrailSealer } from '../models/trail/sealer.js';
import type { Reception } from '../models/writes/reception.js';
import type { DossierHost } from '../workflows/host.js';
import { forPeople, withBearer } from './http/bearer.js';
import { contentPolicy } from './http/content-policy.js';
import { healthRoutes, type Health, type Told } from './http/health.js';
import { rememberLanguage } from './http/language.js';
import { Limits } from './http/limits.js';
import { problemHandler, sendProblem } from './http/problem.js';
import { requestLog } from './http/request-log.js';
import { requireCsrf, sessions, withActor } from './http/session.js';
import { trailed } from './http/trail.js';
import { refusePrototypes } from './http/validate.js';
import { sessionStore } from './http/session-store.js';
import { Drawings } from './drawings.js';
import { QualityDocumentFiles } from './documents/quality-document.js';
import { QualityLinks } from '../models/improvements/quality-links.js';
import { qualityLinkRoutes } from './routes/quality-links.js';
import { QualityReports } from './documents/quality-reports.js';
import { Documents } from './documents/index.js';
import { EvidencePacks } from './evidence/pack.js';
import { Forms } from './forms/index.js';
import type { LiveStreams } from './live/streams.js';
import { accountRoutes } from './routes/account.js';
import { blankFormRoutes } from './routes/blank-forms.js';
import { calendarRoutes } from './routes/calendars.js';
import { caseRoutes } from './routes/case.js';
import { attachmentRoutes, uploadRoutes } from './routes/attachments.js';
import { descriptionRoutes } from './routes/description.js';
import { conformityRoutes } from './routes/conformity.js';
import { documentRoutes } from './routes/documents.js';
import { dossierRoutes } from './routes/dossiers.js';
import { dueRoutes } from './routes/due.js';
import { eventRoutes } from './routes/events.js';
import { formTemplateRoutes } from './routes/form-template.js';
import { formRoutes, registerRoutes } from './routes/forms.js';
import { openIdRoutes } from './routes/open-id.js';
import { outboxRoutes } from './routes/outbox.js';
import { personalRoutes } from './routes/personal.js';
import { noticeRoutes } from './routes/notices.js';
import { migrationRoutes } from './routes/migrations.js';
import { monthlyRoutes } from './routes/monthly.js';
import { MonthlyReports } from './monthly-reports.js';
import { packageRoutes } from './routes/packages.js';
import { PackageExchange } from './packages/exchange.js';
import type { SigningKey } from './signing/key.js';
import type { OpenCertificate } from './signing/when-needed.js';
import { frameworkRoutes } from './routes/frameworks.js';
import { libraryRoutes } from './routes/library.js';
import { procedureRoutes } from './routes/procedures.js';
import { publicRoutes } from './routes/public.js';
import { reportRoutes } from './routes/reports.js';
import { improvementRoutes } from './routes/improvements.js';
import { revisionRoutes } from './routes/revisions.js';
import { ruleRoutes } from './routes/rules.js';
import { tableRoutes } from './routes/tables.js';
import { sessionRoutes } from './routes/session.js';
import { settingRoutes } from './routes/settings.js';
import { organisationRoutes } from './routes/organisation.js';
import { tokenRoutes } from './routes/tokens.js';
import { staffPages } from './routes/staff-pages.js';
import { standInRoutes } from './routes/stand-ins.js';
import { successionRoutes } from './routes/succession.js';
import { receptionDraftRoutes } from './routes/reception-drafts.js';
import { viewRoutes } from './routes/views.js';
import { verifyRoutes } from './routes/verify.js';
import { workRoutes } from './routes/work.js';
import { openApi } from './openapi/document.js';
import { ROUTES } from './table.js';
import { BulkActions } from './bulk-actions.js';
import { CalendarActions } from './calendar-actions.js';
import { CaseActions } from './case-actions.js';
import { MigrationActions } from './migration-actions.js';
import type { OpenId } from './open-id.js';
import { Leaving } from './leaving.js';
import { Opening } from './opening.js';
import { Recalls } from './recalls.js';
import { SignIn } from './sign-in.js';
import { FOLLOWING, SIGNING_IN, TryGuard, VERIFYING } from './try-guard.js';
import { WorkActions } from './work-actions.js';

export interface AppDependencies {
  context: QueryContext; files: FileStore; host: DossierHost; projector: Projector; reception: Reception; trail: TrailSealer; live: LiveStreams; health: Health; log: Logger;
  sessionSecret: string; production: boolean; demo: boolean;
  told?: Told;
  /** With a thread of its own for the long work; without one it is done here. */
  practice?: PracticeQueries;
  /** Where staff may sign in besides here. */
  openId?: OpenId | undefined;
  /** Where citizens reach this server, when that is known. */
  publicUrl?: string | undefined;
  /** The key of the installation, made when it is first needed. */
  signingKey: () => SigningKey;
  /** Of the agency, opened or made when it is first needed. */
  certificate: OpenCertificate;
  /** Folder of the built staff pages. */
  webFolder: string;
}

export function createApp(given: AppDependencies): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.set('etag', 'strong');
  app.use(requestLog(given.log));
  app.use(helmet({ contentSecurityPolicy: false, strictTransportSecurity: given.production }), contentPolicy());
  app.use(healthRoutes(given.health, given.told));
  app.use((req, res, next) => { rememberLanguage(req, res); next(); });
  const blankForms = new BlankForms(given.context.store, given.files, () => given.context.now());
  const procedures = new ProcedureQueries(given.context);
  const drawings = new Drawings((id, version) => procedures.publishedXml(id, version));
  app.use('/api', api(given, { blankForms, procedures, drawings }));
  app.use(staffPages(given.webFolder));
  app.use(publicRoutes(given.context, new TryGuard(given.context, FOLLOWING), blankForms, drawings));
  app.use(verifyRoutes(given.context, new TryGuard(given.context, VERIFYING)));
  app.use((req, res) => { sendProblem(req, res, 'not-found'); });
  app.use(problemHandler(given.log));
  return app;
}

/** What staff and citizens read alike. */
interface Common { blankForms: BlankForms; procedures: ProcedureQueries; drawings: Drawings }

function api(given: AppDependencies, { blankForms, procedures, drawings }: Common): express.Router {
  const { context, files } = given;
  const [work, dossiers] = [new WorkQueries(context), new DossierQueries(context)];
  const opening = new Opening(given);
  const actions = new WorkActions({ ...given, directory: context.directory, work, dossiers, procedures, opening });
  const cases = new CaseActions({ ...given, dossiers, recalls: new Recalls({ context, procedures, opening }) });
  const router = express.Router();
  router.use((_req, res, next) => { res.setHeader('cache-control', 'no-store'); next(); });
  const { passwords, ended } = knowWhoAsks(router, given);
  router.use(eventRoutes(given.live));
  router.use(viewRoutes(new SavedViews(context.store, () => context.now())));
  router.use(successionRoutes(new SuccessionBook(context), context.directory));
  router.use(organisationRoutes(new OrganisationQueries(context, work), new OrganisationBook({ ...context, passwords, sessions: ended, tries: new TryGuard(context, SIGNING_IN) }), new Leaving({ context, work, actions })));
  router.use(standInRoutes(new StandInBook(context), context.directory));
  const drafts = new ReceptionDrafts(context.store, () => context.now());
  router.use(receptionDraftRoutes(drafts));
  router.use(workRoutes(work, actions, new BulkActions({ context, actions, work, dossiers })));
  const attachments = new Attachments(context.store, files, () => context.now());
  router.use(uploadRoutes(attachments));
  router.use(attachmentRoutes(new AttachmentQueries(context, files), attachments));
  const forms = new Forms(context, given.publicUrl);
  router.use(caseRoutes(cases));
  router.use(dossierRoutes(dossiers, actions, { drafts, similar: new SimilarApplicants(context) }, () => context.now()), formRoutes(forms));
  router.use(formTemplateRoutes(new FormTemplates(context.store, () => context.now()), forms));
  router.use(registerRoutes(forms, new RegisterQueries(context)));
  const writes = new ProcedureWrites(context.store, context.plans, () => context.now(), context.words, context.settings);
  const documents = new Documents({ ...given, procedures, forms: blankForms, drawings });
  router.use(procedureRoutes(procedures, writes, documents), migrationRoutes(new MigrationActions(given)), blankFormRoutes(blankForms, procedures));
  router.use(revisionRoutes({ queries: new RevisionQueries(context), revisions: new Revisions(context), comments: new ReviewComments(new RevisionStore(context.store).reviewed, () => context.now()), differences: new DifferenceQueries(context), documents }));
  router.use(qualityDocuments(given));
  const published = new PublishedMap(context);
  const library = new LibraryFindings(published, () => context.now());
  router.use(libraryRoutes(new LibraryQueries(published), library));
  router.use(frameworks(context, blankForms), packageRoutes(new PackageExchange(context, new ProcedureWrites(context.store, context.plans, () => context.now(), context.words, context.settings), blankForms, given.signingKey)));
  router.use(noticeRoutes(new NoticeQueries(context)), outboxRoutes(new OutboxQueries(context)));
  router.use(personalRoutes(new PersonQueries(context, files, given.trail), new Retention(given)));
  router.use(ruleRoutes(new RuleQueries(context), new RuleWrites(context)));
  const [overview, late, ratings, practice] = [new OverviewQueries(context), new LateQueries(context), new Ratings(context), given.practice ?? new PracticeQueries(context)];
  const [atRisk, papers] = [new AtRiskQueries(context, practice), new QualityReports(context, { overview, ratings, library })];
  const [improvements, reports, index] = [new ImprovementQueries(context), new ReportQueries(context), new ServiceIndex(context)];
  router.use(improvementRoutes(improvements, new Improvements(context, writes, given.practice), papers), qualityLinkRoutes(new QualityLinks(context)), conformityRoutes(context, new EvidencePacks({ context, documents, forms, reports: papers, key: given.signingKey }), given.signingKey));
  const indexCases = new IndexCases(context, index);
  router.use(tableRoutes({ work, dossiers, procedures, improvements, overview, late, atRisk, ratings, reports, practice, index, cases: indexCases }, () => context.now()));
  router.use(monthlyRoutes(new MonthlyReports(context)), reportRoutes({ overview, late, atRisk, ratings, practice, index, cases: indexCases, reports }, () => context.now()));
  const calendarActions = new CalendarActions(given);
  router.use(calendarRoutes(context, calendarActions, new CalendarAssignments(context)));
  router.use(settingRoutes(context.settings, (id) => context.directory.staffName(id), () => context.now()));
  router.use(dueRoutes(context.calendars), descriptionRoutes(() => openApi(ROUTES)));
  return router;
}

function qualityDocuments(given: AppDependencies): express.Router {
  const { context, files } = given;
  const [documents, now] = [new QualityDocuments(context), () => context.now()];
  return documentRoutes({ queries: new DocumentQueries(context), documents, files: new DocumentFiles(context.store, files, documents), reading: new Reading(context), objectives: new ObjectiveFigures(context), prints: new QualityDocumentFiles(given), comments: new ReviewComments(documents.kept, now), now });
}

function frameworks(context: QueryContext, forms: BlankForms): express.Router {
  const now = () => context.now();
  const adoptions = new Adoptions(context, new ProcedureWrites(context.store, context.plans, now, context.words), forms);
  const queries = new FrameworkQueries(context, adoptions);
  return frameworkRoutes({ queries, adoptions, book: new FrameworkBook(context.store, now, forms), practice: new FrameworkPracticeQueries(context, adoptions, queries), now });
}

/** What comes before every other route of the API: who asks, by session or by token; and how one signs in. */
function knowWhoAsks(router: express.Router, given: AppDependencies): { passwords: Passwords; ended: PersonSessions } {
  const { context: { store, directory }, openId } = given;
  const [kept, tokens, passwords] = [sessionStore(store), new Tokens(given.context), new Passwords(given.context)];
  router.use(withBearer(tokens));
  router.use(forPeople(sessions({ secret: given.sessionSecret, production: given.production, store: kept })));
  router.use(forPeople(requireCsrf));
  router.use(['/procedures', '/frameworks', '/documents'], express.json({ limit: '5mb', reviver: refusePrototypes }));
  router.use(express.json({ limit: '256kb', reviver: refusePrototypes }));
  router.use(forPeople(withActor((id) => directory.actor(id))), new Limits(given.context.settings).count, trailed(given.trail, () => given.context.now()));
  const ended = new PersonSessions(store, () => { kept.forgetAll(); });
  const signIn = new SignIn({ context: given.context, passwords, sessions: ended });
  router.use(sessionRoutes(directory, signIn, { demo: given.demo && !given.production, openId }));
  if (openId) router.use(openIdRoutes(openId, directory, signIn, given.log));
  router.use(accountRoutes(signIn, ended));
  router.use(tokenRoutes(tokens));
  return { passwords, ended };
}
