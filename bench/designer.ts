/** From an edit in the designer to the findings on the screen, in Chromium, with a large drawing. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { projectRoot } from '../services/places.js';
import { freePort } from '../services/ports.js';
import { findChromium } from './chromium.js';

const PROCEDURE = 'P03-cap-doi-gcn';
const DESIGNER = 'chi';
const EDITS = 12;

/** Medians over edits. `pauseMs`: how long the designer waits whether more is drawn; it is part of the round trip. */
export interface DesignerTiming { edits: number; roundTripMs: number; checkMs: number; slowestCheckMs: number; pauseMs: number }
interface Turn { roundTripMs: number; checkMs: number }

/** @param xml with a picture. Undefined where the machine has no Chromium. */
export async function timeDesigner(xml: string): Promise<DesignerTiming | undefined> {
  const executablePath = findChromium();
  if (!executablePath) return undefined;
  const product = await serve();
  try {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      return await timed(await (await browser.newContext({ baseURL: product.url, viewport: { width: 1366, height: 900 } })).newPage(), xml);
    } finally {
      await browser.close();
    }
  } finally {
    await product.stop();
  }
}

async function timed(page: Page, xml: string): Promise<DesignerTiming> {
  await page.goto('/app/sign-in');
  await page.locator(`[data-person="${DESIGNER}"]`).click();
  await page.locator('#content h1').waitFor();
  await page.goto(`/app/procedures/${PROCEDURE}/design?version=2`);
  await page.locator('[data-turn="1"]').waitFor({ state: 'attached' });
  await page.locator('input[type="file"]').setInputFiles({ name: 'large.bpmn', mimeType: 'application/xml', buffer: Buffer.from(xml) });
  await page.locator('[data-turn="2"]').waitFor({ state: 'attached' });
  await page.locator('.df-outline button[data-node="n1"]').dispatchEvent('click');
  await page.locator('.djs-context-pad [data-action="delete"]').click();
  await page.locator('[data-turn="3"]').waitFor({ state: 'attached' });
  const turns: Turn[] = [];
  // What is deleted comes back and goes again: each is an edit like any other.
  for (let edit = 0; edit < EDITS; edit += 1) turns.push(await page.evaluate<Turn>(roundTrip(edit % 2 === 0 ? '↶' : '↷')));
  const middle = (of: (turn: Turn) => number): number => turns.map(of).sort((a, b) => a - b)[Math.floor(EDITS / 2)]!;
  return { edits: EDITS, roundTripMs: middle((turn) => turn.roundTripMs), checkMs: middle((turn) => turn.checkMs), slowestCheckMs: Math.max(...turns.map((turn) => turn.checkMs)), pauseMs: 400 };
}

/** Runs in the page: presses the button, and waits until the next check is shown. */
function roundTrip(button: string): string {
  return `new Promise((resolve) => {
    const shown = () => document.querySelector('[data-turn]');
    const before = shown().dataset.turn;
    const since = performance.now();
    const observer = new MutationObserver(() => {
      if (shown().dataset.turn === before) return;
      observer.disconnect();
      resolve({ roundTripMs: performance.now() - since, checkMs: Number(shown().dataset.checkedIn) });
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-turn'] });
    [...document.querySelectorAll('button')].find((each) => each.textContent === ${JSON.stringify(button)}).click();
  })`;
}

async function serve(): Promise<{ url: string; stop(): Promise<void> }> {
  const data = mkdtempSync(join(tmpdir(), 'dossierflow-bench-'));
  const [temporal, mongo] = await Promise.all([freePort(), freePort()]);
  const { TEMPORAL_ADDRESS: _temporal, MONGODB_URI: _mongo, ...environment } = process.env;
  const server = spawn(process.execPath, [join(projectRoot(), 'bin', 'dossierflow'), 'serve'], {
    stdio: ['ignore', 'pipe', 'inherit'], env: { ...environment, DOSSIERFLOW_PORT: '0', DOSSIERFLOW_TEMPORAL_PORT: String(temporal), DOSSIERFLOW_MONGO_PORT: String(mongo), DOSSIERFLOW_DATA: data },
  });
  const ended = new Promise<void>((resolve) => { server.once('exit', () => { resolve(); }); });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /^http:\/\/[^\s/]+/m.exec(said);
      if (found) resolve(found[0]);
    });
    server.once('exit', (code) => { reject(new Error(`the server ended with code ${code}:\n${said}`)); });
  });
  return { url, stop: async () => { server.kill('SIGTERM'); await ended; rmSync(data, { recursive: true, force: true }); } };
}
