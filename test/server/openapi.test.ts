/** The description of the API: valid, whole, and of exactly the routes that the running application has. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { Router } from 'express';
import { DECLARED, type Declared, type Registered } from '../../server/http/route.js';
import { openApi, type Document } from '../../server/openapi/document.js';
import { ROUTES } from '../../server/table.js';
import { projectRoot } from '../../services/places.js';
import { Clerk } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

let bench: AppBench;
beforeAll(async () => { bench = await appBench(); }, 60_000);
afterAll(() => bench?.close(), 30_000);

interface Layer { route?: { path: string; stack: { handle: Registered }[] }; handle?: { stack?: Layer[] } }
interface Found { path: string; declared: Declared | undefined }
/** Every route of the application, by whatever router it is registered. */
function registered(layers: readonly Layer[]): Found[] {
  return layers.flatMap(({ route, handle }) => (route ? [{ path: route.path, declared: route.stack.map((each) => each.handle[DECLARED]).find(Boolean) }] : registered(handle?.stack ?? [])));
}
const stackOf = (router: unknown): Layer[] => (router as Router & { stack: Layer[] }).stack;

test('every route of the application stands in the table, and every row of the table in the application', () => {
  const found = registered(stackOf(bench.app().router));
  expect(found.length).toBeGreaterThan(100);
  expect(found.filter(({ declared }) => declared === undefined || !ROUTES.includes(declared)).map(({ path }) => path)).toEqual([]);
  // The way to a provider of sign-ins is there where one is set.
  expect(ROUTES.filter((each) => each.tag !== 'openId' && !found.some(({ declared }) => declared === each)).map(({ id }) => id)).toEqual([]);
});

test('a route registered past the table is found', () => {
  const app = bench.app();
  app.get('/api/forgotten', (_req, res) => { res.end(); });
  expect(registered(stackOf(app.router)).filter(({ declared }) => !declared).map(({ path }) => path)).toEqual(['/api/forgotten']);
});

describe('the document', () => {
  const document: Document = openApi(ROUTES);
  const operations = Object.values(document.paths).flatMap((each) => Object.values(each));

  test('is valid OpenAPI 3.1, and every reference leads somewhere', async () => {
    const validator = new Validator();
    expect((await validator.validate(structuredClone(document) as never)).errors).toBeUndefined();
    expect(validator.version).toBe('3.1');
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)];
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter(([, kind, name]) => !Object.hasOwn(document.components[kind as 'schemas'], name!))).toEqual([]);
  });

  test('names each operation once, and says who may and what may go wrong', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const work = document.paths['/api/work/{id}/complete']!.post as { security: object[]; responses: Record<string, { description: string }>; description: string };
    expect(work.security).toEqual([{ session: [], csrf: [] }, { token: ['dossiers:write'] }]);
    expect(work.responses['409']!.description).toContain('already-claimed');
    expect(work.responses['503']).toMatchObject({ headers: { 'Retry-After': expect.anything() } });
  });

  test('holds the schema of the form of a step', () => {
    expect(document.components.schemas.StepForm).toMatchObject({ properties: { schema: { $ref: '#/components/schemas/FormSchema' } } });
    expect(JSON.stringify(document.components.schemas.DossierView)).toContain('#/components/schemas/StepForm');
  });

  test('is answered by the server, and printed without one', async () => {
    const clerk = new Clerk(bench.url);
    const served = await clerk.get<Document>('/api/openapi.json');
    expect(served.status).toBe(200);
    expect(served.body).toEqual(JSON.parse(JSON.stringify(document)));
    const printed = JSON.parse(execFileSync(process.execPath, [join(projectRoot(), 'dist', 'scripts', 'openapi.js')], { encoding: 'utf8', maxBuffer: 16_000_000 })) as Document;
    expect(printed).toEqual(served.body);
  }, 60_000);
});

test('its pages come from us alone', async () => {
  const clerk = new Clerk(bench.url);
  const page = await clerk.get<string>('/api/docs');
  expect(page.body.match(/(?:src|href)="[^"]+"/g)).toEqual(['href="/api/docs/swagger-ui.css"', 'src="/api/docs/swagger-ui-bundle.js"', 'src="/api/docs/start.js"']);
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'start.js']) expect((await clerk.get(`/api/docs/${file}`)).status).toBe(200);
  for (const file of ['package.json', '__proto__', '..%2Fpackage.json']) expect((await clerk.get(`/api/docs/${file}`)).status).toBe(404);
});
