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

/** A fresh browser profile at the given language; errors of scripts are collected in `problems`. */
export async function visit(browser: Browser, url: string, { language = 'vi', width = 1366, height = 900 }: { language?: Language; width?: number; height?: number } = {}): Promise<Visitor> {
  const context: BrowserContext = await browser.newContext({ baseURL: url, viewport: { width, height }, locale: language === 'vi' ? 'vi-VN' : 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error.stack ?? error)));
  page.on('console', (message) => { if (message.type() === 'error' && !/the server responded with a status of 4\d\d/.test(message.text())) problems.push(message.text()); });
  return { page, problems, close: () => context.close() };
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

/** Clicks an element of a drawing: a flow at the middle of its line, anything else at its middle. */
export async function clickElement(page: Page, id: string): Promise<void> {
  const at = await page.locator(`.djs-element[data-element-id="${id}"]`).evaluate((element) => {
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
