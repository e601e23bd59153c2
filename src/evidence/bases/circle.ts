import { UsageError } from '../../model/failure.ts';
import type { BaseBuild } from './base-build.ts';

/** An image whose build is being followed. */
export interface Pending {
  readonly key: string;
  readonly reference: string;
  readonly build: BaseBuild;
  /** Set when its own build turned out to need it. */
  circle: string | null;
}

/**
 * Marks every image of the circle that asking for `key` once more closes, and returns how it goes; null when there is
 * none. An image on a circle is not resolved by it, whoever asks.
 * @throws UsageError `base-circle` when the policy itself says so: that can never have been built.
 */
export function closeCircle(way: readonly Pending[], key: string): string | null {
  const start = way.findIndex((pending) => pending.key === key);
  if (start < 0) return null;
  const circle = way.slice(start);
  const steps = circle.map(({ reference, build }) => `${reference} (${build.dockerfile})`);
  const text = [...steps, circle[0]?.reference ?? ''].join(' → ');
  if (circle.every(({ build }) => build.certain)) {
    throw new UsageError(
      'base-circle',
      `Base images are built from each other in a circle: ${text} (${circle[0]?.build.says ?? ''}).`,
      'Correct bases in the policy file, or the FROM that closes the circle.',
    );
  }
  for (const pending of circle) pending.circle = text;
  return text;
}
