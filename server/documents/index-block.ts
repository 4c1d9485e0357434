/** The service index of a period by group, as a table and what it comes to. */
import { INDEX_WORDS } from '../../engine/service-index/words.js';
import type { IndexReport } from '../contract.js';
import type { Language } from '../i18n.js';
import type { Block } from './document.js';
import { filled, paragraph } from './said.js';

type Figures = Pick<IndexReport, 'groups' | 'points' | 'measured' | 'score'>;
/** `columns`: group, points, points that could be measured; and points of the period before, where there is one. */
export interface IndexSaid { columns: readonly string[]; total: string; score: string; none: string }
interface Asked { now: Figures; former?: Figures; said: IndexSaid; language: Language; n(value: number): string }

export function indexBlocks({ now: { groups, points, measured, score }, former, said, language, n }: Asked): Block[] {
  if (score === undefined) return [paragraph(said.none)];
  const before = (id?: string): string[] => {
    if (!former) return [];
    const sum = id === undefined ? former : former.groups.find((each) => each.id === id);
    return [sum && sum.measured > 0 ? `${n(sum.points)} / ${n(sum.measured)}` : '–'];
  };
  const rows = groups.map((group) => [INDEX_WORDS[language].groups[group.id], n(group.points), n(group.measured), ...before(group.id)]);
  const columns = said.columns.map((name, at) => ({ name, width: at === 0 ? '*' as const : 80, ...(at > 0 && { right: true }) }));
  return [{ kind: 'table', columns, rows: [...rows, [said.total, n(points), n(measured), ...before()]] }, paragraph(filled(said.score, { score: n(score) }))];
}
