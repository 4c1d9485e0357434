/**
 * What an hour and a trip of an applicant are worth in the standard cost model. Values to be set: none of them was checked
 * against the circular on assessing administrative procedures (02/2017/TT-VPCP) or the statistics of the year.
 */
export const costs = {
  /** VND, income of one working hour. */
  hourlyIncome: 40_000,
  /** Hours to the desk and back, waiting included. */
  hoursPerTrip: 2,
  /** Hours to get one copy of a document together. */
  hoursPerDocument: 0.5,
} as const;
