/** Claims several work items one after another; an item that another person took first is counted, not fatal. */
import { api, ApiError } from '../../api.js';

export async function claimEach(ids: readonly string[]): Promise<{ claimed: number; failed: number }> {
  let claimed = 0;
  for (const id of ids) {
    try {
      await api.claim(id, crypto.randomUUID());
      claimed += 1;
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 409) throw error;
    }
  }
  return { claimed, failed: ids.length - claimed };
}
