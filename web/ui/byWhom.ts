/** Who did something, and for whom where he stood in. */
import { useWords } from '../i18n/index.js';

export function useByWhom(): (done: { byName?: string; onBehalfOfName?: string }) => string | undefined {
  const { t } = useWords();
  return ({ byName, onBehalfOfName }) => (byName !== undefined && onBehalfOfName !== undefined ? t('app.onBehalf', { name: byName, of: onBehalfOfName }) : byName);
}
