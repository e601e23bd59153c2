/** What was begun under a key, else what `work` begins: several who ask share one promise, its failure too. */
export function onceFor<T>(known: Map<string, Promise<T>>, key: string, work: () => Promise<T>): Promise<T> {
  const promise = known.get(key) ?? work();
  known.set(key, promise);
  return promise;
}

/** The same without a key. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => {
    running ??= work();
    return running;
  };
}
