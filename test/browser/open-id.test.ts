/** Sign-in at a provider of OpenID Connect, through the browser: a provider that does not answer, in, out, and a stranger. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '../../services/ports.js';
import { accessibilityProblems, openBrowser, picture, visit, type Browser, type Page } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser, provider: ChildProcess | undefined, providerPort: number;
const LINK = 'Đăng nhập bằng tài khoản của cơ quan';

async function startProvider(port: number, publicUrl: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(__dirname, '../support/open-id-provider.mjs'), String(port), publicUrl], { stdio: ['ignore', 'pipe', 'pipe'] });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => { said += chunk.toString(); if (said.includes('listening')) resolve(); };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => { reject(new Error(said)); });
  });
  return child;
}
const ended = (child: ChildProcess): Promise<void> => new Promise((resolve) => { child.once('exit', () => { resolve(); }); child.kill(); });

beforeAll(async () => {
  const [port, other] = await Promise.all([freePort(), freePort()]);
  providerPort = other;
  const publicUrl = `http://127.0.0.1:${port}`;
  [product, browser] = await Promise.all([
    startProduct({
      DOSSIERFLOW_PORT: String(port), DOSSIERFLOW_PUBLIC_URL: publicUrl, DOSSIERFLOW_OPENID_ISSUER: `http://127.0.0.1:${providerPort}`,
      DOSSIERFLOW_OPENID_CLIENT_ID: 'dossierflow', DOSSIERFLOW_OPENID_CLIENT_SECRET: 'a-secret-for-tests-only',
    }),
    openBrowser(),
  ]);
});
afterAll(async () => { await browser?.close(); await product?.stop(); if (provider) await ended(provider); });

/** At the provider: who one is, and that one agrees. */
async function goThere(page: Page, person: string): Promise<void> {
  // Its sample pages ask for a font from elsewhere.
  await page.route('https://fonts.googleapis.com/**', (route) => route.fulfill({ contentType: 'text/css', body: '' }));
  await page.getByRole('link', { name: LINK }).click();
  await page.locator('input[name=login]').fill(person);
  await page.locator('input[name=password]').fill('whatever');
  await page.locator('input[name=password]').press('Enter');
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('a provider that is away is said, and passwords stay; when it is back, nobody has to start anything again', async () => {
  const { page, problems, close } = await visit(browser, product.url, { width: 320 });
  await page.goto('/app/sign-in');
  await page.getByRole('link', { name: LINK }).click();
  await page.getByText('Hệ thống đăng nhập của cơ quan không trả lời').waitFor();
  await page.getByRole('form', { name: 'Đăng nhập' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  expect(problems).toEqual([]);
  await close();
  provider = await startProvider(providerPort, product.url);
});

test('in as the person whom the provider names, and out at both', async () => {
  const { page, problems, close } = await visit(browser, product.url);
  await page.goto('/app/sign-in');
  await goThere(page, 'Mai');
  await page.getByRole('button', { name: /Trần Thị Mai/ }).click();
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  await page.getByRole('button', { name: /Yes, sign me out/i }).click();
  await page.waitForURL(`${product.url}/app/sign-in`);
  expect((await page.request.get('/api/work')).status()).toBe(401);
  // Neither is it remembered there.
  await page.getByRole('link', { name: LINK }).click();
  await page.locator('input[name=login]').waitFor();
  expect(problems).toEqual([]);
  await close();
});

test('a stranger is refused in words and can choose another account; an answer that nobody asked for is none', async () => {
  const { page, problems, close } = await visit(browser, product.url);
  await page.goto('/app/sign-in');
  await goThere(page, 'nguoi-la');
  await page.getByText('Tài khoản đó chưa được khai báo ở đây').waitFor();
  expect((await page.request.get('/api/work')).status()).toBe(401);
  await picture(page, 'open-id-unknown', false);
  expect(await accessibilityProblems(page)).toEqual([]);
  await goThere(page, 'lan');
  await page.getByRole('button', { name: /Nguyễn Thị Lan/ }).waitFor();
  for (const query of ['?code=abc&state=forged', '?error=access_denied&state=forged', '']) {
    await page.goto(`/api/session/open-id/callback${query}`);
    await page.waitForURL(/refused=failed/);
  }
  expect(problems).toEqual([]);
  await close();
});
