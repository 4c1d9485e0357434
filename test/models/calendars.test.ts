/** Which calendar counts for a place, over a real database. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseInstant } from '../../engine/calendar/instants.js';
import { workingTime } from '../../engine/calendar/open-time.js';
import { Calendars, DEFAULT_CALENDAR } from '../../models/calendars/book.js';
import { Store } from '../../models/store.js';
import { seedCalendars } from '../../scripts/seed/calendars.js';
import { projectRoot } from '../../services/places.js';
import { startMongo } from '../support/services.js';

let mongo: Awaited<ReturnType<typeof startMongo>>;
let store: Store;
beforeAll(async () => {
  mongo = await startMongo();
  store = await Store.connect(mongo.uri);
  await store.ensureIndexes();
}, 60_000);
afterAll(async () => { await store?.close(); await mongo?.stop(); }, 30_000);

const at = (text: string): number => parseInstant(`${text}+07:00`)!;
const hours = (calendars: Calendars, place: Parameters<Calendars['of']>[0], from: string, to: string): number =>
  workingTime(calendars.of(place).calendar, at(from), at(to)) / 3_600_000;

test('lane before department before agency before the common one; with nothing stored, the bundled one', async () => {
  const calendars = new Calendars(store);
  await calendars.refresh();
  expect(calendars.of({ agencyId: 'vpdk-dat-dai' })).toMatchObject({ id: DEFAULT_CALENDAR, version: 0 });
  await seedCalendars(store, join(projectRoot(), 'procedures'), new Date(at('2026-11-23T08:00')));
  await seedCalendars(store, join(projectRoot(), 'procedures'), new Date(at('2026-11-24T08:00')));
  await calendars.refresh();
  const ids = [{}, { agencyId: 'ubnd-binh-an' }, { agencyId: 'vpdk-dat-dai' }, { agencyId: 'vpdk-dat-dai', named: 'vn-office' }, { named: 'unheard-of', agencyId: 'vpdk-dat-dai' }];
  expect(ids.map((place) => calendars.of(place).id)).toEqual(['vn-office', 'vn-office', 'vn-dat-dai', 'vn-office', 'vn-dat-dai']);
  await store.calendars.updateOne({ _id: 'vn-office' }, { $set: { departments: ['quayThuBay'] } });
  await calendars.refresh();
  expect(calendars.of({ agencyId: 'vpdk-dat-dai', departmentId: 'quayThuBay' }).id).toBe('vn-office');
});

test('an agency has its own season hours and Saturdays, and the holidays and make-up days of all', async () => {
  const calendars = new Calendars(store);
  await calendars.refresh();
  const land = { agencyId: 'vpdk-dat-dai' };
  expect(hours(calendars, land, '2026-07-06T00:00', '2026-07-06T07:30')).toBe(0.5);
  expect(hours(calendars, land, '2026-11-16T00:00', '2026-11-16T07:30')).toBe(0);
  expect(hours(calendars, land, '2026-07-11T00:00', '2026-07-12T00:00')).toBe(4);
  expect(hours(calendars, land, '2026-08-22T00:00', '2026-08-23T00:00')).toBe(8);
  expect(hours(calendars, land, '2026-11-24T00:00', '2026-11-25T00:00')).toBe(0);
  expect(calendars.dependants('vn-office').sort()).toEqual(readdirSync(join(projectRoot(), 'procedures/calendars')).map((file) => basename(file, '.json')).sort());
});

test('a new version is seen when read again, and moves what is built over it', async () => {
  const calendars = new Calendars(store);
  await calendars.refresh();
  const before = calendars.of({ agencyId: 'vpdk-dat-dai' });
  const { file } = (await store.calendarVersions.findById('vn-office:1').lean())!;
  await store.calendarVersions.create({ _id: 'vn-office:2', calendarId: 'vn-office', version: 2, file: { ...file, closed: { ...file.closed, '2026-12-01': 'Nghỉ đột xuất' } }, savedAt: new Date(0), savedBy: 'an', reason: 'thử' });
  await store.calendars.updateOne({ _id: 'vn-office' }, { $set: { version: 2 } });
  await calendars.refresh();
  const after = calendars.of({ agencyId: 'vpdk-dat-dai' });
  expect(after).not.toBe(before);
  expect(workingTime(before.calendar, at('2026-12-01T00:00'), at('2026-12-02T00:00'))).toBeGreaterThan(0);
  expect(workingTime(after.calendar, at('2026-12-01T00:00'), at('2026-12-02T00:00'))).toBe(0);
  await calendars.refresh();
  expect(calendars.of({ agencyId: 'vpdk-dat-dai' })).toBe(after);
});
