import { type BuildStep, isKnown, splitArgs } from './build-step.ts';
import { insideRepository } from './paths.ts';
import type { ShellCommand } from './shell-commands.ts';

const BEFORE = new Set(['sudo', 'time', 'exec', 'then', 'do', 'else', 'if', '!', '{']);
/** The ways to start a build with docker, podman, nerdctl and buildah. */
const BUILD = /^(?:docker|podman|nerdctl|buildah) (?:(?:buildx|image|builder) )?(?:build|bud|b)$/;
/** Options with a value in the next word, besides those that are read; all others stand alone. */
const WITH_VALUE = new Set(
  (
    '--add-host --allow --annotation --attest --build-context --builder --cache-from --cache-to --call --cgroup-parent ' +
    '--cpu-period --cpu-quota --cpu-shares -c --cpuset-cpus --cpuset-mems --iidfile --isolation --label --memory -m ' +
    '--memory-swap --metadata-file --network --no-cache-filter --output -o --platform --progress --provenance --sbom ' +
    '--secret --security-opt --shm-size --ssh --ulimit --arch --os --variant --volume -v --format --env'
  ).split(' '),
);
const READ = new Map([
  ['-t', 'tag'],
  ['--tag', 'tag'],
  ['-f', 'file'],
  ['--file', 'file'],
  ['--target', 'target'],
  ['--build-arg', 'arg'],
]);

/** What a command builds and tags; null when it is no build, or not all of it that matters is written out. */
export function dockerBuild(command: ShellCommand, folder: string, place: string): BuildStep | null {
  const words = withoutPrefix(command);
  const length = [3, 2].find((count) => words.length >= count && BUILD.test(words.slice(0, count).join(' ')));
  if (length === undefined) return null;
  const { options, operands } = split(words.slice(length));
  const [context = '.', ...more] = operands;
  const file = options.get('file')?.at(-1);
  const target = options.get('target')?.at(-1) ?? null;
  const tags = options.get('tag') ?? [];
  if (context === '-' || file === '-' || more.length > 0 || tags.length === 0) return null;
  if (!isKnown(context) || (target !== null && !isKnown(target))) return null;
  const dockerfile =
    file === undefined ? insideRepository(folder, context, 'Dockerfile') : insideRepository(folder, file);
  if (dockerfile === null) return null;
  const args = (options.get('arg') ?? []).map((text): [string, string | null] => {
    const equals = text.indexOf('=');
    return equals < 0 ? [text, null] : [text.slice(0, equals), text.slice(equals + 1)];
  });
  return { tags, dockerfile, target, ...splitArgs(Object.fromEntries(args)), place };
}

/** Without `sudo`, keywords and assignments in front. */
function withoutPrefix(command: ShellCommand): ShellCommand {
  const start = command.findIndex((word) => !BEFORE.has(word) && !/^[A-Za-z_]\w*=/.test(word));
  return start < 0 ? [] : command.slice(start);
}

function split(words: readonly string[]): {
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly operands: readonly string[];
} {
  const options = new Map<string, string[]>();
  const operands: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    // What is written to a file is no operand.
    if (/^\d*[<>]/.test(word)) break;
    if (!word.startsWith('-') || word === '-') {
      operands.push(word);
      continue;
    }
    const equals = word.startsWith('--') ? word.indexOf('=') : -1;
    const name = equals < 0 ? word : word.slice(0, equals);
    const short = READ.get(word.slice(0, 2));
    if (READ.has(name)) add(options, READ.get(name) ?? '', equals < 0 ? (words[++at] ?? '') : word.slice(equals + 1));
    else if (!word.startsWith('--') && short !== undefined) add(options, short, word.slice(2));
    else if (equals < 0 && WITH_VALUE.has(name)) at++;
  }
  return { options, operands };
}

function add(options: Map<string, string[]>, name: string, value: string): void {
  options.set(name, [...(options.get(name) ?? []), value]);
}
