/** A procedure as practised, as a manager looks at it: figures on the drawing and in the table, a way, dossiers on their way. */
import { Store } from '../../models/store.js';
import { freePort } from '../../services/ports.js';
import { accessibilityProblems, openBrowser, picture, settled, signIn, visit, type Browser } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
const AT = '/app/procedures/P01-dang-ky-khai-sinh/practice';
let product: Product, browser: Browser, mongoPort: number;
beforeAll(async () => {
  mongoPort = await freePort();
  [product, browser] = await Promise.all([startProduct({ DOSSIERFLOW_MONGO_PORT: String(mongoPort) }), openBrowser()]);
});
afterAll(async () => { await browser?.close(); await product?.stop(); });

test('from the procedure to its map; another measure stands in the address; each figure on the map is one of the table', async () => {
  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, 'quang');
  await page.goto('/app/procedures/P01-dang-ky-khai-sinh');
  await page.getByRole('link', { name: 'Trong thực tế' }).click();
  const map = page.locator('section[aria-labelledby="map-title"]');
  await map.locator('.df-chip[data-kind="heat"]').first().waitFor();
  await map.getByText('Số lượt', { exact: true }).click();
  await page.waitForURL(/show=frequency/);
  const listed = await page.locator('section[aria-labelledby="steps-title"] tbody tr').evaluateAll((rows) => rows.map((row) => [row.getAttribute('data-element'), row.querySelectorAll('td')[1]?.textContent] as const));
  for (const [element, n] of listed) {
    const chip = map.locator(`.djs-overlays[data-container-id="${element}"] .df-chip`);
    await chip.filter({ hasText: new RegExp(`^${n?.replace('.', '\\.')}$`) }).waitFor();
  }
  expect(listed.length).toBeGreaterThan(3);
  await settled(page);
  await picture(page, 'practice-vi');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.reload();
  await map.locator('.df-chip[data-kind="heat"]').first().waitFor();
  expect(new URL(page.url()).searchParams.get('show')).toBe('frequency');
  expect(problems).toEqual([]);
  await close();
});

test('a way is shown on the drawing, a filter narrows the figures, and the table leaves for Excel with it', async () => {
  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, 'quang');
  await page.goto(AT);
  const map = page.locator('section[aria-labelledby="map-title"]');
  await map.locator('.df-drawing[data-drawn="true"]').waitFor();
  await page.getByRole('button', { name: 'Xem trên lưu đồ: cách 1', exact: true }).click();
  await map.locator('.df-walked').first().waitFor({ state: 'attached' });
  expect(await map.locator('.df-chip[data-kind="heat"]').count()).toBe(0);
  await picture(page, 'practice-way', false);
  await map.getByRole('button', { name: 'Trở lại bản đồ màu' }).click();
  await map.locator('.df-chip[data-kind="heat"]').first().waitFor();
  const dossiers = page.locator('[data-total="dossiers"] strong');
  const all = Number(await dossiers.textContent());
  await page.getByLabel('Hình thức nộp').selectOption('online');
  await page.waitForURL(/channel=online/);
  await page.locator('[aria-busy="false"]').first().waitFor();
  await expect(dossiers.textContent().then(Number)).resolves.toBeLessThan(all);
  expect(await page.getByRole('link', { name: /Excel/ }).getAttribute('href')).toContain('channel=online');
  expect(problems).toEqual([]);
  await close();
});

