/** Every staff and public page under the content security policy: no style stands in markup, nothing comes from elsewhere, nothing is refused. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../services/places.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { clickElement, openBrowser, settled, signIn, visit, type Browser, type Page } from '../support/browser.js';
import { personOf, twoAgencies } from '../server/access/world.js';
import type { AppBench } from '../server/bench.js';

jest.setTimeout(120_000);
const PROCEDURE = 'P01-dang-ky-khai-sinh';
let bench: AppBench, browser: Browser;
let dossier = '', secret = '';
beforeAll(async () => {
  [bench, browser] = await Promise.all([twoAgencies(8), openBrowser()]);
  const lan = await Clerk.signIn(bench.url, 'lan');
  const received = await lan.post<{ id: string; dossierNo: string }>('/api/dossiers', { commandId: newCommandId(), procedureId: PROCEDURE, channel: 'desk', applicant: { kind: 'person', name: 'Lê An' }, parts: [], data: { hoTenCon: 'Lê An' } });
  dossier = received.body.id;
  secret = bench.parts.context.tracking.pathOf(received.body.dossierNo);
});
afterAll(async () => { await browser?.close(); await bench?.close(); });

const click = (selector: string) => async (page: Page): Promise<void> => { await page.locator(selector).first().click(); };
const drawn = async (page: Page): Promise<void> => { await page.locator('.df-drawing[data-drawn="true"], .djs-container').first().waitFor(); };
/** By the path of the router of the staff pages: the addresses, and what is opened there. */
const STAFF: Record<string, { at: string; open?: (page: Page) => Promise<void> }[]> = {
  '/': [{ at: '/' }], '/sign-in': [{ at: '/sign-in' }],
  '/work': [{ at: '/work?view=all' }, { at: '/work', open: async (page) => { await page.locator('h1').waitFor(); await page.keyboard.press('?'); await page.getByRole('dialog').waitFor(); } }],
  '/receive': [{ at: '/receive' }, { at: '/receive', open: async (page) => { await click('[data-procedure="P01"]')(page); await page.getByTestId('appointment').waitFor(); } }],
  '/dossiers': [{ at: '/dossiers' }], '/dossiers/$dossierId': [{ at: '/dossiers/DOSSIER', open: drawn }], '/overview': [{ at: '/overview', open: drawn }], '/index-766': [{ at: '/index-766?show=onTime&met=true' }], '/calendars': [{ at: '/calendars', open: async (page) => { await page.locator('.df-month').waitFor(); } }],
  '/rules': [{ at: '/rules' }], '/settings': [{ at: '/settings' }], '/organisation': [{ at: '/organisation' }], '/outbox': [{ at: '/outbox' }], '/stand-ins': [{ at: '/stand-ins' }], '/account': [{ at: '/account' }], '/personal': [{ at: '/personal' }],
  '/conformity': [{ at: '/conformity' }], '/procedures': [{ at: '/procedures' }], '/procedures/$procedureId': [{ at: `/procedures/${PROCEDURE}`, open: drawn }],
  '/procedures/$procedureId/design': [{ at: `/procedures/${PROCEDURE}/design`, open: async (page) => {
    await page.locator('.djs-element[data-element-id="tiepNhan"]').waitFor();
    await page.locator('.djs-element[data-element-id="tiepNhan"]').click();
    await page.locator('.bio-properties-panel-header').first().waitFor();
    // A condition may have an editor that brings styles of its own.
    await clickElement(page, 'f_hoSoDayDu__boSung');
    for (const group of await page.locator('.bio-properties-panel-group-header').all()) await group.click();
    await page.locator('.bio-properties-panel-group-header.open').first().waitFor();
  } }],
  '/procedures/$procedureId/versions/$version': [{ at: `/procedures/${PROCEDURE}/versions/1`, open: drawn }], '/procedures/$procedureId/practice': [{ at: `/procedures/${PROCEDURE}/practice`, open: drawn }],
  '/improvements': [{ at: '/improvements' }], '/improvements/new': [{ at: `/improvements/new?procedure=${PROCEDURE}` }], '/improvements/$recordId': [{ at: '/improvements/khong-co' }],
  // What the sample data lack is opened as what is not there; their own journeys open them with content.
  '/frameworks': [{ at: '/frameworks' }], '/frameworks/$frameworkId': [{ at: '/frameworks/khong-co' }], '/frameworks/$frameworkId/$code': [{ at: '/frameworks/khong-co/P01' }],
  '/documents': [{ at: '/documents' }], '/documents/$documentId': [{ at: '/documents', open: async (page) => {
    await page.getByRole('link', { name: 'Chính sách chất lượng' }).click();
    await page.getByRole('button', { name: 'Soạn bản mới' }).click();
    // The editor brings styles of its own.
    await page.locator('.tiptap').waitFor();
    await page.getByRole('button', { name: 'Chèn bảng' }).click();
  } }],
  '/library': [{ at: '/library' }], '/library/compare': [{ at: `/library/compare?a=${PROCEDURE}&b=P12-trich-luc-ho-tich` }],
};
const PUBLIC = ['/', `/thu-tuc/${PROCEDURE}`, '/thu-tuc/khong-co', '/tra-cuu', '/xac-minh', '/xac-minh/KHONGCO', 'SECRET', '/khong-co', '/api/docs'];

