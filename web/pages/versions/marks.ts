/** Comments as marks on the drawing: how many of an element are not resolved. */
import type { Mark } from '../../../designer/viewer/paint.js';
import type { VersionComment } from '../../../server/contract.js';

export function commentMarks(comments: readonly VersionComment[], label: (n: number) => string): Mark[] {
  const open = new Map<string, number>();
  for (const { element, resolved } of comments) if (element !== undefined && !resolved) open.set(element, (open.get(element) ?? 0) + 1);
  return [...open].map(([element, n]) => ({ element, kind: 'comment', label: label(n) }));
}
