/** Where procedures stand in the picture: on a circle, those of one field next to each other. */
import type { LibraryGraph, MapPlace } from '../../../server/contract.js';

export const SIZE = { width: 900, height: 520 };
const RADIUS = { x: 330, y: 205 };
export interface Spot { place: MapPlace; x: number; y: number; /** Which side of the circle the name stands on. */ anchor: 'start' | 'middle' | 'end' }

export function spotsOf({ places }: LibraryGraph): Map<string, Spot> {
  const sorted = [...places].sort((a, b) => (a.field ?? '').localeCompare(b.field ?? '', 'vi') || a.code.localeCompare(b.code));
  return new Map(sorted.map((place, at) => {
    const angle = (2 * Math.PI * at) / sorted.length - Math.PI / 2;
    const side = Math.cos(angle);
    return [place.id, { place, x: SIZE.width / 2 + RADIUS.x * side, y: SIZE.height / 2 + RADIUS.y * Math.sin(angle), anchor: side > 0.2 ? 'start' : side < -0.2 ? 'end' : 'middle' }];
  }));
}
