/** Asks before a drawing with unsaved changes is left, by closing the window or by a link of ours. */
import { useBlocker } from '@tanstack/react-router';
import { useWords } from '../../i18n/index.js';

export function useLeaveWarning(changed: boolean): void {
  const { t } = useWords();
  useBlocker({ shouldBlockFn: () => changed && !window.confirm(t('designer.leave')), enableBeforeUnload: () => changed, disabled: !changed });
}
