/**
 * Claims several work items one after another; an item that another person took first is counted, not fatal.
 * `commandIds` keeps the id of each claim, for the case that the connection is lost half-way and all are sent again.
 */
import { api, ApiError } from '../../api.js';

export async function claimEach(ids: readonly string[], commandIds: Map<string, string>): Promise<{ claimed: number; failed: number }> {
  let claimed = 0;
  for (const id of ids) {
    try {
      const commandId = commandIds.get(id) ?? crypto.randomUUID();
      commandIds.set(id, commandId);
      await api.claim(id, commandId);
      claimed += 1;
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 409) throw error;
    }
  }
  return { claimed, failed: ids.length - claimed };
}
