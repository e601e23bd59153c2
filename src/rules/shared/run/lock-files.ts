import { splitBlanks } from '../../../dockerfile/blanks.ts';
import type { DockerfileEvidence, Instruction } from '../../../model/dockerfile.ts';
import type { RepositoryEvidence } from '../../../model/repository.ts';
import type { ScriptRun } from './run-rule.ts';
import { lastPart } from './words.ts';

/**
 * Whether one of the lock files is there when a RUN installs: as far as COPY, ADD and bind mounts of its stage tell, and,
 * where they take whole folders or patterns, as far as the files of the repository tell. Null when neither does.
 */
export function hasLockFile(
  locks: readonly string[],
  run: ScriptRun,
  dockerfile: DockerfileEvidence,
  repository: RepositoryEvidence | null,
): boolean | null {
  if (locks.length === 0) return false;
  const sources = [...copied(run, dockerfile), ...mounted(run.instruction)];
  if (sources.some((source) => locks.includes(lastPart(source)))) return true;
  const possible = sources.length === 0 || sources.some((source) => mayHold(source, locks)) || fetchesFiles(run);
  if (!possible) return false;
  const { files = null, context = null } = repository ?? {};
  if (files === null || context === null || fetchesFiles(run) || sources.length === 0 || sources.includes('*'))
    return null;
  const root = context === '' ? '' : `${context}/`;
  return files.some((file) => file.startsWith(root) && locks.includes(lastPart(file)));
}

/** What COPY and ADD bring before the RUN, in its stage and those that it is built upon. A copy from elsewhere is `*`. */
function copied({ stage, instruction }: ScriptRun, dockerfile: DockerfileEvidence): readonly string[] {
  const found: string[] = [];
  for (let at: number | null = stage; at !== null; at = dockerfile.stages[at]?.parent ?? null) {
    const instructions = dockerfile.stages[at]?.instructions ?? [];
    const end = at === stage ? instructions.indexOf(instruction) : instructions.length;
    for (const one of instructions.slice(0, end)) {
      if (one.keyword !== 'COPY' && one.keyword !== 'ADD') continue;
      if (one.flags.some(({ name }) => name === 'from')) found.push('*');
      else found.push(...(one.json ?? splitBlanks(one.text)).slice(0, -1));
    }
  }
  return found;
}

function mounted({ flags }: Instruction): readonly string[] {
  return flags.flatMap(({ name, value }) => {
    if (name !== 'mount') return [];
    const fields = new Map(
      value.split(',').map((field): [string, string] => {
        const equals = field.indexOf('=');
        return [field.slice(0, equals), field.slice(equals + 1)];
      }),
    );
    if ((fields.get('type') ?? 'bind') !== 'bind') return [];
    return [fields.has('from') ? '*' : (fields.get('source') ?? fields.get('src') ?? '.')];
  });
}

/** A folder, a pattern that matches, or a variable. */
function mayHold(source: string, locks: readonly string[]): boolean {
  const name = lastPart(source.replace(/\/+$/, ''));
  if (name === '' || name === '.' || name === '..' || /[$?[]/.test(name) || !name.includes('.')) return true;
  const star = name.indexOf('*');
  if (star < 0) return name.startsWith('.');
  const [head, tail] = [name.slice(0, star), name.slice(name.lastIndexOf('*') + 1)];
  return locks.some((lock) => lock.startsWith(head) && lock.endsWith(tail));
}

/** A project that the same RUN gets from elsewhere brings its lock file, or not. */
function fetchesFiles({ script }: ScriptRun): boolean {
  return script.commands.some(({ name }) => name !== null && /^(git|curl|wget|tar|unzip)$/.test(name));
}
