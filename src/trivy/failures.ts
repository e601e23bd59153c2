import { VerifyError } from '../model/failure.ts';
import type { TrivyRun } from './run-trivy.ts';

/** What can be wrong when Trivy ends with an error, as far as its own words tell. */
export type FailureCategory =
  | 'timeout'
  | 'killed'
  | 'crash'
  | 'no-space'
  | 'cache-locked'
  | 'cache-unusable'
  | 'database-missing'
  | 'database-schema'
  | 'database-corrupt'
  | 'java-database'
  | 'rate-limit'
  | 'registry-denied'
  | 'registry-not-found'
  | 'database-download'
  | 'network'
  | 'platform-missing'
  | 'image-not-found'
  | 'image-damaged'
  | 'usage'
  | 'unknown';

interface Failure {
  /** Any of these in standard error. Texts are those of Trivy 0.74.0 unless a comment says otherwise. */
  readonly patterns: readonly RegExp[];
  readonly message: string;
  readonly advice: string;
}

/** In the order in which they are looked for: causes before their consequences. */
const FAILURES: Readonly<Record<FailureCategory, Failure>> = {
  timeout: {
    patterns: [/context deadline exceeded/],
    message: 'Trivy did not finish in time',
    advice: 'Give it more time with --timeout, or look for a very large layer in the image.',
  },
  'no-space': {
    // The system's own words, as Go prints them.
    patterns: [/no space left on device/i, /disk quota exceeded/i, /not enough space on the disk/i],
    message: 'Trivy ran out of disk space',
    advice: 'Free space for temporary files and for the Trivy cache, or move the cache with --trivy-cache-dir.',
  },
  killed: {
    patterns: [
      /fatal error: runtime: out of memory/,
      /cannot allocate memory/i,
      /fatal error: failed to reserve page summary memory/,
    ],
    message: 'Trivy was ended by the system, most likely for want of memory',
    advice: 'Use a machine with more memory, or a smaller image.',
  },
  'cache-locked': {
    patterns: [/cache may be in use by another process/, /Failed to acquire cache or database lock/],
    message: 'The Trivy cache is in use by another process',
    advice: 'Let the other scan finish, or give each job a cache folder of its own with --trivy-cache-dir.',
  },
  'java-database': {
    patterns: [/Unable to initialize the Java DB/, /Java DB update failed/, /\[javadb\]/],
    message: 'The image holds Java archives, and the Java database of Trivy is not there',
    advice:
      'Allow the download of the Java database (no --skip-db-update), or put java-db/trivy-java.db and its metadata.json into the Trivy cache.',
  },
  'database-missing': {
    patterns: [/The first run cannot skip downloading DB/, /--skip-db-update cannot be specified on the first run/],
    message: 'There is no advisory database in the Trivy cache',
    advice: 'Allow the download of the database, or put db/trivy.db and db/metadata.json into the Trivy cache.',
  },
  'database-schema': {
    patterns: [/old DB schema/, /Trivy version is old/, /version of DB schema doesn't match/],
    message: 'The advisory database and this version of Trivy do not fit together',
    advice: 'Let the database be downloaded again, or use the version of Trivy that it was made for.',
  },
  'database-corrupt': {
    patterns: [/failed to open db/, /invalid database/, /file size too small/, /bbolt/, /unexpected fault address/],
    message: 'The advisory database is damaged',
    advice: 'Remove the folder db from the Trivy cache and run again.',
  },
  'rate-limit': {
    patterns: [/TOOMANYREQUESTS/i, /status code 429/, /rate ?limit/i],
    message: 'The registry refuses further downloads for now',
    advice: 'Run again later, or name another registry.',
  },
  'registry-denied': {
    patterns: [/\bUNAUTHORIZED\b/, /\bDENIED\b/, /status code 40[13]/],
    message: 'The registry refuses the download',
    advice: 'Log in to this registry, or name one that can be read without.',
  },
  'registry-not-found': {
    patterns: [/\b(?:MANIFEST|NAME|BLOB)_UNKNOWN\b/, /status code 404/],
    message: 'The registry does not have what was asked for',
    advice: 'Check the repository and its tag.',
  },
  'platform-missing': {
    patterns: [/no child with platform/],
    message: 'The image is not there for the platform that was asked for',
    advice: 'Build or pull it for this platform, or change --platform.',
  },
  'image-not-found': {
    patterns: [
      /unable to open .* as an? (?:Docker|OCI) image/i,
      /no such file or directory/,
      /unable to find the specified image/,
      /could not parse reference/,
    ],
    message: 'Trivy did not find the image',
    advice: 'Check that the image is there, and was not removed while it was scanned.',
  },
  'image-damaged': {
    patterns: [
      /failed to analyze layer/,
      /unable to (?:get|extract) .*layer/,
      /archive\/tar:/,
      /gzip: invalid/,
      /flate: corrupt/,
      /unsupported artifact type/,
      /tarball must contain only a single image/,
      /invalid character .* looking for/,
      /unexpected end of JSON input/,
    ],
    message: 'The image is damaged, or of a kind that Trivy cannot read',
    advice: 'Build or save the image again. The details say which part could not be read.',
  },
  network: {
    patterns: [
      /no such host/,
      /server misbehaving/,
      /connection refused/,
      /connection reset/,
      /network is unreachable/,
      /i\/o timeout/,
      /TLS handshake/,
      /x509:/,
      /unexpected EOF/,
    ],
    message: 'Trivy could not reach the network',
    advice:
      'Check name resolution, proxy (HTTPS_PROXY, NO_PROXY) and certificates (SSL_CERT_FILE), or work with --skip-db-update.',
  },
  'database-download': {
    patterns: [/failed to download vulnerability DB/, /failed to download artifact/],
    message: 'The advisory database could not be downloaded',
    advice: 'Check the registry, or name another one.',
  },
  'cache-unusable': {
    patterns: [
      /unable to initialize (?:fs )?cache/,
      /failed to create cache dir/,
      /permission denied/i,
      /read-only file system/,
    ],
    message: 'Trivy cannot write to its cache or temporary folder',
    advice: 'Name a folder that can be written to with --trivy-cache-dir.',
  },
  crash: {
    patterns: [/^panic: /m, /^fatal error: /m, /^goroutine \d+ /m],
    message: 'Trivy crashed',
    advice:
      'Run again with --debug and report it to Trivy; an advisory database that is damaged does this too: remove the folder db from the Trivy cache.',
  },
  usage: {
    patterns: [/unknown flag/, /unknown shorthand flag/, /unknown command/, /invalid argument/],
    message: 'This Trivy does not know the options that it was given',
    advice: 'Use a supported version of Trivy.',
  },
  unknown: {
    patterns: [],
    message: 'Trivy failed for a reason that is not known to the gate',
    advice: 'Run again with --debug to see what Trivy says.',
  },
};

/** Which of the known causes a run shows. Total: `unknown` when none. */
export function categorise(run: Pick<TrivyRun, 'stderr' | 'timedOut' | 'signal'>): FailureCategory {
  if (run.timedOut) {
    return 'timeout';
  }
  if (run.signal === 'SIGKILL') {
    return 'killed';
  }
  // Trivy goes on after a warning, so a warning is not why it ended; its stack traces would only mislead.
  const text = run.stderr.replace(/^.*\t(?:DEBUG|INFO|WARN)\t.*$/gm, '');
  const categories = Object.keys(FAILURES).filter(isCategory);
  const found = categories.find((category) => FAILURES[category].patterns.some((pattern) => pattern.test(text)));
  return found ?? (run.signal === null ? 'unknown' : 'crash');
}

function isCategory(text: string): text is FailureCategory {
  return Object.hasOwn(FAILURES, text);
}

/** A failed run as an error. `task` says in a few words what was being done, such as `scan of example`. */
export function trivyFailure(run: TrivyRun, task: string): VerifyError {
  const category = categorise(run);
  const { message, advice } = FAILURES[category];
  return new VerifyError(`trivy-${category}`, `${message} (${task}; ${ending(run)})`, advice, describeRun(run));
}

/** The run for `--debug`: command, how it ended and the last lines of standard error. */
export function describeRun(run: TrivyRun): string {
  const lines = run.stderr.trimEnd().split(/\r?\n/).slice(-LAST_LINES);
  return [`$ ${run.argv.join(' ')}`, ending(run), ...lines.map((line) => line.slice(0, LONGEST_LINE))].join('\n');
}

const LAST_LINES = 40;
const LONGEST_LINE = 2_000;

function ending(run: TrivyRun): string {
  if (run.timedOut) {
    return 'ended for lack of time';
  }
  return run.signal === null ? `exit code ${run.exitCode}` : `ended by ${run.signal}`;
}
