/** The manager's whole way, in both languages: the overview, a late dossier, a procedure and its findings down to a dossier, the index down to a dossier, and the report of a month. */
import type { PracticeReport, ProcedureRow } from '../../server/contract.js';
import { reports as en } from '../../web/i18n/en/reports.js';
import { reports as vi } from '../../web/i18n/vi/reports.js';
import { serviceIndex as enIndex } from '../../web/i18n/en/service-index.js';
import { serviceIndex as viIndex } from '../../web/i18n/vi/service-index.js';
import { accessibilityProblems, openBrowser, picture, settled, signIn, visit, type Browser, type Language, type Page } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser;
beforeAll(async () => { [product, browser] = await Promise.all([startProduct(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await product?.stop(); });

const WORDS = { vi: { ...vi, ...viIndex }, en: { ...en, ...enIndex } };
const NUMBER = /^\S+-\S+/;

async function looked(page: Page, name: string): Promise<void> {
  await settled(page);
  await picture(page, name);
  expect([name, await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')]).toEqual([name, 0]);
  expect([name, await accessibilityProblems(page)]).toEqual([name, []]);
  // A column out of sight is one that nobody misses.
  expect([name, await page.evaluate(`[...document.querySelectorAll('.df-table-wrap')].filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.getAttribute('aria-labelledby') ?? each.querySelector('caption')?.textContent)`)]).toEqual([name, []]);
}
const query = (page: Page): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams);
async function opensDossier(page: Page, link: ReturnType<Page['locator']>): Promise<void> {
  await link.click();
  await page.waitForURL(/\/app\/dossiers\/./);
  await page.getByRole('heading', { level: 1, name: NUMBER }).waitFor();
}

/** A procedure whose dossiers, not its drawing alone, tell that something is wrong. */
async function withFoundDossiers(page: Page): Promise<string> {
  const rows = await (await page.request.get('/api/procedures')).json() as ProcedureRow[];
  for (const { id } of rows.filter(({ currentVersion }) => currentVersion !== undefined)) {
    const { findings } = await (await page.request.get(`/api/reports/findings?procedure=${id}`)).json() as PracticeReport;
    if (findings.some(({ source, finding }) => source === 'log' && Array.isArray(finding.evidence.cases) && finding.evidence.cases.length > 0)) return id;
  }
  throw new Error('the sample data tell no finding of dossiers');
}

test.each<[Language, number]>([['vi', 1366], ['en', 1366], ['vi', 320]])('in %s at %i px', async (language, width) => {
  const { page, problems, close } = await visit(browser, product.url, { language, width });
  const [words, at] = [WORDS[language], (name: string): string => `manager-${name}-${language}-${width}`];
  const section = (id: string) => page.locator(`section[aria-labelledby="${id}"]`);
  await signIn(page, 'quang');

  await page.goto('/app/overview');
  const choose = async (label: string, value: string): Promise<void> => { await page.getByRole('combobox', { name: label, exact: true }).selectOption(value); };
  await choose(words.overview.filter.period, 'year');
  await choose(words.overview.channel, 'desk');
  await page.waitForURL(/channel=desk/);
  await section('heat-title').locator('.df-drawing[data-drawn="true"]').waitFor();
  await looked(page, at('overview'));
  const filter = query(page);

  await opensDossier(page, section('late-title').locator('tbody tr a').first());
  await page.goBack();
  await section('late-title').locator('tbody tr').first().waitFor();
  expect(query(page)).toEqual(filter);

  const row = section('procedure-title').locator('tbody tr', { has: page.locator('a[href*="/P01-"]') });
  const received = await row.locator('td').nth(1).textContent();
  await row.locator('a').click();
  await section('map-title').locator('.df-chip[data-kind="heat"]').first().waitFor();
  expect(query(page)).toMatchObject({ channel: 'desk', from: filter.from, to: filter.to });
  expect(await page.locator('[data-total="dossiers"] strong').textContent()).toBe(received);
  await looked(page, at('procedure'));
  await page.goBack();

  const found = await withFoundDossiers(page);
  await section('heat-title').getByRole('combobox').selectOption(found);
  await page.waitForURL(new RegExp(`heat=${found}`));
  const finding = section('practice-title').locator('tbody tr', { hasText: words.practice.source.log }).filter({ has: page.locator('a[href*="/dossiers/"]') }).first();
  await finding.waitFor();
  await looked(page, at('findings'));
  const sheet = await section('heat-title').getByRole('link', { name: words.heat.excel }).getAttribute('href');
  expect(sheet).toMatch(new RegExp(`heat\\.xlsx\\?.*procedure=${found}.*channel=desk`));
  expect((await page.request.get(sheet!)).headers()['content-type']).toContain('spreadsheetml');
  await opensDossier(page, finding.locator('a[href*="/dossiers/"]').first());
  await page.goBack();
  await finding.waitFor();
  expect(query(page)).toEqual({ ...filter, heat: found });
  await section('heat-title').getByRole('link', { name: words.heat.practised }).click();
  await page.waitForURL(new RegExp(`${found}/practice.*channel=desk`));
  await page.goBack();

  await page.getByRole('link', { name: words.overview.index }).click();
  await page.waitForURL(/index-766.*period=(%22)?20\d\d/);
  const indicators = page.locator('#content table', { hasText: words.serviceIndex.indicators.onTime });
  await indicators.getByRole('button', { name: words.serviceIndex.metNamed.replace('{{name}}', words.serviceIndex.indicators.onTime) }).click();
  await section('cases-title').locator('tbody tr').first().waitFor();
  await looked(page, at('index'));
  expect(await section('cases-title').getByRole('link', { name: words.serviceIndex.casesExcel }).getAttribute('href')).toMatch(/indicator=onTime&met=true/);
  await opensDossier(page, section('cases-title').locator('tbody tr a').first());
  await page.goBack();
  await section('cases-title').locator('tbody tr').first().waitFor();

  await page.goto('/app/overview');
  await section('monthly-title').getByRole('button', { name: words.monthly.make }).click();
  const report = section('monthly-title').locator('tbody tr').first().getByRole('link', { name: language === 'vi' ? /PDF VI/ : /PDF EN/ });
  await report.waitFor();
  const pdf = await page.request.get((await report.getAttribute('href'))!);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  expect(problems).toEqual([]);
  await close();
});
