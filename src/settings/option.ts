import { boolean } from './decode.ts';

/** One option, whatever its way in: an input of the action or a flag. */
export interface Option<T> {
  /** `list`: may be repeated on the command line; one value a line in the action. */
  readonly kind: 'single' | 'list' | 'boolean';
  readonly where: 'both' | 'action' | 'cli';
  /** What stands for the value in a usage line. */
  readonly placeholder: string;
  readonly group: 'What to judge' | 'How to judge' | 'What to write' | 'Scanner' | 'Run';
  readonly description: string;
  /** As shown to users. */
  readonly defaultText: string;
  /** Used when nothing was given. */
  readonly fallback: T;
  /** Gets the values that were given: at least one, exactly one unless `kind` is `list`; none is empty. */
  readonly decode: (values: readonly string[]) => T;
}

/** What users see of it; an option is for both ways unless it says otherwise. */
export type Shown = Pick<Option<unknown>, 'placeholder' | 'group' | 'description'> &
  Partial<Pick<Option<unknown>, 'where'>>;

export function single<T>(fallback: T, defaultText: string, decodeOne: (text: string) => T, shown: Shown): Option<T> {
  return {
    where: 'both',
    ...shown,
    kind: 'single',
    defaultText,
    fallback,
    decode: (values) => decodeOne(values[0] ?? ''),
  };
}

export function list(decodeOne: (text: string) => string, shown: Shown): Option<readonly string[]> {
  return {
    where: 'both',
    ...shown,
    kind: 'list',
    defaultText: '',
    fallback: [],
    decode: (values) => values.map(decodeOne),
  };
}

export function flag(fallback: boolean, shown: Shown): Option<boolean> {
  return {
    where: 'both',
    ...shown,
    kind: 'boolean',
    defaultText: String(fallback),
    fallback,
    decode: (values) => boolean(values[0] ?? ''),
  };
}
