/** Findings as a text for people, of drawings and of logs. */
import type { Finding } from '../engine/check.js';

type Language = 'vi' | 'en';
/** Of a finding in a log. */
interface Basis { completed: number; from: string; to: string; version?: string; cases: number }

const words = {
  vi: {
    error: 'LỖI', warning: 'CẢNH BÁO', advice: 'GỢI Ý', unknown: 'CHƯA RÕ', lacks: 'thiếu', elements: 'phần tử', suggestion: 'cách sửa', run: 'cách xảy ra', files: 'các tệp', accepted: 'đã chấp nhận', again: 'xem lại ngày', hours: 'giờ mất một năm', basis: (b: Basis) => `${b.completed} hồ sơ đã xong, từ ${b.from} đến ${b.to}${b.version === undefined ? '' : `, phiên bản ${b.version}`}; ${b.cases} hồ sơ làm bằng chứng`,
    none: 'Không có phát hiện nào', total: (n: Record<string, number>, files: number) => `${files} tệp: ${n['error']} lỗi, ${n['warning']} cảnh báo, ${n['advice']} gợi ý, ${n['unknown']} mục chưa đủ thông tin để kết luận`,
  },
  en: {
    error: 'ERROR', warning: 'WARNING', advice: 'ADVICE', unknown: 'CANNOT TELL', lacks: 'missing', elements: 'elements', suggestion: 'remedy', run: 'how', files: 'files', accepted: 'accepted', again: 'look again on', hours: 'hours lost in a year', basis: (b: Basis) => `${b.completed} completed cases from ${b.from} to ${b.to}${b.version === undefined ? '' : `, version ${b.version}`}; ${b.cases} behind this`,
    none: 'Nothing found', total: (n: Record<string, number>, files: number) => `${files} file(s): ${n['error']} error(s), ${n['warning']} warning(s), ${n['advice']} advice, ${n['unknown']} cannot be told`,
  },
} as const;

/** Findings for people, file by file, most important first. */
export function printFindings(findings: readonly Finding[], files: number, language: Language): void {
  const text = words[language];
  const lines: string[] = [];
  for (const file of new Set(findings.map((each) => each.file))) {
    lines.push(file);
    for (const each of findings) if (each.file === file) lines.push(...describe(each, language));
    lines.push('');
  }
  if (findings.length === 0) lines.push(text.none);
  const count = (kind: string): number => findings.filter((each) => (each.canTell ? each.severity : 'unknown') === kind).length;
  lines.push(text.total({ error: count('error'), warning: count('warning'), advice: count('advice'), unknown: count('unknown') }, files));
  process.stdout.write(`${lines.join('\n')}\n`);
}

function describe(finding: Finding, language: Language): string[] {
  const text = words[language];
  const head = (kind: string): string => `  ${kind.padEnd(12)} ${finding.check.padEnd(4)} `;
  if (!finding.canTell) return [`${head(text.unknown)}${text.lacks}: ${finding.missing.join(', ')}`];
  const indent = ' '.repeat(20);
  const basis = basisOf(finding.evidence);
  const run = finding.evidence['run'] ?? finding.evidence['path'];
  return [
    `${head(text[finding.severity])}${finding.message}`,
    ...(finding.elements.length > 0 ? [`${indent}${text.elements}: ${finding.elements.join(', ')}`] : []),
    ...(finding.files ? [`${indent}${text.files}: ${finding.files.join(', ')}`] : []),
    ...(finding.hoursPerYear === undefined || finding.hoursPerYear === 0 ? [] : [`${indent}${text.hours}: ${Math.round(finding.hoursPerYear)}`]),
    ...(basis ? [`${indent}${text.basis(basis)}`] : []),
    ...(Array.isArray(run) ? [`${indent}${text.run}: ${run.join(' → ')}`] : []),
    ...(finding.accepted ? [`${indent}${text.accepted}: ${finding.accepted.reason} (${text.again} ${finding.accepted.lookAgain})`] : []),
    ...(finding.suggestion === undefined ? [] : [`${indent}${text.suggestion}: ${finding.suggestion}`]),
  ];
}

function basisOf({ completed, period, version, caseCount }: Readonly<Record<string, unknown>>): Basis | undefined {
  if (typeof period !== 'object' || period === null) return undefined;
  const { from, to } = period as { from: string; to: string };
  return { completed: completed as number, from: from.slice(0, 10), to: to.slice(0, 10), ...(typeof version === 'string' && { version }), cases: caseCount as number };
}
