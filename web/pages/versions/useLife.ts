/** Acts on a version: the answer is its life as it is now, which the page shows at once. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RevisionView } from '../../../server/contract.js';
import { lifeQuery } from '../../api/versions.js';

export function useLife<T>(procedureId: string, version: number, act: (wish: T) => Promise<RevisionView>, done?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (view) => {
      client.setQueryData(lifeQuery(procedureId, version).queryKey, view);
      done?.();
      await client.invalidateQueries({ queryKey: ['procedures', procedureId], exact: true });
    },
  });
}
