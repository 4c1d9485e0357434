/** Two agencies apart: with an id in the address, another's thing is 404 and stays as it is; without one, nothing of it is in a list, a count or a file. */
import { createHash, randomUUID } from 'node:crypto';
import { API_ROUTES } from '../../../server/access.js';
import type { Declared } from '../../../server/http/route.js';
import type { Store } from '../../../models/store.js';
import { Clerk, newCommandId, type Reply } from '../../support/clerk.js';
import { unzip } from '../../support/zip.js';
import type { AppBench } from '../bench.js';
import { AGENCIES, personOf, tokenOf, twoAgencies } from './world.js';

const PROCEDURE = 'P01-dang-ky-khai-sinh';
const TUS = { 'tus-resumable': '1.0.0' };
let bench: AppBench;
let own: Clerk, other: Clerk;
let ids: Record<'dossier' | 'work' | 'file' | 'upload' | 'token' | 'draft' | 'session' | 'notice' | 'letter' | 'standIn' | 'migration' | 'improvement' | 'document', string>;

beforeAll(async () => {
  bench = await twoAgencies(12);
  const { store } = bench;
  const lan = await Clerk.signIn(bench.url, 'lan');
  const applicant = { kind: 'person', name: 'Trần Văn Riêng', phone: '0912000111', idNumber: '079090000111' };
  for (const [procedureId, data] of [[PROCEDURE, { hoTenCon: 'Trần Riêng' }], ['P07-dang-ky-ho-kinh-doanh', { tenHoKinhDoanh: 'Tạp hóa Riêng' }]]) {
    expect((await lan.post('/api/dossiers', { commandId: newCommandId(), procedureId, channel: 'desk', applicant, parts: [], data })).status).toBe(201);
  }
  const of = { $set: { agencyId: AGENCIES.own.id } };
  await Promise.all([store.dossiers.updateMany({}, { $set: { agencies: [AGENCIES.own.id], agencyId: AGENCIES.own.id } }), store.workItems.updateMany({}, of), store.outbox.updateMany({}, of)]);
  [own, other] = await Promise.all([Clerk.signIn(bench.url, personOf('own', 'all')), Clerk.signIn(bench.url, personOf('other', 'all'))]) as [Clerk, Clerk];
  ids = await things(store);
}, 90_000);
afterAll(() => bench?.close(), 30_000);

