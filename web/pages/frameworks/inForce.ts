import { formatDate } from '../../format.js';
import { useWords } from '../../i18n/index.js';

/** From when, and until when where that is known. */
export function useInForce(): (of: { from: string; to?: string }) => string {
  const { t } = useWords();
  const day = (iso: string): string => formatDate(`${iso}T00:00:00+07:00`);
  return ({ from, to }) => (to ? t('frameworks.fromTo', { from: day(from), to: day(to) }) : t('frameworks.from', { from: day(from) }));
}
