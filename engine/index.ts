/** Public API of the engine (format.md section 3): named exports only. */
export { readBpmn } from './bpmn/read.js';
export { readModel } from './session/read-model.js';
export { validateBpmn } from './bpmn/validate.js';
export { exportXml } from './bpmn/write.js';
export { linkPlan } from './bpmn/plan.js';
export { check } from './check.js';
export { CalendarError, compileCalendar, dueAt, ledger, parseAllowance, readCalendar, vnOffice, workingTime } from './calendar/index.js';
export type { Allowance, CountingOptions, Ledger, Pause, WorkCalendar } from './calendar/index.js';
export { play, type PlayOptions, type PlayResult } from './session/play.js';
export { readScript, type ScriptEntry } from './session/script.js';
export { mine, type Mined, type MineOptions } from './mining/mine.js';
export { readerFor, readLog, type LogReader } from './mining/read/read.js';
export { LogError, type EventLog } from './mining/log/types.js';
export { createEngine } from './session/create.js';
export { EngineError, type Engine, type Instance, type Problem, type Session } from './session/session.js';
export { effectsOf, evolve, initialState, step, workItems } from './interpreter/index.js';
export type { Command, Effect, ProcessEvent, ProcessState, Rejection, Step, WorkItem } from './interpreter/index.js';
export type * from './graph/types.js';
