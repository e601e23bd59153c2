import { plainJson } from './plain-json.ts';
import { asList, asRecord, asTexts, type Coverage, matchesGlob, readYaml } from './update-tools.ts';

type Config = Readonly<Record<string, unknown>>;

/** Files of Renovate's dockerfile manager (docs.renovatebot.com/modules/manager/dockerfile). */
const FILES = [/(^|\/|\.)([Dd]ocker|[Cc]ontainer)file$/, /(^|\/)([Dd]ocker|[Cc]ontainer)file[^/]*$/];
/** What `config:recommended` leaves out (its preset `:ignoreModulesAndTests`). */
const RECOMMENDED = /^config:(recommended|base|best-practices)$/;
const IGNORED_FOLDERS = [
  'node_modules',
  'bower_components',
  'vendor',
  'examples',
  '__tests__',
  'test',
  'tests',
  '__fixtures__',
];

/** Whether a configuration of Renovate covers this Dockerfile (its path from the root of the repository). */
export function renovateCoverage(text: string, file: string, dockerfile: string): Coverage {
  const whole = asRecord(readJson(text));
  const config = file === 'package.json' ? asRecord(whole?.['renovate']) : whole;
  if (config === null) return { kind: 'unknown', why: `${file} cannot be read as a configuration of Renovate` };
  const manager = asRecord(config['dockerfile']) ?? {};
  if (isOff(config, manager)) return { kind: 'left-out', why: `${file} switches updates of Dockerfiles off` };
  const patterns = [...asTexts(manager['managerFilePatterns']), ...asTexts(manager['fileMatch'])];
  if (!FILES.some((pattern) => pattern.test(dockerfile))) {
    return patterns.length > 0
      ? { kind: 'unknown', why: `${file} adds file patterns of its own` }
      : { kind: 'left-out', why: "Renovate's dockerfile manager does not know it by its name" };
  }
  const ignored = [...asTexts(manager['ignorePaths']), ...ignoredPaths(config)];
  const included = [...asTexts(config['includePaths']), ...asTexts(manager['includePaths'])];
  if (ignored.some((glob) => isBelow(glob, dockerfile))) return { kind: 'left-out', why: `${file} ignores its folder` };
  if (included.length > 0 && !included.some((glob) => isBelow(glob, dockerfile))) {
    return { kind: 'left-out', why: `${file} does not include its folder` };
  }
  return { kind: 'covered', by: 'Renovate' };
}

/** Strict JSON is read by the engine itself, which takes a text of any kind in stride. */
function readJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return readYaml(plainJson(text));
  }
}

function isOff(config: Config, manager: Config): boolean {
  const managers = config['enabledManagers'];
  const disabled = [config, manager, asRecord(config['docker']) ?? {}].some(({ enabled }) => enabled === false);
  return (
    disabled ||
    (Array.isArray(managers) && !asTexts(managers).includes('dockerfile')) ||
    asTexts(config['extends']).some((preset) => preset === 'docker:disable') ||
    asList(config['packageRules']).some((rule) => switchesOff(asRecord(rule) ?? {}))
  );
}

/** A package rule for all Dockerfiles; one with further conditions leaves some updates on. */
function switchesOff(rule: Config): boolean {
  if (rule['enabled'] !== false) return false;
  const conditions = Object.keys(rule).filter((key) => key.startsWith('match'));
  const only = conditions.length === 1 ? conditions[0] : undefined;
  return (
    (only === 'matchManagers' && asTexts(rule[only]).includes('dockerfile')) ||
    (only === 'matchDatasources' && asTexts(rule[only]).includes('docker'))
  );
}

/** A list of its own replaces the one that a preset brings. */
function ignoredPaths(config: Config): readonly string[] {
  if (Array.isArray(config['ignorePaths'])) return asTexts(config['ignorePaths']);
  const preset = asTexts(config['extends']).some((name) => RECOMMENDED.test(name) || name === ':ignoreModulesAndTests');
  return preset ? IGNORED_FOLDERS.map((folder) => `**/${folder}/**`) : [];
}

/** Renovate takes a path for a glob or for the beginning of a path. */
function isBelow(glob: string, path: string): boolean {
  return path.startsWith(glob) || matchesGlob(glob, path);
}
