/** The administrator corrects a calendar: a day by keyboard, what would move, in force, and the dossier tells why. */
import { accessibilityProblems, openBrowser, picture, settled, signIn, visit, type Browser, type Page } from '../support/browser.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { startProduct, type Product } from '../support/product.js';
import type { DossierRow, DossierView } from '../../server/contract.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser;
beforeAll(async () => { [product, browser] = await Promise.all([startProduct(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await product?.stop(); });

const open = async (page: Page, person: string): Promise<void> => {
  await signIn(page, person);
  await page.goto('/app/calendars');
  await page.locator('.df-month').waitFor();
};
const day = (page: Page, date: string) => page.locator(`[data-day="${date}"]`);
/** Turns to the month of a date that is a few months away at most. */
const turnTo = async (page: Page, date: string): Promise<void> => {
  for (let i = 0; i < 40 && (await day(page, date).count()) === 0; i += 1) {
    const first = await page.locator('[data-day]').first().getAttribute('data-day');
    await page.getByRole('button', { name: (first ?? '') > date ? 'Tháng trước' : 'Tháng sau' }).click();
  }
};

test('each kind of day is told by a word and a shape, and what is expected says so', async () => {
  const { page, problems, close } = await visit(browser, product.url);
  await open(page, 'quang');
  await turnTo(page, '2026-08-22');
  expect(await day(page, '2026-08-22').textContent()).toBe('Thứ Bảy 22/08/2026: Làm bù làm bù cho 31/08/2026 8 giờ, 07:30-11:30, 13:00-17:00');
  expect(await day(page, '2026-08-31').textContent()).toMatch(/Nghỉ lễ Nghỉ hoán đổi/);
  expect(await day(page, '2026-08-30').textContent()).toBe('Chủ nhật 30/08/2026:  Nghỉ');
  await turnTo(page, '2027-02-08');
  expect(await day(page, '2027-02-08').textContent()).toBe('Thứ Hai 8/02/2027: Nghỉ lễ ?Tết Nguyên đán, dự kiến');
  await day(page, '2027-02-08').click();
  expect(await page.locator('section[aria-labelledby="day-title"]').textContent()).toMatch(/Bộ luật Lao động 2019, Điều 112.*suy từ mồng 1 Tết/);
  await settled(page);
  await picture(page, 'calendar-tet');
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.getByRole('button', { name: 'Nhập tệp lịch' }).count()).toBe(0);
  await page.getByLabel('Lịch', { exact: true }).selectOption('vn-dat-dai');
  await turnTo(page, '2026-07-11');
  await page.locator('[data-day="2026-07-11"][data-kind="half"]').waitFor();
  expect(problems).toEqual([]);
  await close();
});

test('a day is corrected with the keyboard, tried on open dossiers, put in force, and the dossier says why its date moved', async () => {
  const lan = await Clerk.signIn(product.url, 'lan');
  const dossier = (await lan.post<DossierRow>('/api/dossiers', {
    commandId: newCommandId(), procedureId: 'P06-giay-phep-xay-dung', channel: 'desk', applicant: { kind: 'person', name: 'Lê Văn Giang' }, parts: [], data: { diaDiem: 'Số 12, đường Hòa Bình' },
  })).body;
  const { page, problems, close } = await visit(browser, product.url);
  await open(page, 'an');
  // The last counted day of its limit becomes a day off.
  const last = new Date(Date.parse(dossier.dueAt!) + 7 * 3_600_000).toISOString().slice(0, 10);
  await turnTo(page, last);
  await page.locator('[data-day]').first().click();
  const steps = Number(last.slice(8)) - 1;
  for (let i = 0; i < steps; i += 1) await page.keyboard.press('ArrowRight');
  expect(await page.evaluate('document.activeElement.dataset.day')).toBe(last);
  await page.getByLabel('Nghỉ cả ngày').focus();
  await page.keyboard.press('Space');
  await page.getByLabel('Tên ngày nghỉ').fill('Nghỉ theo công điện');
  await page.getByLabel('Căn cứ').first().fill('Công điện 01/CĐ-TTg');
  await page.getByRole('button', { name: 'Đưa vào bản sửa' }).click();
  await page.locator(`[data-day="${last}"][data-changed="true"][data-kind="holiday"]`).waitFor();
  await page.getByRole('button', { name: 'Xem hồ sơ bị ảnh hưởng' }).click();
  await page.getByTestId('would-move').waitFor();
  await settled(page);
  expect(Number(/^(\d+) hồ sơ/.exec(await page.getByTestId('would-move').textContent() ?? '')?.[1])).toBeGreaterThan(0);
  await picture(page, 'calendar-preview');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByLabel('Lý do').first().fill('Công điện 01/CĐ-TTg');
  await page.getByRole('button', { name: 'Cho có hiệu lực' }).click();
  await page.locator('[data-testid="applied"][data-done="true"]').waitFor({ timeout: 120_000 });
  const after = (await lan.get<DossierView>(`/api/dossiers/${dossier.id}`)).body;
  expect(Date.parse(after.dueAt!)).toBeGreaterThan(Date.parse(dossier.dueAt!));
  await signIn(page, 'lan');
  await page.goto(`/app/dossiers/${dossier.id}`);
  await page.locator('li[data-kind="calendar"]').waitFor();
  expect(await page.locator('li[data-kind="calendar"]').textContent()).toMatch(/Lịch làm việc được sửa.*Tạ Văn An.*Hẹn trả chuyển từ .* sang .*Công điện 01\/CĐ-TTg/);
  await page.locator('section[aria-labelledby="due-title"] summary').click();
  expect(await page.locator('section[aria-labelledby="due-title"] tbody').textContent()).toContain('ngày nghỉ lễ: Nghỉ theo công điện');
  await settled(page);
  await picture(page, 'ledger');
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});

test('a file goes out and comes in; a wrong one is told place by place and changes nothing', async () => {
  const { page, close } = await visit(browser, product.url, { language: 'en' });
  await open(page, 'an');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export the file' }).click()]);
  expect(download.suggestedFilename()).toBe('vn-office.json');
  const put = (text: string) => page.locator('input[type="file"]').setInputFiles({ name: 'calendar.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await put('{');
  await page.getByText('calendar.json is not JSON').waitFor();
  await put(JSON.stringify({ zone: 'Asia/Ho_Chi_Minh', periods: [{ from: '2025-01-01', week: { mon: ['8-12'] } }] }));
  await page.getByText('periods[0].week.mon[0] is not a span such as').waitFor();
  expect(await page.getByText('The change does not hold yet').count()).toBe(0);
  await put(JSON.stringify({ name: 'Night', zone: 'Asia/Ho_Chi_Minh', periods: [{ from: '2025-01-01', week: { mon: ['20:00-24:00'] } }] }));
  await page.getByText('The change does not hold yet').waitFor();
  await page.getByRole('button', { name: 'Discard the change' }).click();
  await page.getByText('The change does not hold yet').waitFor({ state: 'detached' });
  await close();
});

describe.each([['vi', 1366, 'Thêm lịch', 'Tên lịch', 'Mã lịch', 'Lý do', 'Tạo lịch', 'Chọn lịch cho cơ quan', 'Lưu'], ['en', 320, 'Add a calendar', 'Name of the calendar', 'Code', 'Reason', 'Create the calendar', 'Choose a calendar for an agency', 'Save']] as const)(
  'in %s at %i px', (language, width, add, name, code, reason, make, choose, save) => {
    test('a calendar is made and chosen for an agency; what is wrong is told at its field', async () => {
      const { page, problems, close } = await visit(browser, product.url, { language, width });
      await open(page, 'an');
      const who = `${language === 'vi' ? 'Giờ riêng' : 'Own hours'}`;
      await page.getByRole('button', { name: add }).click();
      const form = page.getByRole('form', { name: add });
      await form.getByLabel(name).fill(who);
      await form.getByLabel(code).fill('vn-office');
      await form.getByLabel(language === 'vi' ? 'Thứ Hai' : 'Monday').fill('8-12');
      await form.getByLabel(reason).fill('12/QĐ-UBND');
      await form.getByRole('button', { name: make }).click();
      await form.getByRole('alert').waitFor();
      expect(await form.getByLabel(language === 'vi' ? 'Thứ Hai' : 'Monday').getAttribute('aria-invalid')).toBe('true');
      await settled(page);
      await picture(page, `calendar-new-${language}-${width}`);
      expect(await accessibilityProblems(page)).toEqual([]);
      await form.getByLabel(language === 'vi' ? 'Thứ Hai' : 'Monday').fill('08:00-12:00');
      await form.getByRole('button', { name: make }).click();
      await form.getByText(language === 'vi' ? 'Mã lịch này đã có' : 'There is such a calendar already').waitFor();
      await form.getByLabel(code).fill(`rieng-${language}`);
      await form.getByRole('button', { name: make }).click();
      await form.waitFor({ state: 'detached' });
      const section = page.locator('section[aria-labelledby="assignments-title"]');
      await section.getByRole('button', { name: choose }).click();
      await section.locator('select').nth(0).selectOption('agency:bhxh-khu-vuc');
      await section.locator('select').nth(1).selectOption(`rieng-${language}`);
      await section.getByLabel(reason).fill('12/QĐ-UBND');
      await settled(page);
      await picture(page, `calendar-assign-${language}-${width}`);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
      await section.getByRole('button', { name: save }).click();
      await section.getByRole('form').waitFor({ state: 'detached' });
      expect(await section.locator('dl').textContent()).toContain(`${who}Bảo hiểm xã hội`);
      await picture(page, `calendar-assigned-${language}-${width}`);
      expect(problems).toEqual([]);
      await close();
    });
  });

test('the letters of the agency get their place and their crest', async () => {
  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, 'an');
  await page.goto('/app/settings');
  const part = page.getByRole('region', { name: 'Mẫu văn bản của cơ quan' });
  await part.getByLabel('Địa danh').fill('Bình An');
  await part.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Đã lưu mẫu văn bản.').waitFor();
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  await part.locator('input[type="file"]').setInputFiles({ name: 'crest.png', mimeType: 'image/png', buffer: png });
  await part.getByText('Đã có hình').waitFor();
  await page.reload();
  await part.getByText('Đã có hình').waitFor();
  expect(await part.getByLabel('Địa danh').inputValue()).toBe('Bình An');
  expect(problems).toEqual([]);
  await close();
});
