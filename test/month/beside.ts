/** Carries out what no diagram draws, as whoever is offered it by the rules; the fields are those that the offer names. */
import type { CaseAnswer, DossierAction, OfferedAction } from '../../server/contract.js';
import type { Beside } from './stories.js';
import type { Staff } from './staff.js';

interface Course { begin: DossierAction; end?: DossierAction; /** Days from one to the other. */ days: number }
export const COURSES: Readonly<Record<Beside, Course>> = {
  supplement: { begin: 'requestSupplement', end: 'receiveSupplement', days: 3 }, stop: { begin: 'stop', end: 'resume', days: 4 }, payment: { begin: 'requirePayment', end: 'confirmPayment', days: 1 },
  extension: { begin: 'draftApology', end: 'extend', days: 0.01 }, opinion: { begin: 'askOpinion', days: 1 }, handOver: { begin: 'handOver', end: 'receiveHandOver', days: 0.2 }, withdrawal: { begin: 'withdraw', days: 0 },
};
/** Whom papers and questions go to, and who there takes them. */
export const ASKED: Readonly<Record<string, string>> = { chiNhanhDangKyDatDai: 'khoa', vanThu: 'thu', phongKinhTe: 'duc', tuPhapHoTich: 'mai', phongVanHoaXaHoi: 'phuong' };
/** Who did it and the department named; undefined when nobody is offered it, which is not an error. Throws when what was offered is refused. */
export async function carryOut(staff: Staff, dossierId: string, action: DossierAction, who: readonly string[]): Promise<{ by: string; department?: string } | undefined> {
  for (const by of new Set(who)) {
    const offer = (await staff.offered(by, dossierId)).find((each) => each.action === action);
    if (!offer) continue;
    const fields = filledIn(offer);
    const reply = await staff.post<CaseAnswer>(by, `/api/dossiers/${dossierId}/actions/${action}`, fields);
    if (reply.status !== 200) throw new Error(`${by} was offered ${action} of ${dossierId} and refused it: ${JSON.stringify(reply.body)}`);
    return { by, ...(fields.department ? { department: fields.department } : {}) };
  }
  return undefined;
}

function filledIn(offer: OfferedAction): { department?: string } & Record<string, unknown> {
  const values: Record<string, unknown> = {
    parts: offer.parts?.slice(0, 1) ?? [], reason: offer.draft?.reason ?? 'Theo tình hình giải quyết hồ sơ', ground: 'Điều 12 của quy chế', newDate: dayOf(offer.draft?.newDueAt ?? offer.latest),
    department: offer.departments?.find(({ id }) => id in ASKED)?.id, handOver: offer.handOvers?.[0]?.id,
  };
  if (offer.fields.includes('parts') && (values['parts'] as string[]).length === 0) values['parts'] = ['Bản sao giấy tờ tùy thân'];
  return Object.fromEntries(offer.fields.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])));
}

/** The day at the desk, YYYY-MM-DD. */
function dayOf(iso: string | undefined): string | undefined {
  return iso === undefined ? undefined : new Date(Date.parse(iso) + 7 * 3_600_000).toISOString().slice(0, 10);
}
