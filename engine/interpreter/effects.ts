/** What the host has to do after a step; derived from the events, so that a replay asks for the same. */
import type { Data, Id, Instant, Json } from '../graph/types.js';

export type Effect =
  | { type: 'startTimer'; timer: Id; dueAt: Instant }
  | { type: 'cancelTimer'; timer: Id }
  | { type: 'invokeService'; instance: Id; node: Id; implementation?: string; attempt: number; data: Data }
  /** A message thrown; the host finds who waits for it, or which process it starts. */
  | { type: 'sendMessage'; node: Id; name: string; key?: Json; data: Data }
  /** A signal for everyone else; this instance's own catchers have had it already. */
  | { type: 'broadcastSignal'; name: string; data: Data };
