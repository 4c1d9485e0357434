/** Every route, by everybody: nobody, a temporary password, each role in two agencies, a program with each scope. Made of the table; so is the page that says it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessPage, counts } from '../../../scripts/access-page.js';
import { API_ROUTES, CALLERS, reached, ROLES, type Caller } from '../../../server/access.js';
import type { Declared } from '../../../server/http/route.js';
import { SCOPES } from '../../../models/schemas/token.js';
import { projectRoot } from '../../../services/places.js';
import { Clerk } from '../../support/clerk.js';
import type { AppBench } from '../bench.js';
import { AGENCIES, personOf, statusOf, tokenOf, twoAgencies, type Side } from './world.js';

const SIDES = Object.keys(AGENCIES) as Side[];
let bench: AppBench;
const tokens = new Map<string, string>();
let temporary = '';
beforeAll(async () => {
  bench = await twoAgencies(3);
  const administrator = await Clerk.signIn(bench.url, personOf('own', 'all'));
  for (const scope of SCOPES) tokens.set(scope, await tokenOf(administrator, personOf('own', 'all'), scope));
  temporary = (await administrator.post<{ password: string }>('/api/organisation/staff/mai/password', { reason: 'thử' })).body.password;
}, 90_000);
afterAll(() => bench?.close(), 30_000);

/** Addresses of nothing, bodies without anything: who comes through is told so, and changes nothing. */
const addressOf = ({ at }: Declared): string => `${bench.url}${at.replace(/:\w+/g, 'khong-co')}`;
async function enter(caller: Caller, side: Side): Promise<() => Promise<Record<string, string>>> {
  if (caller.kind === 'program') return () => Promise.resolve({ authorization: `Bearer ${tokens.get(caller.scope)}` });
  let clerk: Clerk | undefined;
  const open = async (): Promise<Clerk> => {
    if (caller.kind === 'role') return Clerk.signIn(bench.url, personOf(side, caller.role));
    if (caller.kind === 'pending') return (await Clerk.withPassword(bench.url, 'mai', temporary)).clerk;
    const nobody = new Clerk(bench.url);
    await nobody.open();
    return nobody;
  };
  return async () => (clerk ??= await open()).headers();
}

const nameOf = (caller: Caller): string => ({ nobody: 'nobody', pending: 'a temporary password', role: 'role' in caller ? caller.role : '', program: 'scope' in caller ? `a program with ${caller.scope}` : '' })[caller.kind];
const cells = CALLERS.flatMap((caller) => (caller.kind === 'role' ? SIDES : ['own' as const]).map((side) => [nameOf(caller), side, caller] as const));
let tried = 0;

test.each(cells)('%s, agency %s', async (_name, side, caller) => {
  let headers = await enter(caller, side);
  const wrong: string[] = [];
  for (const declared of API_ROUTES) {
    const { method, id } = declared;
    const changes = method !== 'get' && method !== 'head' && method !== 'options';
    const got = await statusOf(addressOf(declared), method.toUpperCase(), { ...await headers(), ...(changes ? { 'content-type': 'application/json' } : {}) }, changes ? {} : undefined);
    const wanted = reached(declared, caller);
    const isRefused = got.status === 401 || got.status === 403;
    if (got.status >= 500 || (wanted === 'through' ? isRefused : got.status !== wanted)) wrong.push(`${id}: ${wanted}, got ${got.status} ${got.code ?? ''}`);
    tried += 1;
    if (id === 'sessionEnd') headers = await enter(caller, side);
  }
  expect(wrong).toEqual([]);
}, 120_000);

test('every cell has been tried, and docs/access.md says so (npm run access)', () => {
  expect(tried).toBe(counts().all + API_ROUTES.length * ROLES.length);
  expect(readFileSync(join(projectRoot(), 'docs', 'access.md'), 'utf8')).toBe(accessPage());
});
