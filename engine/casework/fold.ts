/** How each fact changes the state of the case. The only code that writes to a `CaseState`. */
import type { Instant } from '../graph/types.js';
import { doer, type Doer } from '../interpreter/people.js';
import type { ProcessEvent } from '../interpreter/events.js';
import type { CaseFact, CaseState, Halt } from './types.js';

export const newCase = (): CaseState => ({ halts: [], extensions: [], opinions: [], handOvers: [], done: [], cancelled: [] });

/** The halt under way; while there is one, the clock stands still and steps cannot be completed. */
export function haltOf({ halts }: CaseState): Halt | undefined {
  const last = halts[halts.length - 1];
  return last && last.to === undefined ? last : undefined;
}

/** Facts among the events of a settled step, in order; undefined while nothing has been recorded. */
export function foldEvents(state: CaseState | undefined, events: readonly ProcessEvent[]): CaseState | undefined {
  let folded = state;
  for (const event of events) {
    if (event.type === 'factRecorded') folded = foldFact(folded ?? newCase(), event.fact as unknown as CaseFact, event.at, event);
  }
  return folded;
}

type Handlers = { [T in CaseFact['type']]: (state: CaseState, fact: Extract<CaseFact, { type: T }>, at: Instant, by: Done) => CaseState };
type Done = ReturnType<typeof doer>;

export function foldFact(state: CaseState, fact: CaseFact, at: Instant, by: Doer): CaseState {
  return (handlers[fact.type] as (state: CaseState, fact: CaseFact, at: Instant, by: Done) => CaseState)(state, fact, at, doer(by));
}

const without = <T extends { type: string }>({ type: _type, ...rest }: T): Omit<T, 'type'> => rest;

const handlers: Handlers = {
  haltBegan: (state, fact, at, by) => ({ ...state, halts: [...state.halts, { ...without(fact), from: at, ...by }] }),
  haltEnded: (state, _fact, at) => ({ ...state, halts: state.halts.map((halt) => (halt.to === undefined ? { ...halt, to: at } : halt)) }),
  apologyDrafted: (state, { newDueAt, reason }, at, by) => ({ ...state, draft: { newDueAt, reason, at, ...by } }),
  limitExtended: ({ draft: _draft, ...state }, { dueAt, newDueAt, reason }, at, by) => ({ ...state, extensions: [...state.extensions, { dueAt, newDueAt, reason, at, ...by }] }),
  opinionAsked: (state, { opinion, department, question }, at, by) => ({ ...state, opinions: [...state.opinions, { id: opinion, department, question, at, ...by }] }),
  opinionTaken: (state, { opinion }, _at, { by }) => ({ ...state, opinions: state.opinions.map((each) => (each.id === opinion && by !== undefined ? { ...each, takenBy: by } : each)) }),
  opinionReleased: (state, { opinion }) => ({ ...state, opinions: state.opinions.map(({ takenBy, ...each }) => (each.id === opinion || takenBy === undefined ? each : { ...each, takenBy })) }),
  opinionAssigned: (state, { opinion, to }) => ({ ...state, opinions: state.opinions.map((each) => (each.id === opinion ? { ...each, takenBy: to } : each)) }),
  opinionWithdrawn: (state, { opinion, reason }, at, by) => ({ ...state, opinions: state.opinions.map((each) => (each.id === opinion ? { ...each, withdrawn: { at, reason, ...by } } : each)) }),
  opinionAnswered: (state, { opinion, text }, at, by) => ({ ...state, opinions: state.opinions.map((each) => (each.id === opinion ? { ...each, answer: { at, text, ...by } } : each)) }),
  handedOver: (state, { handOver, from, to, what }, at, by) => ({ ...state, handOvers: [...state.handOvers, { id: handOver, to, what, at, ...(from === undefined ? {} : { from }), ...by }] }),
  handOverReceived: (state, { handOver }, at, by) => ({ ...state, handOvers: state.handOvers.map((each) => (each.id === handOver ? { ...each, received: { at, ...by } } : each)) }),
  automaticDone: (state, { kind, for: about }, at) => ({ ...state, done: [...state.done, { kind, for: about, at }] }),
  automaticCancelled: (state, { kind, reason }, at, by) => ({ ...state, cancelled: [...state.cancelled, { kind, reason, at, ...by }] }),
  caseClosed: (state, { outcome }, at) => ({ ...state, outcome, halts: state.halts.map((halt) => (halt.to === undefined ? { ...halt, to: at } : halt)) }),
};
