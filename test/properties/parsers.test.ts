/** Whatever text comes, every reader answers with what it read or with its own kind of refusal. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readDmn } from '../../engine/decision/read.js';
import { parseExpression, parseUnaryTests } from '../../engine/expression/parse.js';
import { CalendarError, parseAllowance, readCalendar } from '../../engine/calendar/index.js';
import { readScript, type ScriptEntry } from '../../engine/session/script.js';
import { LogError } from '../../engine/mining/log/types.js';
import { readPnml } from '../../engine/mining/read/pnml.js';
import { readLog } from '../../engine/mining/read/read.js';
import { readScenario, ScenarioError } from '../../engine/simulation/scenario.js';
import { projectRoot } from '../../services/places.js';
import { Random } from '../../scripts/seed/random.js';
import { mutated } from '../support/mutate.js';

const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 });
/** Text near `good`, or any text at all. */
const near = (...good: string[]) => fc.oneof({ weight: 3, arbitrary: fc.tuple(fc.constantFrom(...good), seed).map(([text, at]) => mutated(text, new Random(at))) }, fc.string({ unit: 'binary', maxLength: 200 }));
/** Values of JSON near `good`: leaves and keys exchanged for others. */
const nearJson = (good: unknown) => fc.oneof(fc.jsonValue(), fc.tuple(fc.nat(200), fc.jsonValue(), fc.boolean()).map(([at, put, drop]) => changed(good, { at, put, drop })));

function changed(value: unknown, change: { at: number; put: unknown; drop: boolean }): unknown {
  if (change.at === 0) { change.at -= 1; return change.put; }
  change.at -= 1;
  if (Array.isArray(value)) return value.map((each) => changed(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, each]) => { const last = change.at === 0; const now = changed(each, change); return last && change.drop ? [] : [[name, now]]; }));
}
/** `refusal`: the class by which callers know that it was the input. */
function answers(read: () => unknown, refusal?: new (...args: never[]) => Error): void {
  try {
    read();
  } catch (error) {
    if (refusal === undefined || !(error instanceof refusal)) throw error;
    expect(error.message).not.toBe('');
  }
}

const FEEL = ['if x > 1 then "a" else [1..3]', 'for i in 1..3 return {a: i}', 'some x in y satisfies x = null', 'date("2026-01-01") + duration("P1D")', 'not(a) and b between 1 and 2', 'substring("ếch", 1, 2)', '< 5, [2..3), "x"'];
const XES = '<?xml version="1.0"?><log xes.version="1.0"><trace><string key="concept:name" value="1"/><event><string key="concept:name" value="a"/><date key="time:timestamp" value="2026-01-01T00:00:00Z"/></event></trace></log>';
const CSV = 'case,activity,timestamp,resource\n1,a,2026-01-01T00:00:00Z,x\n1,"b ""c""",2026-01-01T01:00:00Z,y\n';
const OCEL = '{"eventTypes":[],"objectTypes":[],"events":[{"id":"e","type":"a","time":"2026-01-01T00:00:00Z","attributes":[],"relationships":[{"objectId":"o","qualifier":""}]}],"objects":[{"id":"o","type":"case","attributes":[]}]}';
const PNML = '<pnml><net id="n" type="x"><page id="g"><place id="p"><initialMarking><text>1</text></initialMarking></place><transition id="t"><name><text>a</text></name></transition><arc id="r" source="p" target="t"/></page><finalmarkings><marking><place idref="p"><text>1</text></place></marking></finalmarkings></net></pnml>';
const SCRIPT = [{ start: { data: { a: 1 } } }, { complete: 'a', data: { b: true } }, { advance: 'PT1H' }, { message: 'm' }];
const SCENARIO = { horizon: { cases: 10 }, warmup: { cases: 2 }, arrivals: { P: { meanHours: 2 } }, resources: { d: { servers: 2 } }, durations: { a: { type: 'lognormal', meanHours: 1, sigmaLog: 0.5 }, b: { hours: [1, 2] } }, branches: { f: 0.5 }, queueLimit: { d: 5 }, discipline: 'priority', priorities: { P: 1 }, start: '2026-01-05T07:30:00+07:00' };
const calendar = JSON.parse(readFileSync(join(projectRoot(), 'procedures', 'calendars', readdirSync(join(projectRoot(), 'procedures', 'calendars')).find((name) => name.endsWith('.json'))!), 'utf8')) as unknown;

test('the good ones are read', () => {
  for (const text of FEEL.slice(0, 6)) expect(parseExpression(text).errors).toBeUndefined();
  for (const text of [XES, CSV, OCEL]) expect(readLog(text)).toBeDefined();
  expect([readPnml(PNML), readCalendar(calendar as never), readScript(SCRIPT), readScenario(SCENARIO)]).toMatchObject([{}, {}, { ok: true }, { discipline: 'priority' }]);
});

test('expressions and unary tests of FEEL', () => { fc.assert(fc.property(near(...FEEL), (text) => { for (const parse of [parseExpression, parseUnaryTests]) { const { ast, errors } = parse(text); expect((ast === undefined) === (errors !== undefined && errors.length > 0)).toBe(true); } }), { numRuns: 1_500 }); });
test('event logs as XES, CSV and OCEL', () => { fc.assert(fc.property(near(XES, CSV, OCEL), (text) => { answers(() => readLog(text), LogError); }), { numRuns: 1_500 }); });
test('nets as PNML', () => { fc.assert(fc.property(near(PNML), (text) => { answers(() => readPnml(text), LogError); }), { numRuns: 800 }); });
test('calendars', () => { fc.assert(fc.property(nearJson(calendar), (value) => { answers(() => readCalendar(value as never), CalendarError); }), { numRuns: 800 }); });
test('allowances of time', () => { fc.assert(fc.property(near('3 working days', '8h', '2 ngày làm việc', '15 days'), (text) => { answers(() => parseAllowance(text), CalendarError); }), { numRuns: 800 }); });
test('scripts of a play', () => { fc.assert(fc.property(nearJson(SCRIPT), (value) => { const read: { ok: boolean; entries?: ScriptEntry[] } = readScript(value); expect(read.ok).toBe(read.entries !== undefined); }), { numRuns: 800 }); });
test('scenarios of a simulation', () => { fc.assert(fc.property(nearJson(SCENARIO), (value) => { answers(() => readScenario(value), ScenarioError); }), { numRuns: 800 }); });
test('decision tables', async () => {
  const dmn = '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n"><decision id="x" name="x"><decisionTable id="t" hitPolicy="UNIQUE"><input id="i"><inputExpression id="e"><text>a</text></inputExpression></input><output id="o"/><rule id="r"><inputEntry id="ie"><text>&lt; 5</text></inputEntry><outputEntry id="oe"><text>"b"</text></outputEntry></rule></decisionTable></decision></definitions>';
  await fc.assert(fc.asyncProperty(near(dmn), async (text) => { const { diagnostics } = await readDmn(text); for (const { message } of diagnostics) expect(message).not.toBe(''); }), { numRuns: 800 });
});
