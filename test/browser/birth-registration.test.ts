/** A birth registration from the desk to the result, by four different people, each in a browser of their own. */
import { openBrowser, picture, settled, signIn, visit, type Browser, type Page } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser;
beforeAll(async () => { [product, browser] = await Promise.all([startProduct(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await product?.stop(); });

/** Opens the dossier from the list of the person's department, claims the step when needed, and takes a way out. */
async function handle(person: string, dossierNo: string, step: string, outcome?: string): Promise<void> {
  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, person);
  await openFromList(page, dossierNo);
  const panel = page.locator('section[data-work]').filter({ has: page.getByRole('heading', { name: step }) });
  await panel.waitFor();
  const claim = panel.getByRole('button', { name: 'Nhận việc' });
  if (await claim.count()) await claim.click();
  await panel.getByRole('button', { name: outcome ?? 'Hoàn thành bước', exact: true }).click();
  await panel.waitFor({ state: 'detached' });
  await settled(page);
  await picture(page, `birth-${person}-${step.slice(0, 12)}`);
  expect(problems).toEqual([]);
  await close();
}

async function openFromList(page: Page, dossierNo: string): Promise<void> {
  await page.goto(`/app/work?view=department&q=${encodeURIComponent(dossierNo)}`);
  await page.getByRole('link', { name: dossierNo, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: dossierNo }).waitFor();
}

async function receive(): Promise<string> {
  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, 'lan');
  await page.goto('/app/receive');
  await page.getByLabel('Tìm thủ tục').fill('dang ky khai sinh');
  await page.locator('[data-procedure="P01"]').click();
  await page.getByTestId('appointment').waitFor();
  await page.getByLabel('Họ và tên').first().fill('Lê Thị Cúc');
  const places = page.locator('section[aria-labelledby="places-title"]');
  await places.locator('summary').focus();
  await page.keyboard.press('Enter');
  expect(await places.getByLabel('Cơ quan có thẩm quyền').inputValue()).toBe('ubnd-binh-an');
  await places.getByLabel('Nơi hướng dẫn').selectOption('cong-an-phuong');
  await picture(page, 'reception-places');
  for (const box of await page.locator('section[aria-labelledby="list-title"] input[type="checkbox"]').all()) await box.check();
  await page.getByLabel(/Họ và tên con/).fill('Lê Minh An');
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  const done = await page.getByRole('heading', { name: /Đã tiếp nhận hồ sơ/ }).textContent();
  await picture(page, 'birth-received');
  const receipt = await page.request.get((await page.getByRole('link', { name: 'In giấy hẹn' }).getAttribute('href')) ?? '');
  expect(receipt.headers()['content-type']).toContain('application/pdf');
  expect((await receipt.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('link', { name: 'Mở hồ sơ' }).click();
  const shown = page.locator('section[aria-labelledby="places-title"]');
  await shown.waitFor();
  expect(await shown.textContent()).toMatch(/Nơi hướng dẫnCông an phường Bình AnNơi tiếp nhậnTrung tâm Phục vụ hành chính côngCơ quan có thẩm quyềnỦy ban nhân dân phường Bình An/);
  expect(problems).toEqual([]);
  await close();
  return (done ?? '').replace('Đã tiếp nhận hồ sơ', '').trim();
}

test('from reception to the result by four staff', async () => {
  const dossierNo = await receive();
  await handle('lan', dossierNo, 'Tiếp nhận và số hóa hồ sơ', 'Hồ sơ đầy đủ');
  await handle('mai', dossierNo, 'Xác minh và ghi vào Sổ đăng ký khai sinh', 'Đủ điều kiện');
  await handle('nga', dossierNo, 'Ký Giấy khai sinh');
  await handle('thu', dossierNo, 'Vào sổ, đóng dấu Giấy khai sinh');
  await handle('lan', dossierNo, 'Trả Giấy khai sinh');

  const { page, close } = await visit(browser, product.url);
  await signIn(page, 'lan');
  await page.goto(`/app/dossiers?q=${encodeURIComponent(dossierNo)}`);
  await page.getByRole('link', { name: dossierNo, exact: true }).click();
  await page.locator('.df-drawing[data-drawn="true"]').waitFor();
  expect(await page.locator('main').textContent()).toContain('Đã trả kết quả');
  const history = await page.locator('.df-timeline').textContent();
  for (const name of ['Nguyễn Thị Lan', 'Trần Thị Mai', 'Bùi Thị Nga', 'Đỗ Thị Thu']) expect(history).toContain(name);
  await picture(page, 'birth-ended');
  await close();
});

test('two people at one step: the slower one is told who did what when, and keeps what was typed', async () => {
  const dossierNo = await receive();
  const [first, second] = await Promise.all([visit(browser, product.url), visit(browser, product.url)]);
  // The one whose page hears nothing of others, as on a broken line.
  await second.page.route('**/api/events', (route) => route.abort());
  for (const [{ page }, person] of [[first, 'lan'], [second, 'huy']] as const) { await signIn(page, person); await openFromList(page, dossierNo); }
  await second.page.getByLabel('Ghi chú').fill('Cần kiểm tra lại tờ khai.');
  const faster = first.page.getByRole('button', { name: 'Hồ sơ đầy đủ', exact: true });
  await faster.click();
  await first.page.getByRole('heading', { level: 2, name: 'Tiếp nhận và số hóa hồ sơ' }).waitFor({ state: 'detached' });
  await second.page.getByRole('button', { name: 'Hồ sơ đầy đủ', exact: true }).click();
  const refusal = second.page.getByRole('alert').filter({ hasText: 'Nguyễn Thị Lan' });
  await refusal.waitFor();
  expect(await second.page.getByLabel('Ghi chú').inputValue()).toBe('Cần kiểm tra lại tờ khai.');
  await picture(second.page, 'birth-too-late');
  await refusal.getByRole('button', { name: 'Xem trạng thái mới' }).click();
  await second.page.getByRole('heading', { level: 2, name: 'Tiếp nhận và số hóa hồ sơ' }).waitFor({ state: 'detached' });
  await second.page.getByRole('alert').filter({ hasText: 'Cần kiểm tra lại tờ khai.' }).waitFor();
  await Promise.all([first.close(), second.close()]);
});

test('a page that hears of it at once: the step goes, who ended it and what was typed stay', async () => {
  const dossierNo = await receive();
  const [first, second] = await Promise.all([visit(browser, product.url), visit(browser, product.url)]);
  for (const [{ page }, person] of [[first, 'lan'], [second, 'huy']] as const) { await signIn(page, person); await openFromList(page, dossierNo); }
  await second.page.getByLabel('Ghi chú').fill('Cần hỏi lại người nộp.');
  await first.page.getByRole('button', { name: 'Hồ sơ đầy đủ', exact: true }).click();
  const kept = second.page.getByRole('alert').filter({ hasText: 'Cần hỏi lại người nộp.' });
  await kept.getByText('đã được Nguyễn Thị Lan hoàn thành').waitFor();
  await second.page.getByRole('heading', { level: 2, name: 'Tiếp nhận và số hóa hồ sơ' }).waitFor({ state: 'detached' });
  await picture(second.page, 'birth-ended-meanwhile');
  await Promise.all([first.close(), second.close()]);
});
