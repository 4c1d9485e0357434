/** Addresses of the staff pages. Everything but sign-in stands inside the shell; heavy pages load when opened. */
import { useQuery } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Navigate, Outlet } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { ApiError, type VersionName } from './api.js';
import { useWords } from './i18n/index.js';
import { homeOf } from './layout/roles.js';
import { Shell } from './layout/Shell.js';
import type { DossierSearch } from './pages/dossiers/DossiersPage.js';
import type { ImprovementSearch } from './pages/improvements/ImprovementsPage.js';
import type { OutboxSearch } from './pages/outbox/OutboxPage.js';
import type { OverviewSearch } from './pages/overview/search.js';
import type { PracticeSearch } from './pages/practice/search.js';
import type { IndexSearch } from './pages/service-index/search.js';
import { parseWorkSearch } from './pages/work/search.js';
import { WorkPage } from './pages/work/WorkPage.js';
import { sessionQuery } from './queries.js';
import { Empty, Failed, Loading } from './ui/states.js';

function NotFound() {
  const { t } = useWords();
  return <Empty title={t('app.notFound')}>{t('app.notFoundText')}</Empty>;
}

function ShellWithSession() {
  const session = useQuery(sessionQuery);
  if (session.error) return <Failed error={session.error} retry={() => void session.refetch()} />;
  if (!session.data) return <Loading />;
  return session.data.person ? <Shell session={session.data} /> : <Navigate to="/sign-in" />;
}

function Home() {
  const person = useQuery(sessionQuery).data?.person;
  return person ? <Navigate to={homeOf(person)} replace /> : <Loading />;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : typeof value === 'number' ? String(value) : undefined);
const pageIn = ({ page }: Record<string, unknown>): number | undefined => (Number(page) > 1 ? Number(page) : undefined);
const parseDossierSearch = (raw: Record<string, unknown>): DossierSearch => ({ q: text(raw.q), state: text(raw.state), page: pageIn(raw) });
/** Read by the page: the reader comes with it, not with the first one. */
const asItStands = <T,>(raw: Record<string, unknown>): T => raw as T;
const parseVersion = (raw: Record<string, unknown>): { version: VersionName } => ({ version: Number.isInteger(Number(raw.version)) && Number(raw.version) > 0 ? Number(raw.version) : 'draft' });

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });
const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: lazyRouteComponent(() => import('./pages/signin/SignInPage.js'), 'SignInPage') });
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: ShellWithSession });
const home = createRoute({ getParentRoute: () => shell, path: '/', component: Home });
const work = createRoute({ getParentRoute: () => shell, path: '/work', component: WorkPage, validateSearch: parseWorkSearch });
const receive = createRoute({ getParentRoute: () => shell, path: '/receive', validateSearch: (raw: Record<string, unknown>): { procedure?: string; draft?: string } => ({ procedure: text(raw.procedure), draft: text(raw.draft) }), component: lazyRouteComponent(() => import('./pages/receive/ReceivePage.js'), 'ReceivePage') });
const dossiers = createRoute({ getParentRoute: () => shell, path: '/dossiers', validateSearch: parseDossierSearch, component: lazyRouteComponent(() => import('./pages/dossiers/DossiersPage.js'), 'DossiersPage') });
const dossier = createRoute({ getParentRoute: () => shell, path: '/dossiers/$dossierId', component: lazyRouteComponent(() => import('./pages/dossier/DossierPage.js'), 'DossierPage') });
const overview = createRoute({ getParentRoute: () => shell, path: '/overview', validateSearch: asItStands<OverviewSearch>, component: lazyRouteComponent(() => import('./pages/overview/OverviewPage.js'), 'OverviewPage') });
const serviceIndex = createRoute({ getParentRoute: () => shell, path: '/index-766', validateSearch: asItStands<IndexSearch>, component: lazyRouteComponent(() => import('./pages/service-index/ServiceIndexPage.js'), 'ServiceIndexPage') });
const calendars = createRoute({ getParentRoute: () => shell, path: '/calendars', component: lazyRouteComponent(() => import('./pages/calendar/CalendarPage.js'), 'CalendarPage') });
const rules = createRoute({ getParentRoute: () => shell, path: '/rules', component: lazyRouteComponent(() => import('./pages/rules/RulesPage.js'), 'RulesPage') });
const settings = createRoute({ getParentRoute: () => shell, path: '/settings', component: lazyRouteComponent(() => import('./pages/settings/SettingsPage.js'), 'SettingsPage') });
const organisation = createRoute({ getParentRoute: () => shell, path: '/organisation', component: lazyRouteComponent(() => import('./pages/organisation/OrganisationPage.js'), 'OrganisationPage') });
const outbox = createRoute({ getParentRoute: () => shell, path: '/outbox', validateSearch: asItStands<OutboxSearch>, component: lazyRouteComponent(() => import('./pages/outbox/OutboxPage.js'), 'OutboxPage') });
const personal = createRoute({ getParentRoute: () => shell, path: '/personal', component: lazyRouteComponent(() => import('./pages/personal/PersonalPage.js'), 'PersonalPage') });
const standIns = createRoute({ getParentRoute: () => shell, path: '/stand-ins', component: lazyRouteComponent(() => import('./pages/standins/StandInsPage.js'), 'StandInsPage') });
const account = createRoute({ getParentRoute: () => shell, path: '/account', component: lazyRouteComponent(() => import('./pages/account/AccountPage.js'), 'AccountPage') });
const procedures = createRoute({ getParentRoute: () => shell, path: '/procedures', component: lazyRouteComponent(() => import('./pages/procedures/ProceduresPage.js'), 'ProceduresPage') });
const procedure = createRoute({ getParentRoute: () => shell, path: '/procedures/$procedureId', component: lazyRouteComponent(() => import('./pages/procedures/ProcedurePage.js'), 'ProcedurePage') });
const practice = createRoute({ getParentRoute: () => shell, path: '/procedures/$procedureId/practice', validateSearch: asItStands<PracticeSearch>, component: lazyRouteComponent(() => import('./pages/practice/PracticePage.js'), 'PracticePage') });
const design = createRoute({ getParentRoute: () => shell, path: '/procedures/$procedureId/design', validateSearch: parseVersion, component: lazyRouteComponent(() => import('./pages/designer/DesignerPage.js'), 'DesignerPage') });

