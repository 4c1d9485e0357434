/** Two installations that share nothing: a ministry's, and an agency's with its dossiers on a clock that jumps. */
import { openBrowser, signIn, visit, type Browser, type Visitor } from '../support/browser.js';
import { appBench, MONDAY, type AppBench } from '../server/bench.js';
import { openWorld, type World } from '../month/world.js';

/** Two browsers, two databases and a Temporal server beside everything else that runs on two cores. */
const PATIENCE_MS = 120_000;

export interface Installation { url: string; now(): number }
export interface Installations {
  ministry: Installation; agency: World;
  /** Somebody at a page of one of them, who reads the date that it is there. */
  at(where: Installation, who: string, path: string): Promise<Visitor>;
  /** Without an account. */
  stranger(where: Installation, path: string): Promise<Visitor>;
  close(): Promise<void>;
}

export async function openInstallations(begin: number): Promise<Installations> {
  const [bench, agency, browser] = await openAll(begin);
  await bench.clock.advance(begin - MONDAY, () => Promise.resolve());
  // Whenever somebody looks it is the same day at both.
  const ministry = { url: bench.url, now: () => { void bench.clock.advance(Math.max(agency.now() - bench.clock.now(), 0), () => Promise.resolve()); return bench.clock.now(); } };
  const open = async (where: Installation): Promise<Visitor> => {
    const visitor = await visit(browser, where.url);
    visitor.page.setDefaultTimeout(PATIENCE_MS);
    await visitor.page.clock.setSystemTime(where.now());
    return visitor;
  };
  return {
    ministry, agency,
    at: async (where, who, path) => {
      const visitor = await open(where);
      await signIn(visitor.page, who);
      await visitor.page.goto(path);
      return visitor;
    },
    stranger: async (where, path) => { const visitor = await open(where); await visitor.page.goto(path); return visitor; },
    close: async () => { await browser.close(); await Promise.all([bench.close(), agency.close()]); },
  };
}

/** One after the other: a JVM, two databases and a browser that start at once on two cores keep each other from it. What was started is stopped when another of them does not start. */
async function openAll(begin: number): Promise<[AppBench, World, Browser]> {
  const agency = await openWorld(begin);
  const bench = await appBench({ frameworks: true }).catch(async (error: unknown) => { await agency.close(); throw error; });
  const browser = await openBrowser().catch(async (error: unknown) => { await Promise.all([bench.close(), agency.close()]); throw error; });
  return [bench, agency, browser];
}
