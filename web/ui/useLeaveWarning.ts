/** Asks before what was changed and not saved is left, by closing the window or by a link of ours. */
import { useBlocker } from '@tanstack/react-router';

export function useLeaveWarning(changed: boolean, question: string): void {
  useBlocker({ shouldBlockFn: () => changed && !window.confirm(question), enableBeforeUnload: () => changed, disabled: !changed });
}
