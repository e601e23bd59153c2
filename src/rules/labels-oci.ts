import { type Fault, fail, pass, type Rule, unknown } from './rule.ts';
import { effective, fromLine } from './shared/effective.ts';

const PREFIX = 'org.opencontainers.image.';
const WANTED = ['title', 'description', 'source', 'licenses', 'version', 'revision'] as const;
const FIX =
  'Set them in the Dockerfile (`LABEL org.opencontainers.image.source=…`), or let CI do it: docker/metadata-action writes all of them.';
const ALL = WANTED.map((name) => `${PREFIX}${name}="x"`).join(' ');

export const labelsOci: Rule = {
  id: 'labels-oci',
  title: 'The image says what it is and where it comes from',
  severity: { mcp: 'low', container: 'low', strict: 'low' },
  why: 'Registries, scanners and people who find a container running ask for its source, version and licence. The standard labels answer.',
  fix: FIX,
  aliases: ['DL3048', 'DL3049', 'DL3050', 'DL3051', 'DL3052', 'DL3053', 'DL3054', 'DL3055', 'DL3056', 'DL3058'],
  examples: {
    good: [{ title: 'all of them', dockerfile: `FROM scratch\nLABEL ${ALL}\n` }],
    bad: [
      {
        title: 'some are missing, one is empty',
        dockerfile: `FROM scratch\nLABEL ${PREFIX}title="x" ${PREFIX}source=""\n`,
        image: { files: {} },
      },
      {
        title: 'one that the policy requires is missing',
        dockerfile: `FROM scratch\nLABEL ${ALL}\n`,
        image: { files: {} },
        options: { requiredLabels: ['com.example.team'] },
      },
    ],
  },
  judge(evidence, { requiredLabels = [] }) {
    const { labels } = effective(evidence);
    const set = new Map(
      labels.entries
        .filter(({ known }) => known)
        .map(({ value }) => [value.slice(0, Math.max(value.indexOf('='), 0)), value.slice(value.indexOf('=') + 1)]),
    );
    const isMissing = (name: string): boolean => (set.get(name) ?? '').trim() === '';
    const demanded = [...new Set(requiredLabels)];
    const usual = WANTED.map((name) => `${PREFIX}${name}`).filter((name) => !demanded.includes(name));
    const missing = usual.filter(isMissing);
    const demandedMissing = demanded.filter(isMissing);
    if (missing.length + demandedMissing.length === 0)
      return pass(`The standard labels${demanded.length === 0 ? '' : ' and those of the policy'} are set.`);
    // CI sets labels on the command line of the build: their absence in the text proves nothing.
    if (evidence.image === null) {
      const names = [...demandedMissing, ...missing.map((name) => name.slice(PREFIX.length))];
      return unknown(`Not in the Dockerfile: ${names.join(', ')}. CI may set them when it builds.`);
    }
    const location =
      labels.entries.find(({ value, from: line }) => value.startsWith(PREFIX) && line !== null)?.from ??
      fromLine(evidence);
    const message = `Labels that are missing or empty: ${missing.join(', ')}.`;
    return fail([
      ...(missing.length === 0 ? [] : [{ message, fix: FIX, location }]),
      ...demandedMissing.map(
        (name): Fault => ({
          message: `The label ${name}, which the policy requires, is missing or empty.`,
          fix: `Set it in the Dockerfile (\`LABEL ${name}=…\`) or on the command line of the build (\`--label ${name}=…\`).`,
          location,
          place: `label:${name}`,
        }),
      ),
    ]);
  },
};
