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
  return Promise.reject(new Error('The Temporal engine is reached through the server'));
}
