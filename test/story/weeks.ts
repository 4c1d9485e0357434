/** Weeks at the desk of the agency: dossiers come on Mondays and go their way within the week, by the interface for programs. */
import type { DossierRow, Problem, WorkAnswer } from '../../server/contract.js';
import type { WorkItemDoc } from '../../models/schemas/dossier.js';
import type { World } from '../month/world.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { eventually } from '../workflows/support.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DOSSIERS_OF_WEEK = 6;
/** Of five dossiers these are looked up in the old register. */
const LOOKED_UP = new Set([0, 2]);
const PATIENCE_MS = 120_000;
const WHO: Readonly<Record<string, string>> = { trungTamHanhChinhCong: 'lan', phongKinhTe: 'duc', tuPhapHoTich: 'mai' };

interface Given { world: World; procedureId: string; /** A Monday morning. */ from: number; weeks: number }

/** Ids of the dossiers, all ended. */
export async function playWeeks({ world, procedureId, from, weeks }: Given): Promise<string[]> {
  const clerks = new Map(await Promise.all(['lan', 'duc', 'mai', 'son'].map(async (who) => [who, await Clerk.signIn(world.url, who)] as const)));
  const ended: string[] = [];
  for (let week = 0; week < weeks; week += 1) {
    const monday = from + week * 7 * DAY;
    await world.until(monday);
    const dossiers = await Promise.all(Array.from({ length: DOSSIERS_OF_WEEK }, (_, n) => receive(clerks.get('lan')!, procedureId, week * DOSSIERS_OF_WEEK + n)));
    const all = async (element: string, data: (n: number) => object = () => ({}), chosen = dossiers): Promise<void> => { await Promise.all(chosen.map((id) => complete({ world, clerks, id, element }, data(dossiers.indexOf(id) + week * DOSSIERS_OF_WEEK)))); };
    const isLookedUp = (n: number): boolean => LOOKED_UP.has(n % 5);
    const lookedUp = dossiers.filter((_, n) => isLookedUp(n + week * DOSSIERS_OF_WEEK));
    await world.until(monday + HOUR);
    await all('tiepNhan');
    await world.until(monday + DAY + (week % 3) * HOUR);
    await all('thamTra', (n) => ({ ketQuaThamTra: isLookedUp(n) ? 'canDoiChieu' : 'daRo' }));
    // In another unit the look-up waits until the next day.
    const isElsewhere = (await open(world, lookedUp[0]!, 'doiChieu')).departmentId !== 'phongKinhTe';
    if (!isElsewhere) { await world.until(monday + DAY + 3 * HOUR); await all('doiChieu', undefined, lookedUp); }
    await world.until(monday + DAY + 6 * HOUR);
    await all('kyGiay', undefined, isElsewhere ? dossiers.filter((id) => !lookedUp.includes(id)) : dossiers);
    if (isElsewhere) {
      await world.until(monday + 2 * DAY + 4 * HOUR);
      await all('doiChieu', undefined, lookedUp);
      await world.until(monday + 3 * DAY);
      await all('kyGiay', undefined, lookedUp);
    }
    await world.until(monday + 3 * DAY + 2 * HOUR);
    await all('traKetQua');
    ended.push(...dossiers);
  }
  return ended;
}

async function receive(clerk: Clerk, procedureId: string, no: number): Promise<string> {
  const { status, body } = await clerk.post<DossierRow & Problem>('/api/dossiers', { commandId: newCommandId(), procedureId, channel: no % 2 === 0 ? 'desk' : 'online', applicant: { kind: 'person', name: `Nguyễn Văn ${String.fromCharCode(65 + (no % 26))}`, phone: '0900000000' }, parts: [], data: {} });
  if (status !== 201) throw new Error(`a dossier of ${procedureId} is not received: ${JSON.stringify(body)}`);
  return body.id;
}

/** The read model follows the workflow. */
function open({ parts }: World, dossierId: string, element: string): Promise<WorkItemDoc> {
  return eventually(async () => (await parts.context.store.workItems.findOne({ dossierId, element, open: true }).lean()) ?? undefined, PATIENCE_MS);
}

async function complete({ world, clerks, id, element }: { world: World; clerks: ReadonlyMap<string, Clerk>; id: string; element: string }, data: object): Promise<void> {
  const item = await open(world, id, element);
  const who = element === 'kyGiay' ? 'son' : WHO[item.departmentId ?? '']!;
  const { status, body } = await clerks.get(who)!.post<WorkAnswer & Problem>(`/api/work/${item._id}/complete`, { commandId: newCommandId(), data });
  if (status !== 200) throw new Error(`${who} cannot complete ${element} of ${id}: ${JSON.stringify(body)}`);
}
