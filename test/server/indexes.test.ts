/**
 * No question scans what an index should find. Everything that the program asks while people work is heard; of what grows with dossiers
 * and years, each question has to be answered by an index of the schema. What does not grow may be read as a whole.
 */
import type { Schema } from 'mongoose';
import type { DossierRow, DossierView } from '../../server/contract.js';
import { indexesOf, isServed, listen, type Asked } from '../support/asked.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

/** Tens, at most hundreds of documents in an installation, whatever its age. */
const SMALL = new Set(['agencies', 'departments', 'staff', 'roles', 'procedures', 'procedureVersions', 'procedureRevisions', 'revisionSteps', 'settings', 'ruleSets', 'ruleChanges', 'calendars', 'calendarVersions', 'calendarAssignments', 'formTemplates', 'blankForms', 'secrets', 'migrations', 'frameworks', 'frameworkVersions', 'qualityDocuments', 'documentRevisions', 'documentSteps']);
let bench: AppBench, heard: ReturnType<typeof listen>, schemas: Map<string, Schema>;
const people: Record<string, Clerk> = {};
beforeAll(async () => {
  heard = listen();
  bench = await appBench({ dossiers: 40 });
  schemas = new Map(Object.values(bench.store.connection.models).map((model) => [model.collection.name, model.schema as Schema]));
  for (const id of ['lan', 'mai', 'an', 'quang']) people[id] = await Clerk.signIn(bench.url, id);
}, 90_000);
afterAll(async () => { heard?.stop(); await bench?.close(); }, 30_000);

const inWords = ({ collection, method, filter, sort }: Asked): string => `${collection}.${method} ${JSON.stringify(filter, (_key, value: unknown) => (value instanceof RegExp ? String(value) : value))}${sort.length > 0 ? ` in the order of ${sort.join(', ')}` : ''}`;
/** Without those that are served; each shape once. */
function scans(): string[] {
  const grown = heard.asked.filter(({ collection }) => schemas.has(collection) && !SMALL.has(collection));
  const bad = grown.filter((each) => !isServed(indexesOf(schemas.get(each.collection)!), each)).map(inWords);
  return [...new Set(bad)];
}
async function all(who: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const { status } = await people[who]!.get(path);
    expect([who, path, status]).toEqual([who, path, 200]);
  }
}

test('the lists, in every way they can be filtered and sorted', async () => {
  const P = 'procedure=P01-dang-ky-khai-sinh';
  heard.asked.length = 0;
  for (const view of ['mine', 'department', 'all']) {
    await all('mai', ['', '&status=overdue', '&status=dueSoon', '&status=paused', `&${P}`, '&q=nguyen%20van', '&sort=since', '&sort=-dossierNo'].map((more) => `/api/work?view=${view}${more}`));
  }
  await all('lan', ['', 'state=inProgress', P, 'q=nguyen', `state=delivered&${P}`].map((more) => `/api/dossiers?${more}`));
  await all('lan', ['/api/notices', '/api/notices?unread=true', '/api/reception-drafts', '/api/stand-ins', '/api/views', '/api/account/sessions', '/api/register', '/api/tables/work.xlsx', '/api/tables/dossiers.xlsx']);
  await all('an', ['/api/outbox', '/api/outbox?state=failed', '/api/organisation', '/api/organisation/staff', '/api/organisation/changes', '/api/tokens', '/api/rules/changes', '/api/calendars']);
  await all('quang', ['/api/reports/overview', `/api/reports/overview?${P}&agency=ubnd-binh-an&channel=desk&from=2025-01-01&by=quarter`, '/api/reports/overview?department=phongKinhTe&field=x', ...['late', 'at-risk'].flatMap((each) => [`/api/reports/${each}`, `/api/reports/${each}?${P}&department=phongKinhTe&channel=desk`]), '/api/tables/overview.xlsx', `/api/reports/heat?${P}`, `/api/reports/heat?${P}&agency=ubnd-binh-an&channel=desk`, `/api/tables/heat.xlsx?${P}`, '/api/tables/improvements.xlsx?source=audit', '/api/tables/index-cases.xlsx?indicator=onTime&met=true', `/api/reports/findings?${P}`, '/api/improvements', '/api/improvements?state=open', '/api/improvements?source=audit', `/api/improvements?${P}`, '/api/improvements?dossier=x', '/api/quality-links?kind=procedure&ref=x', '/api/quality-links?kind=reviewPack', `/api/reports/practice?${P}`, `/api/reports/practice?${P}&agency=ubnd-binh-an&channel=desk&version=1`, `/api/reports/moves?${P}`, `/api/tables/practice.xlsx?${P}`, '/api/reports/ratings', '/api/reports/monthly', '/api/reports/index', '/api/reports/index?by=quarter', `/api/reports/index?from=2026-01-01&department=tuPhapHoTich&${P}`, '/api/reports/index/cases?indicator=onTime&met=true', '/api/reports/index/cases?indicator=onTime&met=false&department=tuPhapHoTich', ...['receivedOnline', 'digitised', 'satisfied', 'toldPortal', 'complaintsInTime'].map((each) => `/api/reports/index/cases?met=false&agency=ubnd-binh-an&indicator=${each}`), '/api/procedures', '/api/library/alike', '/api/library/near/P01-dang-ky-khai-sinh', '/api/frameworks', '/api/frameworks/rulings?code=P01', '/api/documents', '/api/documents?toRead=true', '/api/papers/procedures.docx']);
  expect(heard.asked.length).toBeGreaterThan(200);
  for (const field of ['state', 'procedureId']) expect(indexesOf(schemas.get('dossiers')!).map((each) => each.fields)).toContainEqual(['agencies', field, 'receivedAt', '_id']);
  expect(scans()).toEqual([]);
});

test('a dossier from the desk to a decision, and all that its page shows', async () => {
  heard.asked.length = 0;
  const who = { name: 'Trần Thị Ngọc Ánh', idNumber: '000123456789', phone: '0901234567' };
  expect((await people.lan!.post('/api/dossiers/similar', who)).status).toBe(200);
  const { body: row } = await people.lan!.post<DossierRow>('/api/dossiers', {
    commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: { kind: 'person', ...who }, parts: [{ type: 'giayChungSinh', copies: 1, received: true }], data: { hoTenCon: 'Trần Minh An' },
  });
  const { body: view } = await people.lan!.get<DossierView>(`/api/dossiers/${row.id}`);
  const item = view.work[0]!;
  const outcome = item.outcomes.find((each) => each.kind === 'forward')!.id;
  expect((await people.lan!.post(`/api/work/${item.id}/complete`, { commandId: newCommandId(), outcome })).status).toBe(200);
  await all('lan', ['', '/actions', '/attachments', '/forms'].map((more) => `/api/dossiers/${row.id}${more}`));
  await all('lan', [`/api/dossiers/${row.id}/forms/01.pdf`]);
  expect(scans()).toEqual([]);
});