/** What the policy has refused on all pages of this visitor, and what was asked of other hosts. */
async function watched(page: Page): Promise<string[]> {
  const seen: string[] = [];
  await page.exposeFunction('refusedByPolicy', (what: string) => { seen.push(what); });
  await page.addInitScript(() => { document.addEventListener('securitypolicyviolation', (event) => { const { violatedDirective, blockedURI, sourceFile, sample, lineNumber } = event; void (globalThis as unknown as { refusedByPolicy(what: string): void }).refusedByPolicy(`${location.pathname}: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`); }); });
  page.on('request', (request) => { const { protocol, origin } = new URL(request.url()); if (protocol.startsWith('http') && origin !== bench.url) seen.push(`asked ${request.url()}`); });
  return seen;
}

test('every page of the staff is in the walk', () => {
  const paths = [...readFileSync(join(projectRoot(), 'web', 'router.tsx'), 'utf8').matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path!);
  expect(paths.length).toBeGreaterThan(15);
  expect(paths.filter((path) => STAFF[path] === undefined)).toEqual([]);
});

test('what is built has no style in markup, in the drawings\' libraries either', () => {
  const folder = join(projectRoot(), 'dist', 'web', 'assets');
  const found = readdirSync(folder).filter((name) => name.endsWith('.js')).flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/<[a-z]+ [^<>]*style="[^"$]+"/g) ?? []);
  // A picture that pdf.js tries its own decoder with: an image, not part of the page.
  // Marks in tooltips of ECharts, which no chart here has.
  expect(found.filter((each) => !each.includes('width="1" height="1"') && !/^<span style="display:inline-block;[^"]*margin-right:[48]px;/.test(each))).toEqual([]);
});

test('staff pages', async () => {
  const { page, close } = await visit(browser, bench.url);
  const refused = await watched(page);
  await signIn(page, personOf('own', 'all'));
  const wrong: string[] = [];
  for (const { at, open } of Object.values(STAFF).flat()) {
    await page.goto(`/app${at.replace('DOSSIER', dossier)}`);
    await page.locator('main, h1').first().waitFor();
    await open?.(page).catch((error: unknown) => { wrong.push(`${at}: ${String(error).slice(0, 200)}`); });
    await settled(page);
  }
  expect([...wrong, ...new Set(refused)]).toEqual([]);
  await close();
});

test('public pages, and those of the description of the API', async () => {
  const { page, close } = await visit(browser, bench.url);
  const refused = await watched(page);
  for (const address of PUBLIC) {
    await page.goto(address === 'SECRET' ? secret : address);
    await page.locator('main').first().waitFor();
    await page.waitForLoadState('networkidle');
  }
  await page.locator('.opblock, .swagger-ui .info').first().waitFor();
  await page.locator('.opblock-tag').first().click();
  await page.locator('.opblock-summary').first().click();
  await page.locator('.opblock-body').first().waitFor();
  expect([...new Set(refused)]).toEqual([]);
  // That it would have been seen.
  await page.evaluate('document.body.insertAdjacentHTML("beforeend", "<i style=\\"color: red\\">x</i>")');
  await page.waitForFunction('getComputedStyle(document.querySelector("i[style]")).color !== "rgb(255, 0, 0)"');
  expect(refused).toEqual([expect.stringContaining('style-src-attr')]);
  await close();
});

test('the policy lets no style in markup stand, and each answer of a staff page has a word of its own', async () => {
  const clerk = new Clerk(bench.url);
  const words = new Set<string>();
  for (const path of ['/', '/tra-cuu', '/app/', '/app/work', '/api/session', '/api/docs']) {
    const { headers, body } = await clerk.get<string>(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).not.toContain('unsafe');
    const word = /style-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1];
    expect(word !== undefined).toBe(path.startsWith('/app'));
    if (word) { expect(body).toContain(`nonce="${word}"`); words.add(word); }
  }
  expect(words.size).toBe(2);
});
