/** One line for each way of asking the server. */
import { request } from './http.js';

export type Query = Record<string, string | number | undefined>;
export const query = (values: Query): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined && value !== '') params.set(name, String(value));
  const text = params.toString();
  return text ? `?${text}` : '';
};
/** The body of the answer. Throws ApiError, ConnectionLost. */
export const get = async <T>(path: string): Promise<T> => (await request<T>(path)).body;
export const post = async <T>(path: string, json: unknown): Promise<T> => (await request<T>(path, { method: 'POST', json })).body;
export const id = encodeURIComponent;
