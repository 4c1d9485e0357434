/** A service that cannot be had, told so that the reader knows what to do next. */
export interface ServiceProblem {
  /** What is missing, one sentence. */
  readonly what: string;
  /** Places looked at, or what was seen there, in order. */
  readonly looked: readonly string[];
  /** The one command that gets it. */
  readonly command: string;
}

export class ServiceUnavailable extends Error {
  constructor(readonly problem: ServiceProblem) {
    super(describeProblem(problem));
    this.name = 'ServiceUnavailable';
  }
}

/** The block that the terminal and the server's waiting page show; lines are separated by \n. */
export function describeProblem({ what, looked, command }: ServiceProblem): string {
  return [what, ...looked.map((place) => `  looked at: ${place}`), `  to get it: ${command}`].join('\n');
}
