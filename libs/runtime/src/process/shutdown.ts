import { log } from './log.js';

export interface ShutdownStep {
  readonly name: string;
  readonly stop: () => Promise<unknown>;
}

export interface ShutdownOptions {
  /** All steps together, in milliseconds; then the process ends with code 1. */
  readonly withinMs?: number;
  /** Ends the process; for tests. */
  readonly exit?: (code: number) => void;
}

/**
 * On the first SIGINT or SIGTERM stops the steps one after the other, in the order given (first what takes in, last
 * what keeps), then ends the process with code 0, or 1 when a step failed or time ran out. A second signal ends it at once.
 * @returns a function that takes the handlers away again.
 */
export function onShutdown(steps: readonly ShutdownStep[], options: ShutdownOptions = {}): () => void {
  const { withinMs = 15_000, exit = (code: number) => process.exit(code) } = options;
  let stopping = false;
  const handle = (signal: NodeJS.Signals): void => {
    if (stopping) {
      log.warn('second signal, ending now', { signal });
      exit(130);
      return;
    }
    stopping = true;
    log.info('stopping', { signal });
    void stopInOrder(steps, withinMs).then(exit);
  };
  process.on('SIGINT', handle);
  process.on('SIGTERM', handle);
  return () => {
    process.off('SIGINT', handle);
    process.off('SIGTERM', handle);
  };
}

/** Runs the steps; a failing one is logged and does not keep the others from stopping. Resolves to the exit code. */
export async function stopInOrder(steps: readonly ShutdownStep[], withinMs: number): Promise<number> {
  const state = { current: '', failed: false };
  const run = async (): Promise<number> => {
    for (const { name, stop } of steps) {
      state.current = name;
      try {
        await stop();
      } catch (error) {
        state.failed = true;
        log.error('could not stop', { step: name, error });
      }
    }
    return state.failed ? 1 : 0;
  };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<number>((resolve) => {
    timer = setTimeout(() => {
      log.error('stopping took too long', { step: state.current, withinMs });
      resolve(1);
    }, withinMs);
  });
  const code = await Promise.race([run(), late]);
  clearTimeout(timer);
  return code;
}
