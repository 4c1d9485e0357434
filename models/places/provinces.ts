/**
 * Provinces by code *and* day: on 01/07/2025 63 became 34, and seven codes name another province since. An old dossier's place is read as of
 * its day; where that lies now is asked for by a later one.
 */
import table from './provinces.json' with { type: 'json' };

export interface Place { code: string; /** YYYY-MM-DD at the desk. */ at: string }
export interface Province { code: string; name: string; kind: 'province' | 'city' }
interface Since extends Province { cityFrom?: string }

const before = new Map((table.before as (Province & { now: string })[]).map((each) => [each.code, each]));
const since = new Map((table.since as Since[]).map((each) => [each.code, each]));

/** What the code named on that day; undefined for one that was none. */
export function provinceOn({ code, at }: Place): Province | undefined {
  const found = at < table.reformed ? before.get(code) : since.get(code);
  return found && { code: found.code, name: found.name, kind: kindOn(found, at) };
}

/** In which province the place lies on `day`, which is not before its own. */
export function provinceNow({ code, at }: Place, day: string): Province | undefined {
  const now = at < table.reformed && day >= table.reformed ? before.get(code)?.now : code;
  return now === undefined ? undefined : provinceOn({ code: now, at: day });
}

/** Those of a day, by name. */
export function provincesOn(day: string): Province[] {
  const codes = [...(day < table.reformed ? before : since).keys()];
  return codes.map((code) => provinceOn({ code, at: day })!).sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

function kindOn({ kind, cityFrom }: Since, day: string): Province['kind'] {
  return cityFrom === undefined ? kind : day < cityFrom ? 'province' : 'city';
}
