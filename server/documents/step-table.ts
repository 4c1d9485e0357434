/** The steps of a procedure as a table: who does what in which time, and what comes of it. */
import type { FlowNode, ProcessGraph } from '../../engine/graph/types.js';
import { placeOf } from '../../models/projections/place.js';
import { limitWords, type Language } from '../i18n.js';
import type { ProcedurePage } from '../pages/procedure.js';
import type { Block } from './document.js';

export interface StepNames { departmentName(id: string): string; roleName(id: string): string }
interface Drawn extends StepNames { sheet: Pick<ProcedurePage, 'steps'>; root: ProcessGraph }

const WIDTHS = [42, '*', 116, 64, 100] as const;
const NAMES: Readonly<Record<Language, readonly string[]>> = {
  vi: ['Bước', 'Nội dung công việc', 'Trách nhiệm', 'Thời gian', 'Biểu mẫu, kết quả'], en: ['Step', 'Work', 'Responsible', 'Time', 'Form, result'],
};
const SOMETIMES = {
  supplement: { vi: ' (khi hồ sơ phải bổ sung)', en: ' (when something is missing)' }, refuse: { vi: ' (khi hồ sơ không đủ điều kiện)', en: ' (when the dossier is refused)' },
} as const;

export function stepTable(drawn: Drawn, language: Language): Block {
  return { kind: 'table', columns: NAMES[language].map((name, at) => ({ name, width: WIDTHS[at]! })), rows: stepRows(drawn, language) };
}

function stepRows({ sheet, root, departmentName, roleName }: Drawn, language: Language): string[][] {
  const nodes = root.order.flatMap((id) => root.nodes[id] ?? []);
  return sheet.steps.map((step, n) => {
    const node = nodes.find((each) => each.kind === 'activity' && each.name === step.name && each.scope === root.id);
    const place = node && placeOf(root, node);
    const role = node?.kind === 'activity' && node.step?.role ? roleName(node.step.role) : '';
    const unit = place ? departmentName(place.id) : step.department;
    return [`${n + 1}`, `${step.name}${step.when ? SOMETIMES[step.when][language] : ''}`, [role, unit].filter(Boolean).join(', '), step.limit ? limitWords(step.limit, language) : '', node ? writtenBy(root, node).join('; ') : ''];
  });
}

/** Names of the documents that a step makes. */
function writtenBy(root: ProcessGraph, node: FlowNode): string[] {
  if (node.kind !== 'activity') return [];
  const names = node.writes.flatMap((id) => { const data = root.data[id]; return data?.name ?? root.data[data?.refersTo ?? '']?.name ?? []; });
  return [...new Set(names)];
}
