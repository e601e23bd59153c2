import type { Location } from '../model/location.ts';
import type { Evidence } from '../model/subject.ts';
import { type Fault, fail, pass, type Rule, unknown } from './rule.ts';
import { credentialKind, isSecretName, looksSecret } from './shared/credentials.ts';
import { effective, fromLine } from './shared/effective.ts';

const FIX =
  'Pass it when the container starts (`docker run --env-file`, a mounted secret); what was built in counts as leaked: revoke it.';

interface Variable {
  readonly name: string;
  /** Never printed. */
  readonly value: string;
  readonly location: Location | null;
}

export const secretInEnv: Rule = {
  id: 'secret-in-env',
  title: 'No credential in the environment of the image',
  severity: { mcp: 'medium', container: 'medium', strict: 'high' },
  why: 'ENV is stored in clear text in the image: everyone who can pull it, and every process in the container, can read it. Removing it later leaves it in the history.',
  fix: FIX,
  aliases: ['DL3064', 'CIS-DI-0010', 'DS-0031', 'SecretsUsedInArgOrEnv', 'CIS 4.10'],
  examples: {
    good: [
      { title: 'a variable that is left empty', dockerfile: 'FROM scratch\nENV API_TOKEN=""\n' },
      {
        title: 'the place of a secret',
        dockerfile: 'FROM scratch\nENV DB_PASSWORD_FILE=/run/secrets/db GMAIL_CREDENTIALS_PATH=/data/c.json\n',
      },
      {
        title: 'names that only look alike',
        dockerfile: 'FROM scratch\nENV MONKEY=1 BYPASS_CACHE=1 TOKENIZER=x KEYCLOAK_URL=http://a TOKEN_TTL=60\n',
      },
      {
        title: 'keys that are public',
        dockerfile: 'FROM scratch\nENV GPG_KEY=E3FF2839C048B25C084DEBE9B26995E310250568\n',
      },
    ],
    bad: [
      { title: 'a password', dockerfile: 'FROM scratch\nENV DB_PASSWORD=changeme\n' },
      {
        title: 'a token by its form, whatever its name',
        dockerfile: `FROM scratch\nENV SETTING=ghp_${'0123456789abcdefghij'.repeat(2).slice(0, 36)}\n`,
      },
      { title: 'in the middle of a name', dockerfile: 'FROM scratch\nENV MY_SECRET_VALUE=x1\n' },
      {
        title: 'in a builder whose cache is shared',
        dockerfile: 'FROM scratch AS build\nENV NPM_TOKEN=abc\nFROM scratch\nCOPY --from=build / /\n',
      },
    ],
  },
  judge(evidence) {
    const faults = variables(evidence).flatMap(faultOf);
    if (faults.length > 0) return fail(faults);
    if (!effective(evidence).env.complete)
      return unknown('The base image may set more variables; only the built image can tell.');
    return pass('No variable looks like a credential.');
  },
};

function faultOf({ name, value, location }: Variable): Fault[] {
  const place = `env:${name}`;
  const kind = credentialKind(value);
  if (kind !== null)
    return [{ message: `ENV ${name} holds ${kind}.`, fix: FIX, location, place, severity: 'critical' }];
  if (value === '' || !isSecretName(name)) return [];
  if (looksSecret(value)) {
    const message = `ENV ${name} is named like a credential, and its value looks like one.`;
    return [{ message, fix: FIX, location, place, severity: 'high' }];
  }
  return [{ message: `ENV ${name} is named like a credential and has a value.`, fix: FIX, location, place }];
}

/** ENV of the image and of every stage that the build runs; one entry a name, the image's own value first. */
function variables(evidence: Evidence): Variable[] {
  const found = new Map<string, Variable>();
  for (const { value: entry, from } of effective(evidence).env.entries) {
    const at = entry.indexOf('=');
    const name = at < 0 ? entry : entry.slice(0, at);
    found.set(name, { name, value: at < 0 ? '' : entry.slice(at + 1), location: from ?? fromLine(evidence) });
  }
  for (const { kind, name, value, location } of evidence.dockerfile?.assignments ?? []) {
    if (kind !== 'env' || value === null) continue;
    const known = found.get(name);
    if (known === undefined || known.value === '') found.set(name, { name, value, location });
  }
  return [...found.values()];
}
