const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Cleanup {
  /** Runs first, on a signal only. */
  gently(): Promise<void>;
  /** Runs at the very end of the process, whatever ends it; synchronous. */
  finally(): void;
}

/**
 * Cleans up when the process is told to end, then lets the signal do what it does by default, so that callers see
 * that it was a signal. A second signal ends it at once. Returns a function that stops watching.
 */
export function onTermination(cleanup: Cleanup): () => void {
  const atExit = (): void => cleanup.finally();
  const onSignal = (signal: NodeJS.Signals): void => {
    stop();
    void cleanup
      .gently()
      .catch(() => undefined)
      .then(() => {
        cleanup.finally();
        process.kill(process.pid, signal);
      });
  };
  const stop = (): void => {
    process.off('exit', atExit);
    for (const signal of SIGNALS) {
      process.off(signal, onSignal);
    }
  };
  process.on('exit', atExit);
  for (const signal of SIGNALS) {
    process.on(signal, onSignal);
  }
  return stop;
}
