/** Tells what others have done to the dossier while its page is open. */
import { useEffect, useRef } from 'react';
import type { DossierView } from '../../../server/contract.js';
import { useWords } from '../../i18n/index.js';
import { announce } from '../../ui/announce.js';

export function useNews({ seq, timeline }: DossierView, me: string): void {
  const { t } = useWords();
  const known = useRef(seq);
  useEffect(() => {
    const before = known.current;
    known.current = seq;
    const last = timeline.filter((entry) => entry.seq > before && entry.by !== undefined && entry.by !== me).at(-1);
    if (!last) return;
    const what = `${t(`timeline.${last.kind}`)}${last.step ? ` – ${last.step}` : ''}`;
    announce(last.byName ? t('dossier.updatedBy', { name: last.byName, what }) : t('dossier.updated', { what }));
  }, [seq, timeline, me, t]);
}
