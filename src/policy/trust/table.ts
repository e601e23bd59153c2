import { isAbsolute, relative, resolve } from 'node:path';
import { SEVERITIES } from '../../model/severity.ts';
import type { Settings } from '../../settings/settings.ts';
import { policyOf } from '../policy.ts';

/** What a change's own inputs may do to one option. */
export type Trust<Key extends keyof Settings> =
  /** They decide: nothing that is demanded depends on it. */
  | { readonly kind: 'free' }
  /** They count only where they demand as much as the base does, or more. */
  | {
      readonly kind: 'tighter';
      readonly atLeast: (asked: Settings[Key], base: Settings) => boolean;
      readonly says: string;
    }
  /**
   * They count only when the base's own workflow says the same. `paths`: what the value leads to; inside of the
   * repository it counts only where the change leaves that as it was.
   */
  | {
      readonly kind: 'vouched';
      readonly paths?: (asked: Settings[Key]) => readonly string[];
      /** Values that count all the same. */
      readonly unless?: (asked: Settings[Key], where: Where) => boolean;
      readonly says?: string;
    };

/** Absolute paths. */
export interface Where {
  readonly workspace: string;
  readonly workingDirectory: string;
}

type Table = { readonly [Key in keyof Settings]: Trust<Key> };

const FREE = { kind: 'free' } as const;
const VOUCHED = { kind: 'vouched' } as const;

const one = (path: string | null): readonly string[] => (path === null ? [] : [path]);
/** `oci:DIR:TAG` → `oci:DIR:TAG`, `DIR:TAG`, `DIR`: whichever of them is a path. */
const ofImage = (source: string): readonly string[] => {
  const path = source.replace(/^(docker-archive|oci-archive|oci):/, '');
  return [...new Set([source, path, path.replace(/:[^:/\\]*$/, '')])];
};

/**
 * The one place that says what a pull request's inputs may do. The options that say what is judged are free: a change that
 * adds a server has to name it. How much is demanded may only grow. What the scanner and its databases are believed for,
 * and what findings are compared with, is the base's to say.
 */
export const TRUST: Table = {
  image: FREE,
  dockerfile: FREE,
  target: FREE,
  buildArg: FREE,
  platform: FREE,
  policy: VOUCHED,
  base: { kind: 'vouched', paths: (asked) => Object.values(asked).flatMap(ofImage) },
  resolveBases: VOUCHED,
  profile: {
    kind: 'tighter',
    // `mcp` gives new advisories a period of grace that `container` does not: neither holds all of the other.
    atLeast: (asked, base) => asked === 'strict' || asked === base.profile,
    says: '`strict`',
  },
  transport: VOUCHED,
  scanners: {
    kind: 'tighter',
    atLeast: (asked, base) => base.scanners.every((scanner) => asked.includes(scanner)),
    says: 'more scanners',
  },
  failOn: {
    kind: 'tighter',
    atLeast: (asked, base) => SEVERITIES.indexOf(asked) >= SEVERITIES.indexOf(base.failOn),
    says: 'a lower severity',
  },
  failUnfixed: { kind: 'tighter', atLeast: (asked, base) => asked || !base.failUnfixed, says: '`true`' },
  mode: { kind: 'tighter', atLeast: (asked, base) => asked === 'enforce' || base.mode === 'report', says: '`enforce`' },
  gate: {
    kind: 'tighter',
    // On a change `auto` is `new`.
    atLeast: (asked, base) => asked === 'all' || base.gate !== 'all',
    says: '`all`',
  },
  baselineCommit: VOUCHED,
  baselineImage: { kind: 'vouched', paths: (asked) => asked.flatMap(ofImage) },
  baseline: { kind: 'vouched', paths: one },
  allowBase: {
    kind: 'tighter',
    atLeast: (asked, base) => base.allowBase.length === 0 || isPartOf(asked, base.allowBase),
    says: 'fewer of the same patterns; a first list',
  },
  allowPort: {
    kind: 'tighter',
    atLeast: (asked, base) => {
      const allowed = policyOf(base).allowedPorts;
      return allowed === null || isPartOf(asked, allowed);
    },
    says: 'fewer of the same ports; a first list',
  },
  reportDir: FREE,
  format: FREE,
  sbom: FREE,
  sarifCategory: FREE,
  sarifUpload: FREE,
  storeBaseline: FREE,
  comment: FREE,
  token: FREE,
  trivyVersion: VOUCHED,
  trivyMinAge: { kind: 'tighter', atLeast: (asked, base) => asked >= base.trivyMinAge, says: 'a longer time' },
  allowOldTrivy: { kind: 'tighter', atLeast: (asked, base) => !asked || base.allowOldTrivy, says: '`false`' },
  trivyPath: { kind: 'vouched', paths: one },
  trivyDownloadUrl: VOUCHED,
  trivySha256: VOUCHED,
  trivyTrustedRoot: { kind: 'vouched', paths: one },
  trivyCacheDir: {
    kind: 'vouched',
    paths: one,
    // No file of the change can be there, and what is there is checked by digest.
    unless: (asked, where) => asked !== null && !isInside(resolve(where.workingDirectory, asked), where.workspace),
    says: 'a folder outside of the workspace',
  },
  skipDbUpdate: VOUCHED,
  maxDbAge: {
    kind: 'tighter',
    atLeast: (asked, base) => base.maxDbAge === null || (asked !== null && asked <= base.maxDbAge),
    says: 'a shorter time',
  },
  dbRepository: { kind: 'vouched', paths: (asked) => asked.flatMap(ofImage) },
  javaDbRepository: { kind: 'vouched', paths: (asked) => asked.flatMap(ofImage) },
  imageCache: FREE,
  workingDirectory: FREE,
  timeout: FREE,
  debug: FREE,
  quiet: FREE,
};

/** An empty list of what is allowed allows everything, so it is a part of nothing. */
function isPartOf(asked: readonly string[], all: readonly string[]): boolean {
  return asked.length > 0 && asked.every((item) => all.includes(item));
}

export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !/^\.\.[\\/]/.test(way) && !isAbsolute(way);
}

/** What the value of an option leads to, where that has to be as the base has it. */
export function vouchedPaths<Key extends keyof Settings>(key: Key, value: Settings[Key]): readonly string[] {
  const trust: Trust<Key> = TRUST[key];
  return trust.kind === 'vouched' ? (trust.paths?.(value) ?? []) : [];
}
