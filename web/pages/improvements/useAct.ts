/** An act on a record: what is answered is the record as it is then. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ImprovementView } from '../../../server/contract.js';
import { improvementQuery } from '../../api/improvements.js';

export function useAct<T>(record: ImprovementView, act: (given: T) => Promise<ImprovementView>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => {
      client.setQueryData(improvementQuery(record.id).queryKey, view);
      void client.invalidateQueries({ queryKey: ['improvements', 'list'] });
    },
  });
}
