/** Named questions of the pages, with how long an answer is good for. */
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, type VersionName, type WorkQuery } from './api.js';

/** Changes are heard of (web/live); by itself a list is asked for because time passes, and for when nothing is heard. */
const SLOWLY = 60_000;

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: () => api.session(), staleTime: 60_000 });
export const workQuery = (q: WorkQuery) => queryOptions({
  queryKey: ['work', q], queryFn: () => api.work(q), placeholderData: (previous) => previous, refetchInterval: SLOWLY,
});
export const dossiersQuery = (q: { state?: string; q?: string; page?: number }) => queryOptions({
  queryKey: ['dossiers', q], queryFn: () => api.dossiers(q), placeholderData: (previous) => previous,
});
export const dossierQuery = (dossierId: string) => queryOptions({ queryKey: ['dossier', dossierId], queryFn: () => api.dossier(dossierId) });
/** A step further may have made another form: `seq` is that of the dossier shown. */
export const formsQuery = (dossierId: string, seq: number) => queryOptions({ queryKey: ['forms', dossierId, seq], queryFn: () => api.forms(dossierId), placeholderData: (previous) => previous });
export const attachmentsQuery = (dossierId: string) => queryOptions({ queryKey: ['attachments', dossierId], queryFn: () => api.attachments(dossierId) });
/** By the number of the last event: what is offered changes with it. */
export const offeredQuery = (dossierId: string, seq: number) => queryOptions({ queryKey: ['dossier', dossierId, 'actions', seq], queryFn: () => api.offered(dossierId) });
export const noticesQuery = queryOptions({ queryKey: ['notices'], queryFn: () => api.notices(), refetchInterval: SLOWLY });
export const proceduresQuery = queryOptions({ queryKey: ['procedures'], queryFn: () => api.procedures() });
export const procedureQuery = (procedureId: string) => queryOptions({ queryKey: ['procedures', procedureId], queryFn: () => api.procedure(procedureId) });
export const blankFormsQuery = (procedureId: string) => queryOptions({ queryKey: ['blankForms', procedureId], queryFn: () => api.blankForms(procedureId) });
/** A published version never changes; the draft may. */
export const procedureXmlQuery = (procedureId: string, version: VersionName) => queryOptions({
  queryKey: ['xml', procedureId, version], queryFn: () => api.procedureXml(procedureId, version),
  staleTime: version === 'draft' ? 0 : Infinity, gcTime: version === 'draft' ? 0 : 600_000, refetchOnWindowFocus: false,
});

/** After a change to a dossier: its page and every list that may show it. */
export async function refreshWork(client: QueryClient, dossierId?: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['work'] }),
    client.invalidateQueries({ queryKey: dossierId ? ['dossier', dossierId] : ['dossier'] }),
    client.invalidateQueries({ queryKey: ['dossiers'] }),
    client.invalidateQueries({ queryKey: ['overview'] }),
  ]);
}
