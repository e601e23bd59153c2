import { fail, pass, type Rule, unknown } from './rule.ts';
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
    ],
  },
  judge(evidence) {
    const { labels } = effective(evidence);
    const set = new Map(
      labels.entries
        .filter(({ known }) => known)
        .map(({ value }) => [value.slice(0, Math.max(value.indexOf('='), 0)), value.slice(value.indexOf('=') + 1)]),
    );
    const missing = WANTED.filter((name) => (set.get(`${PREFIX}${name}`) ?? '').trim() === '');
    if (missing.length === 0) return pass('The standard labels are set.');
    // CI sets labels on the command line of the build: their absence in the text proves nothing.
    if (evidence.image === null)
      return unknown(`Not in the Dockerfile: ${missing.join(', ')}. CI may set them when it builds.`);
    const from =
      labels.entries.find(({ value, from: line }) => value.startsWith(PREFIX) && line !== null)?.from ??
      fromLine(evidence);
    return fail([
      {
        message: `Labels that are missing or empty: ${missing.map((name) => `${PREFIX}${name}`).join(', ')}.`,
        fix: FIX,
        location: from,
      },
    ]);
  },
};
