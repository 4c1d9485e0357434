/** Changes of a drawing as cells of a table and as numbers on the drawing. */
import type { FrameworkChange } from '../../../server/contract.js';
import type { Heat } from '../../../designer/viewer/create.js';
import { useWords } from '../../i18n/index.js';
import { useAttribute, usePlace } from './telling.js';

/** The number of each row on the element that it is about; the first where there are several. */
export function numbersOf(changes: readonly Pick<FrameworkChange, 'place'>[], level: number): Heat[] {
  const seen = new Set<string>();
  return changes.flatMap(({ place: { element } }, at) => {
    if (element === undefined || seen.has(element)) return [];
    seen.add(element);
    return [{ element, level, label: String(at + 1) }];
  });
}

/** `before`, `after`: heads of the two columns of values. */
export function ChangeCells({ change, before, after }: { change: FrameworkChange; before: string; after: string }) {
  const { t } = useWords();
  const [place, attribute] = [usePlace(), useAttribute()];
  return (
    <>
      <td data-label={t('frameworks.one.where')}>{place(change.place)}</td>
      <td data-label={t('frameworks.one.what')}>{change.change === 'changed' ? attribute(change.attribute) : t(`frameworks.change.${change.change}`)}</td>
      <td data-label={before}>{change.change === 'changed' ? change.before ?? t('frameworks.emptyValue') : '–'}</td>
      <td data-label={after}>{change.change === 'changed' ? change.after ?? t('frameworks.emptyValue') : '–'}</td>
    </>
  );
}
