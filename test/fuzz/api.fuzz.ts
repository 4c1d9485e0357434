/** The API by its own description, with made-up input, as each role (npm run fuzz): no fault of the server, no answer that the description does not name. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES } from '../../server/access.js';
import { openApi } from '../../server/openapi/document.js';
import { ROUTES } from '../../server/table.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { temporaryFolder } from '../support/services.js';
import { personOf, tokenOf, twoAgencies } from '../server/access/world.js';
import type { AppBench } from '../server/bench.js';

const PROGRAM = process.env.DOSSIERFLOW_SCHEMATHESIS ?? 'st';
const EXAMPLES = process.env.DOSSIERFLOW_FUZZ_EXAMPLES ?? '20';
const ONLY = process.env.DOSSIERFLOW_FUZZ_ROLES?.split(',');
const CHECKS = 'not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,response_headers_conformance';
/** Addresses at which a person's session ends (a method that the address has not is tried too), and a stream, which does not end. */
const LEFT_OUT = new Set(['/api/session', '/api/account/sessions', '/api/account/sessions/:ref', '/api/account/password', '/api/events']);

let bench: AppBench;
const folder = temporaryFolder();
beforeAll(async () => {
  bench = await twoAgencies(10);
  const an = await Clerk.signIn(bench.url, 'an');
  for (const key of ['requests.perPerson', 'requests.perProgram']) await an.send('PUT', `/api/settings/${key}`, { scope: 'all', value: 100_000, reason: 'thử' });
  const lan = await Clerk.signIn(bench.url, 'lan');
  await lan.post('/api/dossiers', { commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: { kind: 'person', name: 'Lê An' }, parts: [], data: { hoTenCon: 'Lê An' } });
  const document = openApi(ROUTES.filter(({ at, tag }) => !LEFT_OUT.has(at) && tag !== 'openId'));
  // Who asks, we say: made-up cookies and tokens would be refused at the door, and nothing behind it tried.
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  for (const operation of operations) delete operation.security;
  document.components.securitySchemes = {};
  writeFileSync(join(folder.path, 'openapi.json'), JSON.stringify(document));
}, 120_000);
afterAll(async () => { await bench?.close(); folder.remove(); }, 30_000);

function run(headers: Record<string, string>, name: string): Promise<{ code: number | null; said: string }> {
  const reports = join(folder.path, name);
  mkdirSync(reports);
  const args = ['run', join(folder.path, 'openapi.json'), '--url', bench.url, '--phases', 'coverage,fuzzing', '--max-examples', EXAMPLES, '--checks', CHECKS, '--continue-on-failure', '--suppress-health-check', 'all', '--warnings', 'off',
    '--request-timeout', '20', '--no-color', '--report', 'har', '--report-dir', reports, ...Object.entries(headers).flatMap(([key, value]) => ['-H', `${key}: ${value}`])];
  return new Promise((resolve, reject) => {
    const child = spawn(PROGRAM, args, { cwd: reports, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text; });
    child.once('error', reject);
    child.once('close', (code) => { resolve({ code, said }); });
  });
}

interface Har { log: { entries: { response: { status: number } }[] } }
/** How many answers of each status: a run in which everything was refused at the door would show nothing. */
function statuses(name: string): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const file of readdirSync(join(folder.path, name)).filter((each) => each.endsWith('.har') || each.endsWith('.json'))) {
    for (const { response } of (JSON.parse(readFileSync(join(folder.path, name, file), 'utf8')) as Har).log.entries) counted[response.status] = (counted[response.status] ?? 0) + 1;
  }
  return counted;
}

const callers = [...ROLES.map(String), 'all', 'nobody', 'program'].filter((each) => !ONLY || ONLY.includes(each));
test.each(callers)('as %s', async (name) => {
  const clerk = name === 'nobody' || name === 'program' ? new Clerk(bench.url) : await Clerk.signIn(bench.url, personOf('own', name as 'all'));
  if (name === 'nobody') await clerk.open();
  const headers = name === 'program' ? { authorization: `Bearer ${await tokenOf(await Clerk.signIn(bench.url, personOf('own', 'all')), personOf('own', 'all'), 'dossiers:write')}` } : clerk.headers();
  const { code, said } = await run(headers as Record<string, string>, name);
  const counted = statuses(name);
  process.stdout.write(`${name}: ${/\d+ generated[^\n]*/.exec(said)?.[0] ?? 'no figures'}; ${JSON.stringify(counted)}\n`);
  if (process.env.DOSSIERFLOW_FUZZ_LOG) writeFileSync(process.env.DOSSIERFLOW_FUZZ_LOG, said, { flag: 'a' });
  if (name !== 'nobody' && name !== 'program') expect(counted['200']).toBeGreaterThan(50);
  expect({ code, said: code === 0 ? '' : said.slice(-6_000) }).toEqual({ code: 0, said: '' });
}, 3_600_000);
