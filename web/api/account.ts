/** Where one is signed in. Apart, because few people open that page. */
import { queryOptions } from '@tanstack/react-query';
import type { OwnSession } from '../../server/contract.js';
import { get, id } from './calls.js';
import { request } from './http.js';

export const ownSessionsQuery = queryOptions({ queryKey: ['account', 'sessions'], queryFn: () => get<{ items: OwnSession[] }>('/api/account/sessions') });
export const endSession = async (ref: string): Promise<void> => { await request(`/api/account/sessions/${id(ref)}`, { method: 'DELETE' }); };
export const endOtherSessions = async (): Promise<void> => { await request('/api/account/sessions', { method: 'DELETE' }); };
