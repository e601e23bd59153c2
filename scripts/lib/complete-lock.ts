/** The part of a lock file (lockfileVersion 3) that is looked at; the rest is kept as it is. */
export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

export interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** How packages for one system are named: `…-linux-arm64-musl`, `…/darwin-x64`. */
const SYSTEM = /[-/](android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)(?:-([a-z]+))?$/;

/** An entry for each optional dependency on a package of one system that has none; `added` are their paths, sorted. */
export function completeLock(lock: LockFile): { readonly completed: LockFile; readonly added: readonly string[] } {
  const missing = new Map<string, LockedPackage>();
  for (const [parent, { dev, optionalDependencies = {} }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const path = `node_modules/${name}`;
      const entry = entryOf(name, version, dev === true);
      const isThere = path in lock.packages || `${parent}/${path}` in lock.packages;
      if (!isThere && entry !== null) {
        missing.set(path, entry);
      }
    }
  }
  const packages = Object.entries(lock.packages).concat([...missing]);
  return {
    completed: { ...lock, packages: Object.fromEntries(packages.sort(([a], [b]) => (a < b ? -1 : 1))) },
    added: [...missing.keys()].sort(),
  };
}

/** Null for a range (then no single version can be locked) and for a name that tells no system. */
function entryOf(name: string, version: string, dev: boolean): LockedPackage | null {
  const [, os, cpu, library] = SYSTEM.exec(name) ?? [];
  if (os === undefined || cpu === undefined || !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) {
    return null;
  }
  const libc =
    os !== 'linux' || cpu === 'arm' ? null : library === 'musl' ? 'musl' : library === 'gnu' ? 'glibc' : null;
  return {
    version,
    cpu: [cpu],
    ...(dev ? { dev } : {}),
    ...(libc === null ? {} : { libc: [libc] }),
    optional: true,
    os: [os],
  };
}