const version = createRoute({ getParentRoute: () => shell, path: '/procedures/$procedureId/versions/$version', component: lazyRouteComponent(() => import('./pages/versions/VersionPage.js'), 'VersionPage') });
const improvementPages = () => import('./pages/improvements/index.js');
const improvementList = createRoute({ getParentRoute: () => shell, path: '/improvements', validateSearch: (raw: Record<string, unknown>): ImprovementSearch => ({ state: text(raw.state), source: text(raw.source), page: pageIn(raw) }), component: lazyRouteComponent(improvementPages, 'ImprovementsPage') });
const newImprovement = createRoute({ getParentRoute: () => shell, path: '/improvements/new', validateSearch: (raw: Record<string, unknown>): { dossier?: string; procedure?: string } => ({ dossier: text(raw.dossier), procedure: text(raw.procedure) }), component: lazyRouteComponent(improvementPages, 'NewRecordPage') });
const improvement = createRoute({ getParentRoute: () => shell, path: '/improvements/$recordId', component: lazyRouteComponent(improvementPages, 'RecordPage') });
const conformity = createRoute({ getParentRoute: () => shell, path: '/conformity', component: lazyRouteComponent(() => import('./pages/conformity/ConformityPage.js'), 'ConformityPage') });
const library = createRoute({ getParentRoute: () => shell, path: '/library', component: lazyRouteComponent(() => import('./pages/library/LibraryPage.js'), 'LibraryPage') });
const compare = createRoute({ getParentRoute: () => shell, path: '/library/compare', validateSearch: (raw: Record<string, unknown>): { a: string; b: string } => ({ a: text(raw.a) ?? '', b: text(raw.b) ?? '' }), component: lazyRouteComponent(() => import('./pages/library/ComparePage.js'), 'ComparePage') });

const frameworks = createRoute({ getParentRoute: () => shell, path: '/frameworks', component: lazyRouteComponent(() => import('./pages/frameworks/FrameworksPage.js'), 'FrameworksPage') });
const framework = createRoute({ getParentRoute: () => shell, path: '/frameworks/$frameworkId', component: lazyRouteComponent(() => import('./pages/frameworks/FrameworkPage.js'), 'FrameworkPage') });
const followed = createRoute({ getParentRoute: () => shell, path: '/frameworks/$frameworkId/$code', component: lazyRouteComponent(() => import('./pages/frameworks/FollowedPage.js'), 'FollowedPage') });

const documentPages = () => import('./pages/documents/index.js');
const documentList = createRoute({ getParentRoute: () => shell, path: '/documents', validateSearch: (raw: Record<string, unknown>): { kind?: string; toRead?: boolean; page?: number } => ({ kind: text(raw.kind), toRead: raw.toRead === true || undefined, page: pageIn(raw) }), component: lazyRouteComponent(documentPages, 'DocumentsPage') });
const qualityDocument = createRoute({ getParentRoute: () => shell, path: '/documents/$documentId', validateSearch: ({ version: asked }: Record<string, unknown>): { version?: number } => ({ version: Number(asked) > 0 ? Number(asked) : undefined }), component: lazyRouteComponent(documentPages, 'DocumentPage') });

const tree = root.addChildren([signIn, shell.addChildren([home, work, receive, dossiers, dossier, overview, serviceIndex, calendars, rules, settings, organisation, outbox, personal, standIns, account, procedures, procedure, version, practice, design, library, compare, conformity, improvementList, newImprovement, improvement, frameworks, framework, followed, documentList, qualityDocument])]);

export const createAppRouter = (client: QueryClient) => createRouter({ routeTree: tree, basepath: '/app', context: { client }, defaultPendingComponent: Loading, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register { router: ReturnType<typeof createAppRouter> }
}

/** A session that has ended leads back to the sign-in page, from wherever the answer came. */
export const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.status === 401;
