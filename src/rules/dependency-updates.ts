import type { DockerfileEvidence, PulledImage } from '../model/dockerfile.ts';
import type { RepositoryEvidence } from '../model/repository.ts';
import { fail, pass, type Rule, unknown } from './rule.ts';
import { dependabotCoverage } from './shared/dependabot.ts';
import { renovateCoverage } from './shared/renovate.ts';
import type { Coverage } from './shared/update-tools.ts';

const FIX =
  'Add the folder to `.github/dependabot.yml` (`package-ecosystem: docker`, `directory: /path`), or let Renovate read the repository.';

export const dependencyUpdates: Rule = {
  id: 'dependency-updates',
  title: 'Something renews the images that are pulled',
  severity: { mcp: 'low', container: 'low', strict: 'medium' },
  why: 'A base image gets its security fixes only when the Dockerfile names a newer one. Without Dependabot or Renovate nobody does, and a pinned digest gets old quietly.',
  fix: FIX,
  aliases: [],
  examples: {
    good: [
      {
        title: 'Dependabot reads its folder',
        dockerfile: 'FROM node:24-slim\n',
        repository: {
          updaters: {
            '.github/dependabot.yml':
              'version: 2\nupdates:\n  - package-ecosystem: docker\n    directory: /\n    schedule: { interval: weekly }\n',
          },
        },
      },
      {
        title: 'Renovate, which also follows variables',
        dockerfile: 'ARG TAG=24-slim\nFROM node:${TAG}\n',
        repository: { updaters: { 'renovate.json': '{ "extends": ["config:recommended"] }\n' } },
      },
      { title: 'nothing is pulled', dockerfile: 'FROM scratch\nCOPY server /server\n', repository: {} },
    ],
    bad: [
      { title: 'no updater', dockerfile: 'FROM node:24-slim\n', repository: {} },
      {
        title: 'one that looks elsewhere',
        dockerfile: 'FROM node:24-slim\n',
        repository: {
          updaters: {
            '.github/dependabot.yml':
              'version: 2\nupdates:\n  - package-ecosystem: docker\n    directory: /servers/time\n',
          },
        },
      },
      {
        title: 'a version in a variable, which Dependabot does not follow',
        dockerfile: 'ARG TAG=24-slim\nFROM node:${TAG}\n',
        repository: {
          updaters: {
            '.github/dependabot.yml':
              'version: 2\nupdates:\n  - package-ecosystem: docker\n    directories: ["**/*"]\n',
          },
        },
      },
    ],
  },
  judge({ dockerfile, repository }) {
    if (dockerfile === null) return unknown('Without the Dockerfile nothing tells what there is to renew.');
    const named = dockerfile.pulledImages.filter(({ via }) => via === 'from');
    // What this repository builds is renewed with the Dockerfile that builds it, which is judged for itself.
    const pulled = named.filter(({ builtBy }) => builtBy === undefined);
    const first = pulled[0];
    if (first === undefined)
      return pass(named.length === 0 ? 'FROM pulls no image.' : 'FROM names only images that this repository builds.');
    if (repository === null || repository.prefix === null)
      return unknown('The repository around the Dockerfile is not known.');
    const found = coverage(
      repository,
      repository.prefix === '' ? dockerfile.file : `${repository.prefix}/${dockerfile.file}`,
    );
    if (found.some(({ kind, by }) => kind === 'covered' && by === 'Renovate'))
      return pass('Renovate covers the Dockerfile.');
    const open = found.find(({ kind }) => kind === 'unknown');
    if (open !== undefined) return unknown(`${open.why}.`);
    if (found.some(({ kind }) => kind === 'covered')) return byDependabot(dockerfile, pulled);
    const whys = found.flatMap(({ why }) => why ?? []);
    const why = whys.length === 0 ? 'there is no configuration of Dependabot or Renovate' : whys.join('; ');
    return fail([
      { message: `Nothing renews the images of ${dockerfile.file}: ${why}.`, fix: FIX, location: first.location },
    ]);
  },
};

interface Found {
  readonly kind: Coverage['kind'];
  readonly by?: string;
  readonly why?: string;
}

function coverage({ updaters, unreadable }: RepositoryEvidence, dockerfile: string): Found[] {
  const failed = unreadable.filter((path) => !path.endsWith('.dockerignore'));
  return [
    ...Object.entries(updaters).map(([file, text]): Found => {
      const judge = /dependabot\.ya?ml$/.test(file) ? dependabotCoverage : renovateCoverage;
      return judge(text, file, dockerfile);
    }),
    ...failed.map((path): Found => ({ kind: 'unknown', why: `${path} could not be read` })),
  ];
}

/** Dependabot reads FROM lines as they stand: a version in a variable stays as it is (dependabot-core #2057). */
function byDependabot(dockerfile: DockerfileEvidence, pulled: readonly PulledImage[]): ReturnType<Rule['judge']> {
  const variable = pulled.filter(({ written }) => written.includes('$'));
  const faults = new Map(
    variable.map(({ written, location }) => [
      written,
      {
        message: `Dependabot does not update FROM ${written.slice(0, 200)}: the version stands in a variable.`,
        fix: 'Write the version into FROM, or let Renovate do the updates: it follows ARG.',
        location,
        place: `from:${withoutVersion(written)}`,
      },
    ]),
  );
  const unique = new Map([...faults.values()].map((fault) => [fault.place, fault]));
  return unique.size > 0 ? fail([...unique.values()]) : pass(`Dependabot covers ${dockerfile.file}.`);
}

/** No version may stand in a place: a fingerprint must survive an update. */
function withoutVersion(written: string): string {
  return written
    .replace(/@.*$/, '')
    .replace(/:[^/$]*$/, '')
    .slice(0, 200);
}
