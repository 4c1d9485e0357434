/** Column heading that sorts: a real button, with the state on the cell as aria-sort. */
import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.js';

interface Props { column: string; sort: string; onSort: (sort: string) => void; children: string; className?: string }

/** `sort` is a column name, with a leading minus for descending. */
export function SortHeader({ column, sort, onSort, children, className }: Props): ReactNode {
  const { t } = useWords();
  const direction = sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : 'none';
  return (
    <th scope="col" aria-sort={direction} className={className}>
      <button type="button" className="df-sort" onClick={() => onSort(direction === 'ascending' ? `-${column}` : column)} aria-label={t('work.sortBy', { column: children })}>
        {children}
        <svg width="10" height="12" viewBox="0 0 10 12" aria-hidden="true">
          <path d="M5 0 9 5H1z" fill={direction === 'ascending' ? '#0f5c72' : '#9dabb7'} />
          <path d="M5 12 1 7h8z" fill={direction === 'descending' ? '#0f5c72' : '#9dabb7'} />
        </svg>
      </button>
    </th>
  );
}
