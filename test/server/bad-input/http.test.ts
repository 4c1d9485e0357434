/**
 * The catalogue of bad input, the rows that come over HTTP: what is sent, what has to be answered, and that nothing was
 * written by it. A row is one line; what an answer shows of our insides (stack, path, driver) fails every row.
 */
import { brotliCompressSync } from 'node:zlib';
import { Clerk } from '../../support/clerk.js';
import { appBench, type AppBench } from '../bench.js';

let bench: AppBench;
let an: Clerk, lan: Clerk, chi: Clerk;
let own = '', foreign = '';
beforeAll(async () => {
  bench = await appBench({ dossiers: 6 });
  [an, lan, chi] = await Promise.all(['an', 'lan', 'chi'].map((id) => Clerk.signIn(bench.url, id))) as [Clerk, Clerk, Clerk];
  const docs = await bench.store.dossiers.find({ agencies: 'ubnd-binh-an' }).limit(2).lean();
  [own, foreign] = docs.map(({ _id }) => _id) as [string, string];
  await bench.store.dossiers.updateOne({ _id: foreign }, { $set: { agencies: ['so-y-te'], agencyId: 'so-y-te' } });
}, 90_000);
afterAll(() => bench?.close(), 30_000);

type Who = 'an' | 'lan' | 'chi' | 'nobody';
interface Row { name: string; who: Who; method: string; path: string; body?: unknown; headers?: Record<string, string>; expected: number }
const ID = 'c-12345678';
const RECEIVE = { commandId: ID, procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: { kind: 'person', name: 'An' }, parts: [] };
const PERSON = { id: 'moi', name: 'Người Mới', position: '', departmentIds: ['vanPhong'], roles: ['officer'], active: true, reason: 'thử' };
const row = (name: string, who: Who, method: string, path: string, body: unknown, expected: number, headers: Record<string, string> = {}): Row => ({ name, who, method, path, body, expected, headers });
const post = (name: string, body: unknown, expected = 400, path = '/api/dossiers', who: Who = 'lan'): Row => row(name, who, 'POST', path, body, expected);
const get = (name: string, path: string, expected: number, who: Who = 'lan'): Row => row(name, who, 'GET', path, undefined, expected);
const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

