/** What one command installs by name, as far as it is not fixed. */
export interface Floating {
  /** Names as they are written, without addresses. */
  readonly names: readonly string[];
  /** Names that are variables without a value here. */
  readonly open: readonly string[];
  readonly fix: string;
}

/** Whether a name is fixed to one version: no, yes, or hidden in a variable. */
export type Pinned = boolean | null;

/** No name is longer. */
const LONGEST = 300;

/** @param judge of each name as it is written, with the variables that are known. */
export function floating(names: readonly string[], judge: (name: string) => Pinned, fix: string): Floating {
  const judged = names.map((name) => ({ name, pinned: judge(name.slice(0, LONGEST)) }));
  return {
    names: judged.filter(({ pinned }) => pinned === false).map(({ name }) => name),
    open: judged.filter(({ pinned }) => pinned === null).map(({ name }) => name),
    fix,
  };
}

export const NONE: Floating = { names: [], open: [], fix: '' };

/** `1.2.3`, `v1.2.3-rc.1`: one version and no range. */
export function isExact(version: string): boolean {
  return /^v?\d+\.\d+\.\d+[\w.+-]*$/.test(version) && !/\.x\b/.test(version);
}

/** A variable without a value here. */
export function hasVariable(text: string): boolean {
  return /[$`]/.test(text);
}

/** A full commit at the end of an address, after `separator`. */
export function hasCommit(address: string, separator: '@' | '#'): boolean {
  const end = address.slice(address.lastIndexOf(separator) + 1).split(/[#&?]/, 1)[0] ?? '';
  return /^[0-9a-f]{40}$/i.test(end);
}
