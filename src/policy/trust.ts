import { isDeepStrictEqual } from 'node:util';
import type { OptionKey } from '../settings/options.ts';
import type { Settings } from '../settings/settings.ts';
import { TRUST, type Trust, type Where } from './trust/table.ts';

/** An input of a change that does not count. */
export interface Ignored {
  readonly key: OptionKey;
  readonly asked: unknown;
  readonly used: unknown;
}

export interface Tightened {
  readonly settings: Settings;
  readonly ignored: readonly Ignored[];
}

/**
 * The base's settings with those of a change's own inputs that may count.
 * @param asked the inputs of the change, decoded
 * @param given which of them were given at all
 * @param base what the base's policy file and the inputs that it vouches for make together
 */
export function tighten(asked: Settings, given: readonly OptionKey[], base: Settings, where: Where): Tightened {
  const settings = { ...base };
  const ignored: Ignored[] = [];
  for (const key of given) {
    const used = base[key];
    if (isDeepStrictEqual(asked[key], used)) continue;
    if (counts(key, asked, base, where)) take(settings, key, asked);
    else ignored.push({ key, asked: asked[key], used });
  }
  return { settings, ignored };
}

function counts<Key extends OptionKey>(key: Key, asked: Settings, base: Settings, where: Where): boolean {
  const trust: Trust<Key> = TRUST[key];
  if (trust.kind === 'free') return true;
  if (trust.kind === 'tighter') return trust.atLeast(asked[key], base);
  return trust.unless?.(asked[key], where) ?? false;
}

function take<Key extends OptionKey>(to: { -readonly [K in OptionKey]: Settings[K] }, key: Key, from: Settings): void {
  to[key] = from[key];
}
