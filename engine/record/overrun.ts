/** Whose steps made a dossier late. */

/** `beyond`: what the step took past its own limit, or all of it where it has none. */
export interface OverrunTurn { beyond: number; hasLimit: boolean }

/** The overrun split in proportion to what each step took beyond its limit; over all steps where none with a limit exceeded it. In the unit of `overrun`, one for each turn. */
export function splitOverrun(turns: readonly OverrunTurn[], overrun: number): number[] {
  const exceeds = (turn: OverrunTurn): boolean => turn.hasLimit && turn.beyond > 0;
  const counts = turns.some(exceeds) ? exceeds : () => true;
  const whole = turns.reduce((sum, turn) => sum + (counts(turn) ? turn.beyond : 0), 0);
  return turns.map((turn) => (whole > 0 && counts(turn) ? (overrun * turn.beyond) / whole : 0));
}