async function things(store: Store): Promise<typeof ids> {
  const by = personOf('own', 'all');
  const work = (await store.workItems.findOne({ open: true }).lean())!;
  const dossier = (await store.dossiers.findById(work.dossierId).lean())!;
  const [at, id] = [new Date(), (name: string) => `${name}-${randomUUID()}`];
  const known = { dossierId: dossier._id, dossierNo: dossier.dossierNo, procedureName: 'x' };
  await tokenOf(own, by, 'dossiers:read');
  const made = {
    dossier: dossier._id, work: work._id, file: id('file'), upload: id('upload'), token: (await store.tokens.findOne().lean())!.ref, draft: newCommandId(), notice: id('notice'), letter: id('letter'), standIn: id('stand-in'), improvement: id('improvement'), document: id('document'), migration: newCommandId(),
    session: (await own.get<{ items: { ref: string }[] }>('/api/account/sessions')).body.items[0]!.ref,
  };
  await Promise.all([
    store.attachments.create({ _id: made.file, dossierId: dossier._id, name: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: 'x', at, by }),
    store.uploads.create({ _id: made.upload, dossierId: dossier._id, name: 'b.pdf', size: 10, offset: 0, at, by }),
    store.receptionDrafts.create({ _id: made.draft, staffId: by, procedureId: PROCEDURE, title: 'x', content: '{}', savedAt: at }),
    store.notices.create({ _id: made.notice, to: by, at, kind: 'reminder', ...known, steps: [] }),
    store.outbox.create({ _id: made.letter, channel: 'email', to: 'a@b.vn', kind: 'received', ...known, procedureId: PROCEDURE, agencyId: AGENCIES.own.id, facts: {}, at, state: 'failed', attempts: 9, nextAt: at }),
    store.standIns.create({ _id: made.standIn, absentId: by, standInId: personOf('own', 'officer'), agencyId: AGENCIES.own.id, from: at, to: new Date(at.getTime() + 86_400_000), setAt: at, setBy: by }),
    store.improvements.create({ _id: made.improvement, no: 'CT-2026-0001', agencyId: AGENCIES.own.id, procedureId: PROCEDURE, procedureName: 'x', kind: 'improvement', source: 'audit', state: 'open', title: 'x', openedAt: at, openedBy: by, owner: by, dueDay: '2026-12-31', goal: 'medianHours', dossiers: [], seq: 1, history: [] }),
    store.qualityDocuments.create({ _id: made.document, agencyId: AGENCIES.own.id, kind: 'policy', code: 'X-1', title: 'x', seq: 1, draft: { title: 'x', content: {}, concerned: [], authors: [by], savedAt: at, savedBy: by } }),
    store.documentRevisions.create({ _id: `${made.document}@1`, documentId: made.document, agencyId: AGENCIES.own.id, version: 1, kind: 'policy', code: 'X-1', title: 'x', content: {}, concerned: [], state: 'inReview', seq: 1, draftSeq: 1, authors: [by], history: [{ act: 'submitted', at, by }], comments: [{ id: 'c1', text: 'x', at, by, answers: [] }] }),
    store.monthlyReports.create({ _id: id('report'), agencyId: AGENCIES.own.id, month: '2026-10', at, vi: Buffer.from('%PDF-'), en: Buffer.from('%PDF-') }),
    ...([['own', 1], ['other', 7]] as const).map(([agency, n]) => store.declarations.create({ _id: id('declaration'), agencyId: AGENCIES[agency].id, n, standard: 'x', decision: { number: '1', date: '2026-11-16', signatory: 'x' }, procedures: [{ procedureId: PROCEDURE, code: 'P01', name: 'x', version: 1 }], leftOut: [], at, by })),
    store.migrations.create({ _id: made.migration, procedureId: PROCEDURE, from: 1, to: 2, plan: { mappings: [] }, at, by, reason: 'x', stopOnError: false, bodyHash: 'x', agencies: [AGENCIES.own.id], finishedAt: at }),
  ]);
  return made;
}

