import { asList, asRecord, asTexts, type Coverage, matchesGlob, readYaml, trimSlashes } from './update-tools.ts';

/** Names of files that Dependabot's docker ecosystem reads (dependabot-core, docker/file_fetcher.rb). */
const FILE_NAME = /dockerfile|containerfile/i;

/**
 * Whether `.github/dependabot.yml` has a docker entry for this Dockerfile (its path from the root of the repository). The
 * ecosystem reads only files that lie in the listed folders themselves, not below them.
 */
export function dependabotCoverage(text: string, file: string, dockerfile: string): Coverage {
  const config = asRecord(readYaml(text));
  if (config === null || !Array.isArray(config['updates']))
    return { kind: 'unknown', why: `${file} cannot be read as a configuration of Dependabot` };
  const slash = dockerfile.lastIndexOf('/');
  const folder = slash < 0 ? '' : dockerfile.slice(0, slash);
  const entries = asList(config['updates'])
    .map(asRecord)
    .filter((entry) => entry !== null)
    .filter((entry) => entry['package-ecosystem'] === 'docker');
  if (entries.length === 0) return { kind: 'left-out', why: `${file} has no entry for the docker ecosystem` };
  const here = entries.filter((entry) => coversFolder(entry, folder));
  if (here.length === 0) return { kind: 'left-out', why: `no docker entry of ${file} lists the folder /${folder}` };
  if (!FILE_NAME.test(dockerfile.slice(slash + 1))) {
    return { kind: 'left-out', why: `Dependabot reads only files with dockerfile or containerfile in their name` };
  }
  const working = here.filter((entry) => !isSwitchedOff(entry) && !excludes(entry, folder, dockerfile));
  if (working.length === 0)
    return { kind: 'left-out', why: `the docker entry of ${file} for /${folder} is switched off or excludes it` };
  return { kind: 'covered', by: 'Dependabot' };
}

/** `directory` is a plain path, `directories` are globs. */
function coversFolder(entry: Readonly<Record<string, unknown>>, folder: string): boolean {
  const plain = asTexts(entry['directory']).map(trimSlashes);
  return (
    plain.includes(folder) ||
    asTexts(entry['directories'])
      .slice(0, 1000)
      .some((glob) => matchesGlob(glob, folder))
  );
}

/** Images get no security updates, so an entry without version updates does nothing. */
function isSwitchedOff(entry: Readonly<Record<string, unknown>>): boolean {
  const all = asList(entry['ignore']).some((item) => {
    const rule = asRecord(item);
    return rule?.['dependency-name'] === '*' && rule['versions'] === undefined && rule['update-types'] === undefined;
  });
  return entry['open-pull-requests-limit'] === 0 || all;
}

/** People write these from the root and from the folder of the entry; either is taken. */
function excludes(entry: Readonly<Record<string, unknown>>, folder: string, dockerfile: string): boolean {
  const name = folder === '' ? dockerfile : dockerfile.slice(folder.length + 1);
  return asTexts(entry['exclude-paths'])
    .slice(0, 1000)
    .some((glob) => [dockerfile, name, folder].some((path) => path !== '' && matchesGlob(glob, path)));
}
