import { describe, expect, test } from '@jest/globals';
import { categorise, type FailureCategory, trivyFailure } from '../../src/trivy/failures.ts';

function run(stderr: string, more: { timedOut?: boolean; signal?: string | null } = {}) {
  return { exitCode: 1, signal: null, stdout: '', stderr, timedOut: false, argv: ['trivy', 'image'], ...more };
}

const fatal = (text: string): string => `2026-11-23T13:17:19Z\tFATAL\tFatal error\t${text}\n`;

describe('the cause of a failure', () => {
  test.each<[FailureCategory, string]>([
    ['timeout', fatal('run error: image scan error: context deadline exceeded')],
    ['no-space', fatal('failed to store blob: write /tmp/fanal.db: no space left on device')],
    ['killed', 'fatal error: runtime: out of memory\n\ngoroutine 1 [running]:\n'],
    [
      'cache-locked',
      fatal('run error: unable to initialize fs cache: cache may be in use by another process: timeout'),
    ],
    [
      'java-database',
      fatal("Unable to initialize the Java DB: Java DB update failed: '--skip-java-db-update' cannot be"),
    ],
    [
      'database-missing',
      fatal('init error: DB error: database error: --skip-db-update cannot be specified on the first run'),
    ],
    ['database-schema', fatal('--skip-db-update cannot be specified with the old DB schema. Local DB: 1, Expected: 2')],
    ['database-schema', fatal("the version of DB schema doesn't match. Local DB: 3, Expected: 2")],
    ['database-corrupt', fatal('failed to open db: invalid database')],
    ['database-corrupt', 'unexpected fault address 0x7f\nfatal error: fault\n[signal SIGBUS: bus error]\n'],
    ['rate-limit', fatal('OCI repository error: GET https://r/v2/: TOOMANYREQUESTS: retry-after: 300')],
    ['registry-denied', fatal('OCI repository error: GET https://r/v2/: UNAUTHORIZED: authentication required')],
    ['registry-not-found', fatal('OCI repository error: GET https://r/v2/x/manifests/2: MANIFEST_UNKNOWN: unknown')],
    ['network', fatal('failed to download vulnerability DB: dial tcp: lookup ghcr.io: no such host')],
    [
      'network',
      fatal('failed to download vulnerability DB: tls: failed to verify certificate: x509: unknown authority'),
    ],
    ['database-download', fatal('failed to download vulnerability DB: failed to download artifact from any source')],
    ['platform-missing', fatal('remote error: no child with platform linux/arm64 in index 127.0.0.1:5000/app:1')],
    [
      'image-not-found',
      fatal('unable to find the specified image "x:1" in ["docker" "containerd" "podman" "remote"]: 4 errors occurred'),
    ],
    ['registry-denied', fatal('remote error: GET https://r/v2/x/manifests/1: unexpected status code 403 Forbidden')],
    ['rate-limit', fatal('remote error: GET https://r/v2/: unexpected status code 429 Too Many Requests')],
    ['cache-unusable', fatal('unable to initialize fs cache: failed to create cache dir: mkdir /x: permission denied')],
    ['image-damaged', fatal('failed to analyze layer (sha256:7f2a): unexpected EOF')],
    ['crash', 'panic: runtime error: index out of range [1] with length 1\n\ngoroutine 1 [running]:\n'],
    ['usage', fatal('unknown flag: --show-suppressed')],
    ['unknown', fatal('something that nobody has seen yet')],
    ['unknown', ''],
  ])('%s: %j', (category, stderr) => {
    expect(categorise(run(stderr))).toBe(category);
  });

  test('the time limit and the signal say more than the words', () => {
    expect(categorise(run(fatal('invalid database'), { timedOut: true, signal: 'SIGTERM' }))).toBe('timeout');
    expect(categorise(run('', { signal: 'SIGKILL' }))).toBe('killed');
    expect(categorise(run('', { signal: 'SIGSEGV' }))).toBe('crash');
  });

  test('a warning is no cause', () => {
    const warning =
      '2026-11-23T13:17:18Z\tWARN\tUnable to get vulnerability details\terr="no such host" at go.etcd.io/bbolt\n';
    expect(categorise(run(warning + fatal('something else')))).toBe('unknown');
  });

  test('is told in one line, with advice, and the rest in the details', () => {
    const error = trivyFailure(run(fatal('failed to open db: invalid database')), 'scan of x');
    expect(error).toMatchObject({
      code: 'trivy-database-corrupt',
      message: 'The advisory database is damaged (scan of x; exit code 1)',
      advice: 'Remove the folder db from the Trivy cache and run again.',
    });
    expect(error.detail).toBe(`$ trivy image\nexit code 1\n${fatal('failed to open db: invalid database').trimEnd()}`);
  });
});
