/** Exit code of wrong usage and of anything that could not be done. */
export const EXIT_FAILED = 2;

/** Something the person at the terminal can act on: printed without a stack. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly exitCode: number = EXIT_FAILED,
  ) {
    super(message);
  }
}
