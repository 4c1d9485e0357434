/** The life of versions: what its pages ask and send. */
import { queryOptions } from '@tanstack/react-query';
import type { Decision, RevisionView, VersionDifferences } from '../../server/contract.js';
import { get, id, post, query } from './calls.js';

const at = (procedureId: string, version: number) => `/api/procedures/${id(procedureId)}/revisions/${version}`;
export type VersionWish =
  | { act: 'approve'; note?: string } | { act: 'return' | 'withdraw'; reason: string } | ({ act: 'announce'; inForceFrom: string } & Decision)
  | { act: 'comments'; commandId: string; element?: string; text: string };

export const versions = {
  life: (procedureId: string, version: number) => get<RevisionView>(at(procedureId, version)),
  submit: (procedureId: string, note: string) => post<RevisionView>(`/api/procedures/${id(procedureId)}/revisions`, { note }),
  do: (procedureId: string, version: number, { act, ...body }: VersionWish) => post<RevisionView>(`${at(procedureId, version)}/${act}`, body),
  answer: (procedureId: string, version: number, comment: string, text: string) => post<RevisionView>(`${at(procedureId, version)}/comments/${id(comment)}/answers`, { text }),
  resolve: (procedureId: string, version: number, comment: string, resolved: boolean) => post<RevisionView>(`${at(procedureId, version)}/comments/${id(comment)}/resolve`, { resolved }),
};
export const lifeQuery = (procedureId: string, version: number) => queryOptions({ queryKey: ['procedures', procedureId, 'life', version], queryFn: () => versions.life(procedureId, version), refetchInterval: 60_000 });
export const differencesQuery = (procedureId: string, version: number, lang: string) => queryOptions({ queryKey: ['procedures', procedureId, 'differences', version, lang], queryFn: () => get<VersionDifferences>(`${at(procedureId, version)}/differences${query({ lang })}`) });
