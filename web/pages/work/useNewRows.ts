/** Says how many rows have come while the same list was shown: by themselves, not because another list was asked for. */
import { useEffect, useRef } from 'react';
import { useWords } from '../../i18n/index.js';
import { announce } from '../../ui/announce.js';

/** `rows` undefined while an answer to another question is shown. */
export function useNewRows(question: string, rows: readonly { id: string }[] | undefined): void {
  const { t } = useWords();
  const known = useRef<{ question: string; ids: ReadonlySet<string> }>(undefined);
  useEffect(() => {
    if (!rows) return;
    const before = known.current;
    known.current = { question, ids: new Set(rows.map((row) => row.id)) };
    const n = before?.question === question ? rows.filter((row) => !before.ids.has(row.id)).length : 0;
    if (n > 0) announce(t('work.arrived', { n }));
  }, [question, rows, t]);
}
