/** Looks for runs of pools that end with a message that nobody took, or with somebody waiting for a message that never comes. */
import type { Id } from '../../graph/types.js';
import type { Move, PoolNet } from './net.js';

/** States looked at, at most. */
export const STATE_BUDGET = 8_000;
/** Tokens counted on a place; more means that they multiply. */
const MOST = 8;

export interface Outcome {
  /** By message flow: a shortest run that leaves it undelivered. */
  undelivered: Map<Id, Id[]>;
  /** By waiting node: a shortest run, and the message flows that could have ended the waiting. */
  waiting: Map<Id, { run: Id[]; messages: readonly Id[] }>;
  complete: boolean;
}

export function explorePools(net: PoolNet): Outcome {
  const outcome: Outcome = { undelivered: new Map(), waiting: new Map(), complete: true };
  const messages = net.named('m:');
  const start = new Uint8Array(net.size);
  for (const place of net.initial) start[place]! += 1;
  const states: { marking: Uint8Array; from?: number; move?: Move }[] = [{ marking: start }];
  const known = new Set([keyOf(start)]);
  const alone = lonelyMoves(net);
  const byPlace = movesByPlace(net);
  for (let at = 0; at < states.length; at += 1) {
    if (states.length > STATE_BUDGET) { outcome.complete = false; break; }
    const { marking } = states[at]!;
    const enabled = enabledMoves(byPlace, marking);
    if (enabled.length === 0) note(net, outcome, messages, marking, () => runTo(states, at));
    const first = enabled.find((move) => alone.has(move));
    for (const move of first ? [first] : enabled) {
      const after = fire(marking, move);
      if (!after) { outcome.complete = false; continue; }
      const key = keyOf(after);
      if (known.has(key)) continue;
      known.add(key);
      states.push({ marking: after, from: at, move });
    }
  }
  return outcome;
}

function keyOf(marking: Uint8Array): string { return String.fromCharCode(...marking); }
/** Moves by the first place they take from: only those of marked places need a look. */
function movesByPlace(net: PoolNet): readonly (readonly Move[])[] {
  const byPlace: Move[][] = Array.from({ length: net.size }, () => []);
  for (const move of net.moves) byPlace[move.take[0]!]?.push(move);
  return byPlace;
}
function enabledMoves(byPlace: readonly (readonly Move[])[], marking: Uint8Array): Move[] {
  const enabled: Move[] = [];
  for (let place = 0; place < marking.length; place += 1) {
    if (marking[place] === 0) continue;
    for (const move of byPlace[place]!) if (isEnabled(marking, move)) enabled.push(move);
  }
  return enabled;
}
function isEnabled(marking: Uint8Array, move: Move): boolean {
  for (const place of move.take) if (marking[place]! === 0) return false;
  for (const place of move.needsEmpty) if (marking[place]! > 0) return false;
  return move.needsSome.length === 0 || move.needsSome.some((place) => marking[place]! > 0);
}
/** Undefined when tokens multiply. */
function fire(marking: Uint8Array, move: Move): Uint8Array | undefined {
  const next = marking.slice();
  for (const place of move.take) next[place]! -= 1;
  for (const place of move.clear) next[place] = 0;
  for (const place of move.give) {
    next[place]! += 1;
    if (next[place]! > MOST) return undefined;
  }
  return next;
}

/**
 * Moves that nothing else can hinder or be hindered by: the only consumer of the one place they take from, which nothing clears
 * and no one asks to be empty. Playing them first changes no outcome (persistent sets).
 */
function lonelyMoves(net: PoolNet): Set<Move> {
  const consumers = new Map<number, number>();
  const touched = new Set<number>();
  for (const move of net.moves) {
    for (const place of move.take) consumers.set(place, (consumers.get(place) ?? 0) + 1);
    for (const place of [...move.clear, ...move.needsEmpty, ...move.needsSome]) touched.add(place);
  }
  return new Set(net.moves.filter((move) => {
    const [place, ...others] = move.take;
    return place !== undefined && others.length === 0 && consumers.get(place) === 1 && move.clear.length + move.needsEmpty.length + move.needsSome.length === 0
      && !touched.has(place) && move.give.every((each) => !touched.has(each));
  }));
}

function note(net: PoolNet, outcome: Outcome, messages: readonly { name: string; place: number }[], marking: Uint8Array, run: () => Id[]): void {
  for (const { name, place } of messages) if (marking[place]! > 0 && !outcome.undelivered.has(name)) outcome.undelivered.set(name, run());
  for (const { place, node, messages: awaited } of net.waiting) if (marking[place]! > 0 && !outcome.waiting.has(node)) outcome.waiting.set(node, { run: run(), messages: awaited });
}
function runTo(states: readonly { from?: number; move?: Move }[], to: number): Id[] {
  const run: Id[] = [];
  for (let at: number | undefined = to; at !== undefined; at = states[at]!.from) if (states[at]!.move?.node !== undefined) run.unshift(states[at]!.move!.node!);
  return run;
}
