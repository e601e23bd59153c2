import { historyArguments } from '../image/history-arguments.ts';
import type { Assignment } from '../model/dockerfile.ts';
import { compareSeverity, type Severity } from '../model/severity.ts';
import type { Evidence } from '../model/subject.ts';
import { type Fault, fail, pass, type Rule, unknown } from './rule.ts';
import { credentialKind, isSecretName, looksSecret } from './shared/credentials.ts';
import { fromLine } from './shared/effective.ts';

const FIX =
  'Mount it where it is needed: `RUN --mount=type=secret,id=npm_token …` and `docker build --secret id=npm_token,env=NPM_TOKEN`.';
const LEAKED = `${FIX} What was built in counts as leaked: revoke it.`;

export const secretInArg: Rule = {
  id: 'secret-in-arg',
  title: 'No credential in build arguments',
  severity: { mcp: 'medium', container: 'medium', strict: 'high' },
  why: 'What a build argument is given is written into the history of the image for every RUN behind it, and into its provenance: everyone who can pull the image can read it.',
  fix: FIX,
  aliases: ['DL3064', 'CIS-DI-0010', 'DS-0031', 'SecretsUsedInArgOrEnv', 'CIS 4.10'],
  examples: {
    good: [
      {
        title: 'a secret mount',
        dockerfile: 'FROM scratch\nRUN --mount=type=secret,id=npm_token ["/install"]\n',
      },
      {
        title: 'names that only look alike',
        dockerfile: 'FROM scratch\nARG BYPASS_CACHE=1\nARG MONKEY=2\nARG TOKENIZER\n',
      },
      {
        title: 'what is public',
        dockerfile: 'FROM scratch\nARG GPG_KEY=E3FF2839C048B25C084DEBE9B26995E310250568\nARG KEY_ID=1\n',
      },
      {
        title: 'in a stage that is not built',
        dockerfile: 'FROM scratch AS unused\nARG NPM_TOKEN\nFROM scratch\nARG VERSION=1\n',
      },
    ],
    bad: [
      { title: 'a password as the default', dockerfile: 'FROM scratch\nARG DB_PASSWORD=changeme\n' },
      {
        title: 'a token by its form, whatever its name',
        dockerfile: `FROM scratch\nARG SETTING=ghp_${'0123456789abcdefghij'.repeat(2).slice(0, 36)}\n`,
      },
      { title: 'without a default: the build gives it', dockerfile: 'FROM scratch\nARG NPM_TOKEN\n' },
      { title: 'before the first FROM', dockerfile: 'ARG REGISTRY_PASSWORD\nFROM scratch\n' },
    ],
  },
  judge(evidence) {
    const { dockerfile, image } = evidence;
    if (dockerfile === null && image === null) return unknown('Neither a Dockerfile nor an image is at hand.');
    const faults = worstOfEach([...shown(evidence), ...(dockerfile?.assignments ?? []).flatMap(written)]);
    if (faults.length > 0) return fail(faults);
    if (dockerfile === null && image?.history.length === 0) {
      return unknown('The image has no history, and without the Dockerfile nothing tells its build arguments.');
    }
    return pass('No build argument looks like a credential.');
  },
};

/** What the history of the image gives away. */
function shown(evidence: Evidence): Fault[] {
  const lines = new Map(
    evidence.dockerfile?.assignments.flatMap(({ kind, name, location }) => (kind === 'arg' ? [[name, location]] : [])),
  );
  return historyArguments(evidence.image?.history ?? []).flatMap(({ name, value }) => {
    const found = rate(name, value);
    if (found === null) return [];
    const message = `The history of the image shows what ARG ${name} was given: ${found.what}.`;
    const location = lines.get(name) ?? fromLine(evidence);
    return [{ message, fix: LEAKED, location, place: `arg:${name}`, severity: found.severity }];
  });
}

/** What the Dockerfile says: a default, or the mere name of something that should not be an argument. */
function written({ kind, name, value, location }: Assignment): Fault[] {
  if (kind !== 'arg') return [];
  const place = `arg:${name}`;
  const found = rate(name, value ?? '');
  if (found !== null) {
    return [
      { message: `ARG ${name} has a default: ${found.what}.`, fix: LEAKED, location, place, severity: found.severity },
    ];
  }
  if (!isSecretName(name)) return [];
  const message = `ARG ${name} is named like a credential: what the build gives it ends up in the history of the image.`;
  return [{ message, fix: FIX, location, place }];
}

/** Null for a value that gives nothing away. */
function rate(name: string, value: string): { readonly what: string; readonly severity: Severity | null } | null {
  const kind = credentialKind(value);
  if (kind !== null) return { what: kind, severity: 'critical' };
  if (value === '' || !isSecretName(name)) return null;
  if (looksSecret(value))
    return { what: 'a value that looks like a credential, under the name of one', severity: 'high' };
  return { what: 'a value under the name of a credential', severity: null };
}

/** One fault a name, the gravest; what the image really shows goes before what the Dockerfile says. */
function worstOfEach(faults: readonly Fault[]): Fault[] {
  const rank = (fault: Fault): Severity => fault.severity ?? 'medium';
  const worst = new Map<string, Fault>();
  for (const fault of faults) {
    const known = worst.get(fault.place ?? '');
    if (known === undefined || compareSeverity(rank(fault), rank(known)) < 0) worst.set(fault.place ?? '', fault);
  }
  return [...worst.values()];
}
