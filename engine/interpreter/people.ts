/** Who did something: a person, perhaps standing in for another. Four eyes see both. */
export interface Doer { by?: string | undefined; /** Whom the person stood in for. */ onBehalfOf?: string | undefined }

/** True when somebody is among both: the same person, the one he stood in for, or whoever stands in for the same. */
export function sharePerson(one: Doer, other: Doer): boolean {
  const people = [one.by, one.onBehalfOf].filter((each) => each !== undefined);
  return people.some((each) => each === other.by || each === other.onBehalfOf);
}

/** The two fields alone, absent where they are not known. */
export function doer({ by, onBehalfOf }: Doer): { by?: string; onBehalfOf?: string } {
  return { ...(by === undefined ? {} : { by }), ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
}
