/** `createEngine` of format.md section 3. */
import { createVirtualEngine, type Engine } from './session.js';

export type EngineOptions =
  | { mode: 'test'; clock: 'virtual'; /** Where the virtual clock begins, epoch ms; default: the host's clock when created. */ startAt?: number }
  | { mode: 'temporal'; address?: string };

export function createEngine(options: EngineOptions): Promise<Engine> {
  if (options.mode === 'test') {
    // A drawing may hold absolute dates: the virtual clock starts where its author's does. The one place that looks at it.
    // eslint-disable-next-line no-restricted-properties -- reason above; everything after this runs on the virtual clock
    return Promise.resolve(createVirtualEngine(options.startAt ?? Date.now()));
  }
  return createTemporal(options.address);
}

/** An entry of this package, named by a variable: nothing here imports it, so that the engine stays what a browser can load. */
const TEMPORAL_ENGINE: string = 'dossierflow/temporal-engine';

async function createTemporal(address?: string): Promise<Engine> {
  type Entry = { createTemporalEngine(options: { address?: string }): Promise<Engine> };
  let entry: Entry;
  try {
    entry = await import(/* @vite-ignore */ TEMPORAL_ENGINE) as Entry;
  } catch (error) {
    throw new Error(`The engine on Temporal (${TEMPORAL_ENGINE}) cannot be loaded; after "npm install", "npm run build" builds it`, { cause: error });
  }
  return entry.createTemporalEngine(address === undefined ? {} : { address });
}
