import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Report } from '../../../src/report/json/schema.ts';
import type { Content } from '../git-repository.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { Databases } from './databases.ts';
import { type Occasion, type Pull, push } from './occasions.ts';
import { type Origin, startHistory } from './origin.ts';
import { type Given, type Ran, runGate } from './run-gate.ts';
import { firstFiles, OPENSSL, withPackage, workflow } from './server.ts';

/**
 * The history of a repository, replayed: its commits in git, its workflow on the shipped action, the real Trivy with the
 * advisories of the day, and GitHub's part played by stand-ins. On the evening of 2026-01-27 an advisory for OpenSSL is
 * published, which the image on main has from its base.
 */
export const BEFORE = '2026-01-26T09:00:00Z';
export const AFTER = '2026-01-28T09:00:00Z';
export const NO_GRACE = 'profile: mcp\ngrace: none\n';
export const INPUTS = { 'sarif-upload': 'never' };
export const OPENSSL_PACKAGES = ['libcrypto3', 'libssl3'];

export type Texts = Readonly<Record<string, string>>;
export type Changes = Readonly<Record<string, Content>>;

export interface Story extends AsyncDisposable {
  /** For whatever a test needs beside the repository. */
  readonly folder: string;
  readonly databases: Databases;
  readonly origin: Origin;
  /** The first commit of main, and the files in it. */
  readonly main: string;
  readonly files: Texts;
  /** The run of the push to it, before the advisory. */
  readonly pushed: Ran;
  /** A run at a moment; GitHub has what the push has kept, unless other artifacts are given. */
  run(occasion: Occasion, at: string, given?: Omit<Given, 'at'>): Promise<Ran>;
  /** A pull request with one commit, on main unless another base is given. */
  pull(changes: Changes, base?: string): Promise<Pull>;
  /** What such a commit writes to bring one finding that gates: a new package with an old advisory. */
  vulnerable(): Texts;
}

export async function startStory(): Promise<Story> {
  const folder = await temporaryFolder('history');
  const databases = new Databases(join(folder.path, 'databases'));
  const files = await firstFiles(NO_GRACE, workflow(INPUTS));
  const { origin, first: main } = await startHistory(join(folder.path, 'origin'), files);
  const pushed = await runGate(origin, databases, push(main), { at: BEFORE });
  return {
    folder: folder.path,
    databases,
    origin,
    main,
    files,
    pushed,
    run: (occasion, at, given = {}) => runGate(origin, databases, occasion, { kept: pushed.kept, ...given, at }),
    pull: async (changes, base = main) => {
      const head = await origin.commit(base, changes);
      return { base, head, merge: await origin.merge(base, head) };
    },
    vulnerable: () => withPackage(files, 'ws', '8.17.0'),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

export const PASS = { code: 0, verdict: 'pass' };
export const FAIL = { code: 1, verdict: 'fail' };
/** Of a run that compares with nothing. */
export const ALL = { new: '', fixed: '', waived: '0' };
/** Of a run that compares and sees no difference. */
export const SAME = { new: '0', fixed: '0', waived: '0' };

/** Exit code, verdict and the outputs `new`, `fixed` and `waived`. */
export function outcome({ code, outputs }: Ran): object {
  const { verdict, new: introduced, fixed, waived } = outputs;
  return { code, verdict, new: introduced, fixed, waived };
}

export function findingsOf({ report }: Ran): Report['subjects'][number]['findings'] {
  return report?.subjects.flatMap(({ findings }) => findings) ?? [];
}

/** Ids of what gates. */
export function failing(ran: Ran): readonly string[] {
  return findingsOf(ran).flatMap(({ id, status }) => (status === 'fail' ? [id] : []));
}

export function noticesOf({ report }: Ran): readonly string[] {
  return report?.notices.map(({ kind, message }) => `${kind}: ${message}`) ?? [];
}

/** What a run says of the advisory of the night, by package. */
export function openssl(ran: Ran): readonly object[] {
  return findingsOf(ran)
    .filter(({ id }) => id === OPENSSL)
    .map(({ image, status, reason, change, deadline }) => ({ of: image?.package, status, reason, change, deadline }))
    .sort((a, b) => String(a.of).localeCompare(String(b.of)));
}

/** The same for both packages that OpenSSL consists of. */
export function forBoth(said: object): readonly object[] {
  return OPENSSL_PACKAGES.map((of) => expect.objectContaining({ of, ...said }));
}
