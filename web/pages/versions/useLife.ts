/** Acts on a version of anything controlled: the answer is its life as it is now, which the page shows at once. */
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import type { LifeView } from '../../../server/contract.js';
import { lifeQuery, versions, type VersionWish } from '../../api/versions.js';

/** `life`: under which key its life is kept; `also`: what else tells of it. */
export interface Subject {
  life: QueryKey; also: QueryKey;
  do(wish: VersionWish): Promise<LifeView>; answer(comment: string, text: string): Promise<LifeView>; resolve(comment: string, resolved: boolean): Promise<LifeView>;
}

export const versionOf = (procedureId: string, version: number): Subject => ({
  life: lifeQuery(procedureId, version).queryKey, also: ['procedures', procedureId],
  do: (wish) => versions.do(procedureId, version, wish), answer: (comment, text) => versions.answer(procedureId, version, comment, text), resolve: (comment, resolved) => versions.resolve(procedureId, version, comment, resolved),
});

export function useLife<T>({ life, also }: Subject, act: (wish: T) => Promise<LifeView>, done?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (view) => {
      client.setQueryData(life, view);
      done?.();
      await client.invalidateQueries({ queryKey: also, exact: true });
    },
  });
}