test('dossiers go on day by day where little motion is wished for, by key and by button; the table says where they are', async () => {
  const { page, problems, close } = await visit(browser, product.url, { language: 'en' });
  await signIn(page, 'quang');
  await page.goto(AT);
  const moves = page.locator('section[aria-labelledby="moves-title"]');
  await moves.getByRole('button', { name: 'Let dossiers move along the drawing' }).click();
  await moves.locator('.df-drawing[data-drawn="true"]').waitFor();
  const slider = moves.getByRole('slider', { name: 'Moment' });
  const before = await slider.inputValue();
  await moves.getByRole('button', { name: 'On one day' }).click();
  expect(Number(await slider.inputValue()) - Number(before)).toBe(86_400_000);
  // The middle of the longest stay: whether a dossier stands anywhere at the end depends on the hour the test runs.
  const stays = await page.evaluate<[number, number][]>(`fetch('/api/reports/moves?procedure=P01-dang-ky-khai-sinh').then((answer) => answer.json()).then((view) => view.dossiers.flatMap((each) => each.stays.map((stay) => [Date.parse(stay.from), Date.parse(stay.to ?? view.to)])))`);
  const [from, to] = stays.sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0] ?? [0, 0];
  const [first, hour] = [Number(await slider.getAttribute('min')), 3_600_000];
  await slider.fill(String(first + Math.round(((from + to) / 2 - first) / hour) * hour));
  const rows = moves.locator('tbody tr[data-step]');
  await rows.first().waitFor();
  await moves.locator('.df-token').first().waitFor();
  await picture(page, 'practice-moves', false);
  const counts = await moves.locator('.df-token-count').allTextContents();
  expect(counts.length).toBeGreaterThan(0);
  const listed = await rows.locator('td:nth-child(2)').allTextContents();
  for (const n of counts) expect(listed).toContain(n);
  await slider.press('Home');
  await moves.getByRole('button', { name: 'Play' }).click();
  await moves.getByRole('button', { name: 'Pause' }).waitFor();
  await page.waitForFunction(([element, from]) => Number((element as unknown as { value: string }).value) > Number(from), [await slider.elementHandle(), before] as const);
  await moves.getByRole('button', { name: 'Pause' }).click();
  await settled(page);
  await picture(page, 'practice-en');
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});

/** Every third dossier was received by a neighbour, and the agency of the sample takes part in it. */
async function withNeighbour(): Promise<void> {
  const store = await Store.connect(`mongodb://127.0.0.1:${mongoPort}/dossierflow`);
  const docs = await store.dossiers.find({ procedureId: 'P01-dang-ky-khai-sinh', settledAt: { $exists: true } }).sort({ _id: 1 }).lean();
  for (const { _id, agencies } of docs.filter((_doc, n) => n % 3 === 0)) await store.dossiers.updateOne({ _id }, { $set: { agencyId: 'so-tu-phap', agencies: [...new Set([...agencies, 'so-tu-phap'])] } });
  await store.close();
}

test.each<['vi' | 'en', string]>([['vi', 'Xem cách đi thường gặp trên lưu đồ: Sở Tư pháp'], ['en', 'Show its usual way on the drawing: Sở Tư pháp']])('the same procedure between agencies, in %s: the fastest is named, and how each usually goes is shown on the drawing', async (language, button) => {
  await withNeighbour();
  const { page, problems, close } = await visit(browser, product.url, { language });
  await signIn(page, 'quang');
  // Another period than the usual one: what was kept of that was computed before.
  await page.goto(`${AT}?from=${language === 'vi' ? '2024' : '2025'}-01-01&to=2029-12-31`);
  const agencies = page.locator('section[aria-labelledby="agencies-title"]');
  await agencies.locator('tbody tr').nth(1).waitFor();
  const rows = await agencies.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')));
  expect(rows.map(([name]) => name!.replace(/ ★.*/, '')).sort()).toEqual(['Sở Tư pháp', 'Ủy ban nhân dân phường Bình An']);
  expect(rows.filter(([name]) => name!.includes('★'))).toHaveLength(1);
  const dossiers = Number(await page.locator('[data-total="dossiers"] strong').textContent());
  expect(rows.reduce((sum, [, n]) => sum + Number(n), 0)).toBe(dossiers);
  await agencies.scrollIntoViewIfNeeded();
  await picture(page, `practice-agencies-${language}`, false);
  await agencies.getByRole('button', { name: button }).click();
  await page.locator('section[aria-labelledby="map-title"] .df-walked').first().waitFor({ state: 'attached' });
  expect(problems).toEqual([]);
  await close();
});

test('on a narrow screen nothing is wider than it', async () => {
  const { page, close } = await visit(browser, product.url, { width: 320, height: 700 });
  await signIn(page, 'quang');
  await page.goto(AT);
  await page.locator('section[aria-labelledby="people-title"]').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  await close();
});
