/** An administrator sees what a mail server refused, sends it again, and sees it gone; nobody else has the page. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { DossierRow, OutboxRow, Page } from '../../server/contract.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { accessibilityProblems, openBrowser, picture, settled, signIn, visit, type Browser } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser;
let isRefusing = true;
const mailServer = new SMTPServer({
  authOptional: true, disabledCommands: ['STARTTLS'], logger: false,
  onRcptTo: ({ address }, _session, callback) => callback(isRefusing && address.startsWith('hong') ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null),
  onData: (stream, _session, callback) => { stream.resume().on('end', () => callback()); },
});
beforeAll(async () => {
  await new Promise<void>((resolve) => { mailServer.listen(0, '127.0.0.1', resolve); });
  const { port } = mailServer.server.address() as AddressInfo;
  [product, browser] = await Promise.all([startProduct({ DOSSIERFLOW_SMTP_URL: `smtp://127.0.0.1:${port}` }), openBrowser()]);
});
afterAll(async () => { await browser?.close(); await product?.stop(); await new Promise<void>((resolve) => { mailServer.close(resolve); }); });

const state = (an: Clerk, to: string, wanted: OutboxRow['state']) => async (): Promise<boolean> =>
  (await an.get<Page<OutboxRow>>('/api/outbox?pageSize=50')).body.items.some((row) => row.to === to && row.state === wanted);
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => { setTimeout(resolve, 200); });
}

test('what failed is found by its state, with why, and is sent again; in both languages and at 320 px', async () => {
  const [lan, an] = await Promise.all([Clerk.signIn(product.url, 'lan'), Clerk.signIn(product.url, 'an')]);
  for (const email of ['hong@example.com', 'dung@example.com']) {
    expect((await lan.post<DossierRow>('/api/dossiers', { commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: { kind: 'person', name: 'Lê Thư', email }, parts: [], data: { hoTenCon: 'Lê An' } })).status).toBe(201);
  }
  await until(state(an, 'h•••@example.com', 'failed'));
  await until(state(an, 'd•••@example.com', 'sent'));

  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, 'an');
  await page.getByRole('link', { name: 'Thông báo đã gửi' }).click();
  await page.getByText('d•••@example.com').waitFor();
  await page.getByLabel('Tình trạng').selectOption('failed');
  await page.waitForURL(/state=failed/);
  const row = page.locator('[data-message]').filter({ hasText: 'h•••@example.com' });
  await page.getByText('d•••@example.com').waitFor({ state: 'detached' });
  expect(await row.textContent()).toContain('550');
  await settled(page);
  expect(await accessibilityProblems(page)).toEqual([]);
  await picture(page, 'outbox-failed');
  isRefusing = false;
  await row.getByRole('button', { name: /^Gửi lại thông báo tới h•••@example.com/ }).press('Enter');
  await row.waitFor({ state: 'detached' });
  await until(state(an, 'h•••@example.com', 'sent'));
  expect(problems).toEqual([]);
  await close();

  const small = await visit(browser, product.url, { language: 'en', width: 320 });
  await signIn(small.page, 'an');
  await small.page.goto('/app/outbox');
  await small.page.locator('[data-message]').filter({ hasText: 'h•••@example.com' }).getByText('Sent', { exact: true }).waitFor();
  await settled(small.page);
  expect(await small.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  expect(await accessibilityProblems(small.page)).toEqual([]);
  await picture(small.page, 'outbox-320-en', false);
  expect(small.problems).toEqual([]);
  await small.close();

  const clerk = await visit(browser, product.url);
  await signIn(clerk.page, 'lan');
  expect(await clerk.page.getByRole('link', { name: 'Thông báo đã gửi' }).count()).toBe(0);
  expect((await lan.get('/api/outbox')).status).toBe(403);
  await clerk.close();
});
