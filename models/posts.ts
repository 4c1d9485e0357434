/** The posts that somebody holds on a day: the first one, and those beside it. What a role allows, it allows where the post is. */
import type { StaffDoc } from './schemas/organisation.js';

export interface Post { departmentIds: readonly string[]; title: string; roles: readonly string[] }
type Period = { from?: string; to?: string };

/** `day`: YYYY-MM-DD at the desk. Of nobody who has left, and of nobody who is not here yet. */
export function postsOn({ active, position, departmentIds, roles, posts, ...period }: StaffDoc, day: string): Post[] {
  if (!active || !isWithin(period, day)) return [];
  const further = (posts ?? []).filter((each) => isWithin(each, day)).map(({ departmentId, title, roles: own }) => ({ departmentIds: [departmentId], title, roles: own }));
  return [{ departmentIds, title: position, roles }, ...further];
}

const isWithin = ({ from, to }: Period, day: string): boolean => (from === undefined || from <= day) && (to === undefined || day <= to);
