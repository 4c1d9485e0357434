/** A real browser for journeys: the system's Chromium, signed-in pages, accessibility checks, pictures on request. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '../../bench/chromium.js';

export type { Browser, Page };
export type Language = 'vi' | 'en';

export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium found: install one or set DOSSIERFLOW_CHROMIUM to its path');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

export interface Visitor { page: Page; problems: string[]; close(): Promise<void> }

/** A journey that fails is walked once more, its first error printed: two cores run two browsers and four servers beside it. */
jest.retryTimes(1, { logErrorsBeforeRetry: true, retryImmediately: true });

/** Pages opened within the test that runs; one still open at its end is of a test that failed. */
const open = new Map<Page, { refused: string[]; problems: string[]; close(): Promise<void> }>();

/** A failed journey says what its page showed: on a machine that nobody watches it is all there is to see. */
afterEach(async () => {
  for (const [page, { refused, problems, close }] of open) {
    const shown = await page.locator('body').innerText({ timeout: 5_000 }).catch((error: unknown) => String(error));
    const focus = await page.evaluate<string>('document.activeElement?.outerHTML.slice(0, 200)').catch((error: unknown) => String(error));
    process.stderr.write(`${expect.getState().currentTestName}: left open at ${page.url()}\nfocus: ${focus}\nrefused: ${refused.join(', ') || 'none'}\nproblems: ${problems.join('\n') || 'none'}\nshown:\n${shown.slice(0, 3_000)}\n`);
    await close();
  }
});

/** A fresh browser profile at the given language; errors of scripts are collected in `problems`. */
export async function visit(browser: Browser, url: string, { language = 'vi', width = 1366, height = 900 }: { language?: Language; width?: number; height?: number } = {}): Promise<Visitor> {
  const context: BrowserContext = await browser.newContext({ baseURL: url, viewport: { width, height }, locale: language === 'vi' ? 'vi-VN' : 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error.stack ?? error)));
  const refused: string[] = [];
  page.on('response', (response) => { if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`); });
  page.on('requestfailed', (request) => refused.push(`${request.failure()?.errorText} ${request.url()}`));
  page.on('console', (message) => { if (message.type() === 'error' && !/the server responded with a status of 4\d\d/.test(message.text())) problems.push(message.text()); });
  const close = async (): Promise<void> => { open.delete(page); await context.close(); };
  if (expect.getState().currentTestName) open.set(page, { refused, problems, close });
  return { page, problems, close };
}

/** Through the sign-in page, as a person does it: one click on the card. */
export async function signIn(page: Page, person: string): Promise<void> {
  await page.goto('/app/sign-in');
  await page.locator(`[data-person="${person}"]`).click();
  await page.waitForURL((address) => !address.pathname.endsWith('/sign-in'));
  await page.locator('#content h1').waitFor();
}

/** All pending questions to the server have been answered and nothing is shown as loading. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('[role="status"][aria-label]').waitFor({ state: 'detached' });
}

/** Clicks an element of a drawing, the only one `within` or on the page: a flow at the middle of its line, anything else at its middle. */
export async function clickElement(page: Page, id: string, within = 'body'): Promise<void> {
  const shown = page.locator(`${within} .djs-element[data-element-id="${id}"]`);
  await shown.scrollIntoViewIfNeeded();
  const at = await shown.evaluate((element) => {
    const line = element.classList.contains('djs-connection') ? element.querySelector('.djs-visual > path') as unknown as { getTotalLength(): number; getPointAtLength(n: number): DOMPointLike; getScreenCTM(): unknown } : null;
    if (!line) {
      const box = element.querySelector('.djs-hit')?.getBoundingClientRect();
      return { x: (box?.left ?? 0) + (box?.width ?? 0) / 2, y: (box?.top ?? 0) + (box?.height ?? 0) / 2 };
    }
    const point = line.getPointAtLength(line.getTotalLength() / 2).matrixTransform(line.getScreenCTM());
    return { x: point.x, y: point.y };
  });
  await page.mouse.click(at.x, at.y);
}
interface DOMPointLike { x: number; y: number; matrixTransform(matrix: unknown): DOMPointLike }

const axeSource = readFileSync(createRequire(join(process.cwd(), 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');
interface AxeResult { violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }

/**
 * Violations of WCAG 2.2 A and AA as lines of text; none is the answer to hope for. The inside of a drawing is one
 * image with a label, and stands beside it in words: badges that lie over its small print are not text over text.
 */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // Evaluated through the debugger, so that the page's own content security policy stays in force.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate<AxeResult>(`axe.run({ include: [['html']], exclude: [['.djs-container svg .viewport']] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`);
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} at ${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`));
}

/** Saves a picture when SCREENSHOTS names a folder. */
export async function picture(page: Page, name: string, fullPage = true): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
}