interface Tried { params: Record<string, keyof typeof ids | `=${string}`>; query?: string; body?: object; headers?: Record<string, string>; /** Answered so without telling or doing anything. */ silent?: number }
const command = { commandId: newCommandId() };
const reason = { reason: 'thử' };
const PERSON = { name: 'X', position: 'x', departmentIds: [AGENCIES.other.department], roles: ['officer'], active: true, base: 0, ...reason };
const staff = { id: '=own-officer' } as const;
const revision = { id: 'document', version: '=1' } as const;
/** What each route with an id in its address is tried with; a text in place of it says why the thing is nobody's own. */
const TRIED: Record<string, Tried | string> = {
  accountEndSession: { params: { ref: 'session' } }, tokensRevoke: { params: { ref: 'token' } },
  workClaim: { params: { id: 'work' }, body: command }, workRelease: { params: { id: 'work' }, body: command }, workStart: { params: { id: 'work' }, body: command },
  workAssign: { params: { id: 'work' }, body: { ...command, to: personOf('other', 'officer') } }, workComplete: { params: { id: 'work' }, body: command },
  dossiersOpen: { params: { id: 'dossier' } }, dossiersIncident: { params: { id: 'dossier', incident: '=i1' }, body: { ...command, action: 'skip', ...reason } },
  casesOffered: { params: { id: 'dossier' } }, casesAct: { params: { id: 'dossier', action: '=withdraw' }, body: { ...command, ...reason } },
  formsList: { params: { id: 'dossier' } }, formsOpen: { params: { id: 'dossier', file: '=01.pdf' } },
  attachmentsList: { params: { id: 'dossier' } }, attachmentsOpen: { params: { id: 'dossier', file: 'file' } }, attachmentsRemove: { params: { id: 'dossier', file: 'file' }, body: reason },
  uploadsProgress: { params: { upload: 'upload' }, headers: TUS }, uploadsForget: { params: { upload: 'upload' }, headers: TUS },
  uploadsAppend: { params: { upload: 'upload' }, headers: { ...TUS, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' } },
  receptionDraftsRead: { params: { id: 'draft' } }, receptionDraftsSave: { params: { id: 'draft' }, body: { procedureId: PROCEDURE, title: 'y', content: '{}' } }, receptionDraftsRemove: { params: { id: 'draft' }, silent: 204 },
  noticesRead: { params: { id: 'notice' }, silent: 204 }, standInsEnd: { params: { id: 'standIn' } }, outboxRetry: { params: { id: 'letter' } },
  organisationChangeDepartment: { params: { id: `=${AGENCIES.own.department}` }, body: { name: 'X', oneStop: false, base: 0, ...reason } }, organisationChangePerson: { params: staff, body: PERSON },
  organisationHeld: { params: staff }, organisationHandOver: { params: staff, body: { ...command, ...reason } }, organisationResetPassword: { params: staff, body: reason },
  migrationsProgress: { params: { id: `=${PROCEDURE}`, migration: 'migration' } }, migrationsResults: { params: { id: `=${PROCEDURE}`, migration: 'migration' } },
  migrationsUndo: { params: { id: `=${PROCEDURE}`, migration: 'migration' }, body: { ...command, ...reason } },
  ...Object.fromEntries(['View', 'Pdf', 'Remedies'].map((name) => [`improvements${name}`, { params: { id: 'improvement' } } satisfies Tried])),
  ...Object.fromEntries(['Predict', 'Measure', 'Draft'].map((name) => [`improvements${name}`, { params: { id: 'improvement' }, body: {} } satisfies Tried])),
  improvementsPlan: { params: { id: 'improvement' }, body: { cause: 'x', owner: personOf('other', 'all'), dueDay: '2026-12-31', goal: 'lateShare', kind: 'improvement' } }, improvementsLink: { params: { id: 'improvement' }, body: { dossierNo: 'x', relation: 'audit' } },
  improvementsVersion: { params: { id: 'improvement' }, body: { version: 2 } }, improvementsDecide: { params: { id: 'improvement' }, body: { decision: 'close', ...reason } },
  ...Object.fromEntries(['View', 'DraftFile'].map((name) => [`documents${name}`, { params: { id: 'document' } } satisfies Tried])),
  ...Object.fromEntries(['Revision', 'File', 'Pdf', 'Docx', 'Objectives', 'Readers'].map((name) => [`documents${name}`, { params: revision } satisfies Tried])),
  ...Object.fromEntries(['SendBack', 'Withdraw'].map((name) => [`documents${name}`, { params: revision, body: reason } satisfies Tried])),
  ...Object.fromEntries(['Read', 'Approve'].map((name) => [`documents${name}`, { params: revision, body: {} } satisfies Tried])),
  documentsDraft: { params: { id: 'document' }, body: { seq: 1, title: 'y', concerned: [] } }, documentsPutFile: { params: { id: 'document' }, query: '?seq=1&name=a.pdf' }, documentsSubmit: { params: { id: 'document' }, body: { note: 'x' } },
  documentsAnnounce: { params: revision, body: { number: '1', date: '2026-11-16', signatory: 'x', inForceFrom: '2026-11-16' } }, documentsComment: { params: revision, body: { ...command, text: 'x' } },
  documentsAnswer: { params: { ...revision, comment: '=c1' }, body: { text: 'x' } }, documentsResolve: { params: { ...revision, comment: '=c1' }, body: { resolved: true } },
  qualityLinksOf: { params: { id: 'dossier' } }, qualityLinksAdd: { params: { id: 'dossier' }, body: { kind: 'procedure', ref: PROCEDURE } },
  conformityDocument: { params: { n: '=1', file: '=document.pdf' } }, monthlyPdf: { params: { month: '=2026-10' } },
  ...Object.fromEntries(['migrationsPropose', 'migrationsPreview', 'migrationsMove'].map((id) => [id, 'the procedure is common; that it reaches no dossier of another agency is tried below'])),
  ...Object.fromEntries(['proceduresView', 'proceduresXml', 'proceduresFindings', 'proceduresPdf', 'proceduresDocx', 'proceduresTablePdf', 'proceduresTableDocx', 'proceduresSaveDraft', 'proceduresPublish', 'revisionsView', 'revisionsDifferences', 'blankFormsList', 'blankFormsPut', 'blankFormsRemove', 'libraryNear'].map((id) => [id, 'the library of procedures is common'])),
  ...Object.fromEntries(['revisionsSubmit', 'revisionsApprove', 'revisionsSendBack', 'revisionsAnnounce', 'revisionsWithdraw', 'revisionsComment', 'revisionsAnswer', 'revisionsResolve'].map((id) => [id, 'the library of procedures is common; that another agency says and approves nothing is tried in revisions.test.ts'])),
  ...Object.fromEntries(['calendarsView', 'calendarsFile', 'calendarsSheet', 'calendarsPreview', 'calendarsCorrect', 'calendarsProgress'].map((id) => [id, 'calendars are common'])),
  ...Object.fromEntries(['frameworksView', 'frameworksListed', 'frameworksAdopt', 'frameworksAmend', 'frameworksWithdraw', 'frameworksPractice', 'packagesFramework'].map((id) => [id, 'frameworks are common; that only the publisher changes one and sees its adopters is tried in frameworks.test.ts'])),
  ...Object.fromEntries(['frameworksDeviations', 'frameworksExplain', 'frameworksPreview', 'frameworksMerge'].map((id) => [id, 'of one\'s own agency, whoever asks'])),
  settingsChange: 'settings are common', formTemplatePreview: 'of one\'s own agency, whoever asks', descriptionAsset: 'for anybody',
};
const withId = API_ROUTES.filter(({ at }) => at.includes(':'));
const addressOf = ({ at }: Declared, params: Tried['params']): string => at.replace(/:(\w+)/g, (_all, name: string) => { const wanted = params[name]!; return encodeURIComponent(wanted.startsWith('=') ? wanted.slice(1) : ids[wanted as keyof typeof ids]); });

async function stateOf({ store }: AppBench): Promise<string> {
  const kept = ['dossiers', 'workItems', 'attachments', 'uploads', 'receptionDrafts', 'notices', 'outbox', 'standIns', 'tokens', 'passwords', 'staff', 'departments', 'migrations', 'improvements', 'qualityLinks', 'qualityDocuments', 'documentRevisions', 'documentReads', 'log'] as const;
  const docs = await Promise.all(kept.map((name) => (store[name] as unknown as { find(): { sort(by: object): { lean(): Promise<unknown[]> } } }).find().sort({ _id: 1 }).lean()));
  return createHash('sha256').update(JSON.stringify(docs)).digest('hex');
}

test('every route with an id in its address is tried, or the thing is nobody\'s own', () => {
  expect(withId.map(({ id }) => id).filter((id) => TRIED[id] === undefined)).toEqual([]);
  expect(Object.keys(TRIED).filter((id) => !withId.some((each) => each.id === id))).toEqual([]);
});

/** The made-up files have none. */
const NO_BYTES = new Set(['attachmentsOpen', 'documentsFile', 'documentsDraftFile']);
const apart = withId.flatMap((declared) => { const tried = TRIED[declared.id]; return typeof tried === 'object' ? [[declared.id, declared, tried] as const] : []; });
test.each(apart)('%s: another agency\'s is not there', async (_id, declared, tried) => {
  const [before, method, path] = [await stateOf(bench), declared.method.toUpperCase(), `${addressOf(declared, tried.params)}${tried.query ?? ''}`];
  const sent = (clerk: Clerk): Promise<Reply<unknown>> => clerk.send(method, path, declared.id === 'uploadsAppend' ? Buffer.alloc(1) : tried.body, tried.headers);
  const reply = await sent(other);
  expect({ status: reply.status, said: reply.status === (tried.silent ?? 404) ? '' : JSON.stringify(reply.body).slice(0, 300) }).toEqual({ status: tried.silent ?? 404, said: '' });
  expect(await stateOf(bench)).toBe(before);
  // What is read is there for who may read it: the address was no wrong one.
  if (declared.method === 'get' && !NO_BYTES.has(declared.id)) expect((await sent(own)).status).toBe(200);
});

const QUERY: Record<string, string> = {
  qualityLinksAbout: '?kind=procedure', packagesProcedures: `?ids=${PROCEDURE}`, registerPrint: '?from=2020-01-01&to=2030-01-01', registerSheet: '?from=2020-01-01&to=2030-01-01', reportsOverview: '?from=2020-01-01&to=2030-01-01', reportsRatings: '?from=2020-01-01&to=2030-01-01', reportsIndex: '?from=2020-01-01&to=2029-12-31', tablesIndex: '?from=2020-01-01&to=2029-12-31', reportsIndexCases: '?indicator=onTime&met=true&from=2020-01-01&to=2029-12-31', tablesOverview: '?from=2020-01-01&to=2030-01-01', improvementsReview: '?from=2026-01-01&to=2026-12-31',
  tablesIndexCases: '?indicator=onTime&met=true&from=2020-01-01&to=2029-12-31', reportsHeat: `?procedure=${PROCEDURE}&from=2020-01-01&to=2030-01-01`, ...Object.fromEntries(['reportsFindings', 'reportsPractice', 'reportsMoves', 'tablesPractice', 'tablesHeat'].map((id) => [id, `?procedure=${PROCEDURE}&from=2020-01-01&to=2030-01-01`])), libraryCompare: `?a=${PROCEDURE}&b=P12-trich-luc-ho-tich`, dueCount: '?value=3&unit=workingDays&from=2026-11-16', tablesFindings: `?procedure=${PROCEDURE}`, workList: '?view=all', tablesWork: '?view=all',
};
const lists = API_ROUTES.filter(({ method, at, id }) => method === 'get' && !at.includes(':') && id !== 'eventsOpen');
const textOf = ({ headers, body }: Reply<unknown>, bytes: Buffer): string => (/spreadsheet|zip/.test(headers.get('content-type') ?? '') ? [...unzip(bytes).values()].join('\n') : JSON.stringify(body));

test.each(lists.map((each) => [each.id, each] as const))('%s: nothing of another agency\'s dossiers', async (_id, { at, id }) => {
  const path = `${at}${QUERY[id] ?? ''}`;
  const docs = await bench.store.dossiers.find({}, { dossierNo: 1 }).lean();
  const bytes = Buffer.from(await (await fetch(`${bench.url}${path}`, { headers: other.headers() })).arrayBuffer());
  const reply = await other.get<unknown>(path);
  expect(reply.status).toBe(200);
  const said = textOf(reply, bytes);
  expect(docs.flatMap(({ _id, dossierNo }) => [_id, dossierNo]).filter((each) => said.includes(each))).toEqual([]);
});

test('nor in a count, a search, a look at what would move', async () => {
  const { applicant } = (await bench.store.dossiers.findById(ids.dossier).lean())!.facts;
  const count = async (path: string, body?: object): Promise<unknown> => (body ? other.post(path, body) : other.get(path)).then((reply) => (reply as Reply<{ total?: number; counts?: object; items?: unknown[]; running?: number; totals?: object; byState?: object[] }>).body);
  expect(await count('/api/dossiers')).toMatchObject({ total: 0 });
  expect(await count('/api/work?view=all')).toMatchObject({ total: 0, counts: { mine: 0, department: 0, all: 0, overdue: 0, dueSoon: 0 } });
  expect(await count('/api/outbox')).toMatchObject({ total: 0, counts: { waiting: 0, sent: 0, failed: 0 } });
  expect(await count('/api/notices')).toMatchObject({ total: 0, unread: 0 });
  expect(await count('/api/reports/overview?from=2020-01-01&to=2030-01-01')).toMatchObject({ byState: [], totals: { received: 0, open: 0, overdue: 0 } });
  expect(await count('/api/dossiers/similar', { name: applicant.name, ...(applicant.phone ? { phone: applicant.phone } : {}), ...(applicant.idNumber ? { idNumber: applicant.idNumber } : {}) })).toEqual({ items: [] });
  expect(((await other.get<{ openDossiers: number }[]>('/api/procedures')).body).reduce((sum, each) => sum + each.openDossiers, 0)).toBe(0);
  expect(((await own.get<{ openDossiers: number }[]>('/api/procedures')).body).reduce((sum, each) => sum + each.openDossiers, 0)).toBeGreaterThan(0);
  const calendar = (await own.get<{ version: number; file: Record<string, unknown> }>('/api/calendars/vn-office')).body;
  const closed = { ...calendar.file, closed: { ...calendar.file.closed as object, ...Object.fromEntries(['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'].map((day) => [day, 'thử'])) } };
  expect((await own.post<{ total: number }>('/api/calendars/vn-office/preview', { file: closed })).body.total).toBeGreaterThan(0);
  expect((await other.post<{ total: number }>('/api/calendars/vn-office/preview', { file: closed })).body).toMatchObject({ total: 0, items: [] });
});

test('a procedure\'s dossiers are moved by the agencies that see them', async () => {
  const [doc] = await bench.store.dossiers.aggregate<{ _id: { procedureId: string; version: number }; n: number }>([{ $match: { open: true } }, { $group: { _id: { procedureId: '$procedureId', version: '$version' }, n: { $sum: 1 } } }]);
  const { procedureId, version } = doc!._id;
  const known = (await bench.store.versions.findOne({ procedureId, version }).lean())!;
  await bench.store.versions.collection.insertOne({ ...known, _id: `${procedureId}:99`, version: 99 } as never);
  await bench.store.dossiers.updateMany({ procedureId }, { $max: { seq: 1 } });
  const ask = async (clerk: Clerk, what: string): Promise<{ total?: number; running?: number }> => (await clerk.post<{ total?: number; running?: number }>(`/api/procedures/${procedureId}/migrations/${what}`, { from: version, to: 99 })).body;
  expect((await ask(own, 'propose')).running).toBeGreaterThan(0);
  expect((await ask(other, 'propose')).running).toBe(0);
  expect((await ask(own, 'preview')).total).toBeGreaterThan(0);
  expect(await ask(other, 'preview')).toMatchObject({ total: 0, items: [] });
  const wanted = await bench.store.dossiers.findOne({ procedureId, open: true }).lean();
  const moved = await other.post<{ moved: number; kept: number; id: string }>(`/api/procedures/${procedureId}/migrations`, { ...command, commandId: newCommandId(), from: version, to: 99, dossiers: [wanted!._id], reason: 'thử' });
  expect(moved.body).toMatchObject({ moved: 0, kept: 1 });
  expect((await other.get<{ items: object[] }>(`/api/procedures/${procedureId}/migrations/${moved.body.id}/results`)).body.items).toEqual([expect.objectContaining({ code: 'unknown-dossier', dossierNo: '' })]);
  expect(await bench.store.dossiers.findById(wanted!._id).lean()).toMatchObject({ version });
});
