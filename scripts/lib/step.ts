/** Shows on standard error that a step has begun and, when it is over, how long it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  process.stderr.write(`${title} …\n`);
  const result = await work();
  const seconds = (performance.now() - started) / 1000;
  // What took no time at all needs no second line.
  if (seconds >= 1) {
    process.stderr.write(`  done in ${seconds.toFixed(1)} s\n`);
  }
  return result;
}

/** An error's message on one line, for people. */
export function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s*\n\s*/g, ' ');
}
