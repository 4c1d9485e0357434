/** What the workflow of monthly reports asks for. */
export interface MonthlyActivities {
  /** Of the month before the given instant (milliseconds), for every agency; what is there already stays as it is. */
  makeMonthlyReports(at: number): Promise<void>;
}
