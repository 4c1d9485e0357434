/** Where each dossier is at a moment, of the stays that the server tells. Pure. */
import type { MovesView } from '../../../server/contract.js';
import type { Token } from '../../../designer/viewer/tokens.js';

type Moved = MovesView['dossiers'][number];
type Stay = Moved['stays'][number];
export interface Here { element: string; name: string; dossiers: { id: string; dossierNo: string }[] }
/** `between`: open, and at no step. */
export interface Positions { tokens: Token[]; steps: Here[]; between: number; open: number }

const startOf = (stay: Stay): number => Date.parse(stay.from);
const endOf = (stay: Stay): number => (stay.to === undefined ? Infinity : Date.parse(stay.to));

/** `travel`: milliseconds of dossier time that a dossier is shown on its way after it has left a step; 0 for none. */
export function positionsAt({ dossiers, flows }: Pick<MovesView, 'dossiers' | 'flows'>, at: number, travel: number): Positions {
  const here = new Map<string, Here>();
  const tokens: Token[] = [];
  let [between, open] = [0, 0];
  for (const dossier of dossiers) {
    if (at < Date.parse(dossier.receivedAt) || (dossier.endedAt !== undefined && at >= Date.parse(dossier.endedAt))) continue;
    open += 1;
    const current = dossier.stays.filter((stay) => startOf(stay) <= at && at < endOf(stay));
    if (current.length === 0) between += 1;
    for (const stay of current) {
      const known = here.get(stay.element) ?? { element: stay.element, name: stay.name, dossiers: [] };
      known.dossiers.push({ id: dossier.id, dossierNo: dossier.dossierNo });
      here.set(stay.element, known);
      tokens.push(tokenOf(dossier, stay, { at, travel, flows, place: known.dossiers.length - 1 }));
    }
  }
  return { tokens, steps: [...here.values()].sort((a, b) => b.dossiers.length - a.dossiers.length || (a.element < b.element ? -1 : 1)), between, open };
}

interface Around { at: number; travel: number; flows: MovesView['flows']; place: number }
function tokenOf({ id, stays }: Moved, stay: Stay, { at, travel, flows, place }: Around): Token {
  const since = at - startOf(stay);
  const before = since < travel ? stays.filter((each) => endOf(each) <= startOf(stay)).sort((a, b) => endOf(b) - endOf(a))[0] : undefined;
  const way = before && flows[`${before.element}>${stay.element}`];
  return way && way.length > 0 ? { id, flows: way, share: since / travel } : { id, element: stay.element, place };
}
