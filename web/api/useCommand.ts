/**
 * One intent, one command id. When the connection is lost the intent keeps its id, so pressing the button again
 * cannot do the thing twice; a different intent, or an answer of any kind, ends the id's life.
 */
import { useRef } from 'react';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { ApiError, ConnectionLost } from './http.js';
import { newId } from './newId.js';

/** No answer, or one that does not say whether the thing was done. */
const outcomeUnknown = (error: Error | null): boolean =>
  error instanceof ConnectionLost || (error instanceof ApiError && error.status >= 500);

export function useCommand<Intent, Result>(
  send: (intent: Intent, commandId: string) => Promise<Result>,
  settled?: (result: Result | undefined, error: Error | null, intent: Intent) => void,
): UseMutationResult<Result, Error, Intent> {
  const pending = useRef<{ key: string; commandId: string } | null>(null);
  return useMutation<Result, Error, Intent>({
    mutationFn: (intent) => {
      const key = JSON.stringify(intent);
      if (pending.current?.key !== key) pending.current = { key, commandId: newId() };
      return send(intent, pending.current.commandId);
    },
    onSettled: (result, error, intent) => {
      if (!outcomeUnknown(error)) pending.current = null;
      settled?.(result, error, intent);
    },
  });
}
