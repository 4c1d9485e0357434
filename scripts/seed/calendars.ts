/** The calendars of the sample data, from procedures/calendars: one file each, with the agencies that work by it. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CalendarFile } from '../../engine/calendar/types.js';
import { versionId } from '../../models/calendars/book.js';
import type { Store } from '../../models/store.js';

/** Agencies outside the tree of the commune keep their own hours. */
const AGENCIES: Readonly<Record<string, string[]>> = {
  'vn-dat-dai': ['vpdk-dat-dai'], 'vn-cong-an': ['cong-an-phuong'], 'vn-bhxh': ['bhxh-khu-vuc'], 'vn-benh-vien': ['bv-da-khoa'], 'vn-truong-hoc': ['thpt-binh-an', 'thpt-hoa-binh'],
};

/** What is there already stays: somebody may have corrected it. */
export async function seedCalendars(store: Store, folder: string, now: Date): Promise<void> {
  for (const file of readdirSync(join(folder, 'calendars')).filter((each) => each.endsWith('.json')).sort()) {
    const id = basename(file, '.json');
    const content = JSON.parse(readFileSync(join(folder, 'calendars', file), 'utf8')) as CalendarFile;
    const { base } = content;
    await store.calendarVersions.updateOne({ _id: versionId(id, 1) }, {
      $setOnInsert: { calendarId: id, version: 1, file: content, savedAt: now, savedBy: 'system', reason: 'Dữ liệu mẫu', appliedAt: now, moved: 0 },
    }, { upsert: true });
    await store.calendars.updateOne({ _id: id }, { $setOnInsert: { version: 1, agencies: AGENCIES[id] ?? [], departments: [], ...(base ? { base } : {}) } }, { upsert: true });
  }
}
