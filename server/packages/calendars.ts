/** Working calendars that the drawings of a package name, and those whose days off they take. One that is here already stays as it is. */
import { readParts } from '../../engine/bpmn/parts/merge.js';
import { combineCalendars } from '../../engine/calendar/combine.js';
import { readCalendar } from '../../engine/calendar/read.js';
import type { CalendarData, CalendarFile } from '../../engine/calendar/types.js';
import { vnOfficeData } from '../../engine/calendar/vn-office.js';
import { canonicalJson } from '../../engine/graph/canonical.js';
import type { CalendarAssignments } from '../../models/calendars/assignments.js';
import { DEFAULT_CALENDAR, type Calendars } from '../../models/calendars/book.js';
import type { Actor } from '../../models/directory.js';
import { Refusal } from '../../models/problem.js';
import type { PackagedCalendar } from '../contract.js';
import { refusePrototypes } from '../http/validate.js';
import type { Part } from './archive.js';

/** `version`: the number that its publisher gave it. `base`: another calendar of the package. */
export interface PackedCalendar { id: string; version: number; base?: string | undefined; part: string }
type Texts = ReadonlyMap<string, string>;
const bad = (message: string): Refusal => new Refusal('bad-package', message);

/** In the version in force; one that a drawing names and nobody has made stays unnamed. */
export async function packCalendars(calendars: Calendars, drawings: readonly string[]): Promise<{ calendars: PackedCalendar[]; parts: Part[] }> {
  await calendars.refresh();
  const named = (await Promise.all(drawings.map(namedIn))).flat().flatMap((id) => calendars.get(id)?.doc ?? []);
  const bases = named.flatMap(({ base }) => (base === undefined ? [] : calendars.get(base)?.doc ?? []));
  const docs = [...new Map([...named, ...bases].map((doc) => [doc._id, doc])).values()].sort((a, b) => (a._id < b._id ? -1 : 1));
  const packed = await Promise.all(docs.map(async ({ _id, version, base }) => {
    const { base: _base, ...file } = await calendars.file(_id, version);
    return { id: _id, version, ...(base !== undefined && { base }), part: `parts/calendars/${_id}.json`, text: JSON.stringify(file, null, 1) };
  }));
  return { calendars: packed.map(({ text: _text, ...each }) => each), parts: packed.map(({ part, text }) => ({ path: part, text })) };
}

async function namedIn(drawing: string): Promise<string[]> {
  const { parts } = await readParts(drawing);
  return [...parts.values()].flatMap(({ type, values: { calendar } }) => (type === 'df:Department' && calendar !== undefined ? [String(calendar)] : []));
}

/** Throws Refusal bad-package where one of them could not be made here. */
export function checkCalendars(packed: readonly PackedCalendar[], parts: Texts): void {
  if (new Set(packed.map(({ id }) => id)).size < packed.length) throw bad('manifest.json: content.calendars: names a calendar twice');
  for (const { part } of packed) dataOf(ownFile(part, parts), part);
  for (const each of packed) {
    const base = packed.find(({ id }) => id === each.base);
    if (each.base !== undefined && (!base || base.base !== undefined)) throw bad(`${each.part}: takes its days off from ${each.base}, which is no calendar of the package with days of its own`);
    if (!ownFile(each.part, parts).name?.trim()) throw bad(`${each.part}: has no name`);
    dataOf(wholeFile(each, packed, parts), each.part);
  }
}

/** What counts is compared, with the days of the base, and not how it was written down. */
export async function compareCalendars(calendars: Calendars, packed: readonly PackedCalendar[], parts: Texts): Promise<PackagedCalendar[]> {
  await calendars.refresh();
  return packed.map((each) => {
    const data = dataOf(wholeFile(each, packed, parts), each.part);
    const here = calendars.get(each.id);
    // The common calendar counts here also where nobody has stored it.
    const counts = here?.known.calendar.data ?? (each.id === DEFAULT_CALENDAR ? vnOfficeData : undefined);
    const state = counts === undefined ? 'new' : canonicalJson(counts) === canonicalJson(data) ? 'same' : 'different';
    return { id: each.id, name: data.name ?? each.id, version: each.version, state, ...(here && { currentVersion: here.doc.version }) };
  });
}

interface Taking { actor: Actor; packed: readonly PackedCalendar[]; parts: Texts; seen: readonly PackagedCalendar[]; publisher: string }

/** The new ones. Over the base that is here where that says the same; otherwise with its days written out, so that it counts as its publisher meant it. */
export async function takeCalendars(calendars: Calendars, assignments: CalendarAssignments, { actor, packed, parts, seen, publisher }: Taking): Promise<void> {
  const fresh = packed.filter(({ id }) => stateIn(seen, id) === 'new').sort((a, b) => Number(a.base !== undefined) - Number(b.base !== undefined));
  for (const each of fresh) {
    const { id, base, version } = each;
    const known = base === undefined ? undefined : calendars.get(base);
    const over = base !== undefined && known !== undefined && known.doc.base === undefined && stateIn(seen, base) !== 'different';
    const file = over ? ownFile(each.part, parts) : wholeFile(each, packed, parts);
    await assignments.create(actor, { id, file, ...(over && { base }), reason: `Nhận từ gói của ${publisher} (phiên bản ${version})` });
  }
}

const stateIn = (seen: readonly PackagedCalendar[], id: string): PackagedCalendar['state'] | undefined => seen.find((each) => each.id === id)?.state;

/** Which base it has stands in the manifest. */
function ownFile(part: string, parts: Texts): CalendarFile {
  try {
    const { base: _base, ...file } = JSON.parse(parts.get(part)!, refusePrototypes) as CalendarFile;
    return file;
  } catch {
    throw bad(`${part}: is no JSON`);
  }
}
function wholeFile({ part, base }: PackedCalendar, packed: readonly PackedCalendar[], parts: Texts): CalendarFile {
  const under = packed.find(({ id }) => id === base);
  return under ? combineCalendars(ownFile(under.part, parts), ownFile(part, parts)) : ownFile(part, parts);
}
function dataOf(file: CalendarFile, part: string): CalendarData {
  const { calendar, problems } = readCalendar(file);
  if (calendar) return calendar;
  throw bad(`${part}: ${problems.filter(({ severity }) => severity === 'error').map(({ field, message }) => `${field} ${message}`).join('; ')}`);
}