const OPERATORS: Row[] = [
  post('operator for an account', { account: { $gt: '' }, password: 'x' }, 400, '/api/session/password', 'nobody'),
  post('operator for a password', { account: 'lan', password: { $ne: null } }, 400, '/api/session/password', 'nobody'),
  post('operator for a demo person', { personId: { $ne: '' } }, 400, '/api/session', 'nobody'),
  post('operator for a procedure', { ...RECEIVE, procedureId: { $regex: '.*' } }),
  post('operator as a field of the form', { ...RECEIVE, data: { $where: 'sleep(1000)' } }),
  post('operator as the id of a token\'s person', { name: 'x', personId: { $ne: '' }, scopes: ['dossiers:read'], days: 1 }, 400, '/api/tokens', 'an'),
  get('operator in a query, as some parsers read it', '/api/dossiers?q[$ne]=', 400),
  get('NUL in a search of dossiers', '/api/dossiers?q=An%00Nguyen', 200),
  get('NUL in a search of work', '/api/work?q=%00', 200),
  get('NUL in a search for a table', '/api/tables/dossiers.xlsx?q=a%00b', 200),
  get('the same name twice in a query', '/api/work?view=mine&view=all', 400),
];
const ASSIGNMENT: Row[] = [
  post('state of a dossier', { ...RECEIVE, state: 'delivered' }),
  post('its agency', { ...RECEIVE, agencyId: 'so-y-te' }),
  post('its due date', { ...RECEIVE, dueAt: '2099-01-01' }),
  post('agency of a person', { ...PERSON, agencyId: 'so-y-te' }, 400, '/api/organisation/staff', 'an'),
  post('revision of a person', { ...PERSON, revision: 99 }, 400, '/api/organisation/staff', 'an'),
  post('hash of a token', { name: 'x', personId: 'lan', scopes: ['dossiers:read'], days: 1, _id: 'x' }, 400, '/api/tokens', 'an'),
  post('roles at the sign-in', { personId: 'lan', roles: ['administrator'] }, 400, '/api/session', 'lan'),
  post('prototype of the body', `{"commandId":"${ID}","__proto__":{"roles":["administrator"]}}`),
  post('a name of the prototype in the form', { ...RECEIVE, data: { constructor: 1 } }),
  post('prototype of the form', `{"commandId":"${ID}","procedureId":"P01-dang-ky-khai-sinh","channel":"desk","applicant":{"kind":"person","name":"An"},"parts":[],"data":{"__proto__":{"a":1}}}`),
];
const MALFORMED: Row[] = [
  post('half a body', '{"commandId":'), post('an array', []), post('a text', '"x"'), post('null', 'null'), post('nothing', ''),
  post('depth of 100,000', nested(20_000)), post('300 kB', { ...RECEIVE, note: 'x'.repeat(300_000) }, 413),
  post('a number beyond doubles', `{"commandId":"${ID}","feePaid":{"amount":1e400}}`), post('NUL in a name', { ...RECEIVE, applicant: { kind: 'person', name: 'A\u0000n' } }),
  row('XML', 'lan', 'POST', '/api/dossiers', '<a/>', 415, { 'content-type': 'application/xml' }), row('a form, as another site could send it', 'lan', 'POST', '/api/dossiers', 'a=1', 415, { 'content-type': 'application/x-www-form-urlencoded' }),
  row('an unknown charset', 'lan', 'POST', '/api/dossiers', '{}', 415, { 'content-type': 'application/json; charset=utf-99' }),
  row('a compression nobody knows', 'lan', 'POST', '/api/dossiers', '{}', 415, { 'content-encoding': 'snappy' }),
  row('10 MB in a few bytes', 'lan', 'POST', '/api/dossiers', brotliCompressSync(Buffer.from(`"${'x'.repeat(10_000_000)}"`)), 413, { 'content-type': 'application/json', 'content-encoding': 'br' }),
  get('a percent sign alone', '/api/dossiers/%', 400), get('overlong UTF-8', '/api/dossiers/%C0%AE', 400), get('NUL in an id', '/api/dossiers/a%00b', 404), get('2,000 characters of id', `/api/dossiers/${'a'.repeat(2_000)}`, 404),
  get('a way out of the folder', '/api/dossiers/..%2F..%2Fetc%2Fpasswd', 404), get('page of minus one', '/api/dossiers?page=-1', 400), get('pages without end', '/api/dossiers?pageSize=1e9', 400), get('300 characters to search', `/api/dossiers?q=${'a'.repeat(300)}`, 400),
];
const UNICODE: Row[] = [
  post('right to left in a name', { ...RECEIVE, applicant: { kind: 'person', name: 'An\u202Egnp.exe' } }), post('isolates in a name', { ...RECEIVE, applicant: { kind: 'person', name: '\u2066An\u2069' } }),
  post('zero width in a name', { ...RECEIVE, applicant: { kind: 'person', name: 'A\u200Bn' } }), post('a name of spaces', { ...RECEIVE, applicant: { kind: 'person', name: ' \u00A0 ' } }),
  post('letters that look alike in an account', { ...PERSON, id: 'l\u0430n' }, 400, '/api/organisation/staff', 'an'), post('an account with marks', { ...PERSON, id: 'lần' }, 400, '/api/organisation/staff', 'an'),
];
const OTHERS: Row[] = [
  get('dossier of another agency', '/api/dossiers/FOREIGN', 404), get('its files', '/api/dossiers/FOREIGN/attachments', 404), get('its receipt', '/api/dossiers/FOREIGN/forms/01.pdf', 404), get('what could be done to it', '/api/dossiers/FOREIGN/actions', 404),
  post('an action on it', { commandId: ID, reason: 'x' }, 404, '/api/dossiers/FOREIGN/actions/withdraw'), post('its incident', { commandId: ID, action: 'skip', reason: 'x' }, 404, '/api/dossiers/FOREIGN/incidents/i1', 'an'),
  row('department of another agency', 'an', 'PUT', '/api/organisation/departments/phongCsgt', { name: 'X', oneStop: false, base: 0, reason: 'x' }, 404), post('password of somebody there', { reason: 'x' }, 404, '/api/organisation/staff/khong-co/password', 'an'),
  get('settings, by a clerk', '/api/settings', 403), get('tokens, by a clerk', '/api/tokens', 403), post('a process, by a clerk', { id: 'x', xml: '<a/>' }, 403, '/api/procedures'), get('reports, by a clerk', '/api/reports/overview', 403),
];
const SESSIONS: Row[] = [
  get('no cookie', '/api/work', 401, 'nobody'),
  row('a cookie made up', 'nobody', 'GET', '/api/work', undefined, 401, { cookie: 'df.sid=s%3Aabc.def' }), row('a cookie without a signature', 'nobody', 'GET', '/api/work', undefined, 401, { cookie: 'df.sid=abc' }),
  row('an id with an operator', 'nobody', 'GET', '/api/work', undefined, 401, { cookie: 'df.sid=j%3A%7B%22%24gt%22%3A%22%22%7D' }),
  row('a token without a signature (alg none)', 'nobody', 'GET', '/api/work', undefined, 401, { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbiJ9.' }), row('two ways at once', 'lan', 'GET', '/api/work', undefined, 401, { authorization: 'Bearer x' }),
  row('a change without the token of the session', 'lan', 'POST', '/api/dossiers', RECEIVE, 403, { 'x-csrf-token': '' }), row('with another one', 'lan', 'POST', '/api/dossiers', RECEIVE, 403, { 'x-csrf-token': 'x'.repeat(32) }),
  row('a change dressed as a look', 'lan', 'GET', '/api/dossiers', undefined, 200, { 'x-http-method-override': 'DELETE' }), row('an answer of the provider that nobody asked for', 'nobody', 'GET', '/api/session/open-id/callback?code=x&state=y', undefined, 404),
];

const WRITTEN = ['dossiers', 'staff', 'departments', 'tokens', 'passwords', 'procedures', 'log'] as const;
const counted = async (): Promise<number[]> => Promise.all(WRITTEN.map((name) => bench.store[name].countDocuments()));
const INSIDES = /\n\s+at |node_modules|MongoServer|Mongoose|\/(home|root|tmp|work)\//;

describe.each([['operators of the database', OPERATORS], ['fields that are not one\'s own to set', ASSIGNMENT], ['bodies and addresses', MALFORMED], ['Unicode', UNICODE], ['what belongs to others', OTHERS], ['sessions, tokens, other sites', SESSIONS]])('%s', (_chapter, rows) => {
  test.each(rows.map((each) => [each.name, each.expected, each] as const))('%s: %i', async (_name, expected, { who, method, path, body, headers }) => {
    const clerk = { an, lan, chi, nobody: new Clerk(bench.url) }[who];
    if (who === 'nobody' && method !== 'GET') await clerk.open();
    const before = await counted();
    const asText: Record<string, string> = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
    const reply = await clerk.send<unknown>(method, path.replace('FOREIGN', foreign), body, { ...asText, ...headers });
    const said = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
    expect({ status: reply.status, said: said.slice(0, reply.status === expected ? 0 : 300) }).toEqual({ status: expected, said: '' });
    if (expected >= 400) expect(reply.headers.get('content-type')).toContain('application/problem+json');
    expect(said).not.toMatch(INSIDES);
    expect(await counted()).toEqual(before);
  });
});

test('a name is one name, composed or not', async () => {
  expect((await lan.get<{ total: number }>(`/api/dossiers?q=${encodeURIComponent('Nguyễn'.normalize('NFD'))}`)).body.total).toBe((await lan.get<{ total: number }>(`/api/dossiers?q=${encodeURIComponent('Nguyễn'.normalize('NFC'))}`)).body.total);
  expect((await lan.get(`/api/dossiers/${own}`)).status).toBe(200);
});
