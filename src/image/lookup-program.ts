import type { ImageEvidence } from '../model/image.ts';
import type { ImageFiles } from '../model/image-files.ts';
import { shown } from './damaged.ts';
import { type Found, lookUp } from './lookup.ts';
import { type Executable, readExecutable, runsOn } from './lookup-executable.ts';
import { barrier, may, type ProcessUser } from './lookup-user.ts';

/** Where a program runs: the image with its files, and who runs it (null: not known, so permissions are not judged). */
export interface RunPlace {
  readonly image: ImageEvidence;
  readonly files: ImageFiles;
  readonly user: ProcessUser | null;
}

/** Whether a program can be started. `wrong` is certain; `open` says what could not be seen. */
export type ProgramState =
  | { readonly kind: 'runs'; readonly found: Found; readonly what: Executable }
  | { readonly kind: 'wrong'; readonly message: string }
  | { readonly kind: 'open'; readonly message: string };

/** What engines set when the image sets no PATH (moby, system.DefaultPathEnv on Linux). */
const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** A hostile PATH must not cost time. */
const MAX_FOLDERS = 64;
/** The kernel follows scripts that name scripts as interpreters this deep. */
const MAX_DEPTH = 4;

/** The folders of PATH that an engine and a shell search for this image. */
export function searchPath({ config }: ImageEvidence): readonly string[] {
  const set = config.env.find((entry) => entry.startsWith('PATH='))?.slice('PATH='.length) ?? '';
  const folders = (set === '' ? DEFAULT_PATH : set).split(':');
  return folders.filter((folder) => folder.startsWith('/')).slice(0, MAX_FOLDERS);
}

/** The folder that commands start in. */
export function workingFolder({ config }: ImageEvidence): string {
  return config.workingDir === '' ? '/' : config.workingDir;
}

/**
 * Whether `name` can be started: found (by PATH, or from the working folder when it has a slash), executable for the
 * user, of the platform's architecture, with its loader or interpreter there.
 * @param byShell a shell starts it, which runs a text without `#!` as a script; the kernel refuses that
 */
export function findProgram(place: RunPlace, name: string, byShell = false, depth = 0): ProgramState {
  const found = locate(place, name);
  if ('kind' in found) return found;
  const { file } = found;
  const label = file.path === name ? shown(name) : `${shown(name)} (${shown(file.path)})`;
  if (file.type !== 'file') return wrong(`${label} is no file`);
  const blocked = access(place.user, found, label, 'execute');
  if (blocked !== null) return wrong(blocked);
  const head = place.files.heads[file.path];
  if (head === undefined && file.size > 0) return { kind: 'open', message: `the content of ${label} was not read` };
  const what = readExecutable(head ?? '');
  const message = problemOf(place, found, what, { label, byShell, depth, head: head ?? '' });
  return message === null ? { kind: 'runs', found, what } : wrong(message);
}

/** Why the user cannot use a file in that way; null when it can, or when the user is not known. */
export function access(user: ProcessUser | null, found: Found, label: string, kind: 'read' | 'execute'): string | null {
  if (user === null) {
    return kind === 'execute' && (found.file.mode & 0o111) === 0 ? `${label} is not executable for anyone` : null;
  }
  const closed = barrier(user, found);
  if (closed !== null) return `${label} lies in ${shown(closed.path)}, which uid ${user.uid} may not enter`;
  if (may(user, kind, found.file)) return null;
  const mode = (found.file.mode & 0o7777).toString(8).padStart(4, '0');
  const verb = kind === 'read' ? 'readable' : 'executable';
  return `${label} is not ${verb} for uid ${user.uid} (mode ${mode}, owner ${found.file.uid}:${found.file.gid})`;
}

function locate({ image, files, user }: RunPlace, name: string): Found | ProgramState {
  if (name === '') return wrong('the name of the program is empty');
  if (name.includes('/')) {
    return lookUp(files, name, workingFolder(image)) ?? wrong(`${shown(name)} is not in the image`);
  }
  const folders = searchPath(image);
  const candidates = folders.flatMap((folder) => lookUp(files, `${folder}/${name}`) ?? []);
  const usable = candidates.find(
    (found) => found.file.type === 'file' && (user === null || access(user, found, '', 'execute') === null),
  );
  return usable ?? candidates[0] ?? wrong(`${shown(name)} is in no folder of PATH`);
}

interface Context {
  readonly label: string;
  readonly byShell: boolean;
  readonly depth: number;
  readonly head: string;
}

function problemOf(place: RunPlace, found: Found, what: Executable, context: Context): string | null {
  const { label, byShell, head } = context;
  switch (what.kind) {
    case 'elf':
      return elfProblem(place, what, label);
    case 'script':
      return scriptProblem(place, found, what, context);
    case 'other': {
      if (byShell && !head.includes('\0')) return null;
      if (head.startsWith('\u00ef\u00bb\u00bf#!'))
        return `${label} starts with a byte order mark before #!, so it cannot be executed`;
      return `${label} is neither a program of this system nor a script with #!, so it cannot be executed`;
    }
  }
}

function elfProblem({ image, files }: RunPlace, elf: Executable & { kind: 'elf' }, label: string): string | null {
  const architecture = image.platform.split('/')[1] ?? '';
  if (elf.architecture !== null && !runsOn(elf.architecture, architecture)) {
    return `${label} is built for ${elf.architecture}, the image for ${architecture}`;
  }
  if (elf.loader === null || lookUp(files, elf.loader) !== null) return null;
  return `${label} needs the loader ${shown(elf.loader)}, which is not in the image (it was linked against another C library)`;
}

function scriptProblem(
  place: RunPlace,
  found: Found,
  script: Executable & { kind: 'script' },
  { label, depth }: Context,
): string | null {
  if (script.crlf)
    return `${label} has Windows line ends, so its interpreter ${shown(script.interpreter)} is not found`;
  if (script.interpreter === '') return `${label} names no interpreter after #!`;
  const closed = access(place.user, found, label, 'read');
  if (closed !== null) return closed;
  if (depth >= MAX_DEPTH) return `${label} leads through too many interpreters`;
  const path = script.interpreter.includes('/') ? script.interpreter : `./${script.interpreter}`;
  const interpreter = findProgram(place, path, false, depth + 1);
  if (interpreter.kind === 'wrong') return `${label} cannot be executed: its interpreter ${interpreter.message}`;
  const command = script.interpreter.endsWith('/env') ? envCommand(script.argument) : null;
  if (command === null) return null;
  const started = findProgram(place, command, false, depth + 1);
  return started.kind === 'wrong' ? `${label} cannot be executed: ${started.message}` : null;
}

/** What `#!/usr/bin/env NAME` starts; null for forms that only env itself understands. */
function envCommand(argument: string): string | null {
  const split = /^(?:-S|--split-string=?)[ \t]*(.*)$/s.exec(argument)?.[1];
  // Without -S the kernel gives env all that follows as one word: `node --flag` is then the name of a program.
  const words = split === undefined ? [argument] : split.split(/[ \t]+/);
  const name = words.find((word) => !/^[A-Za-z_]\w*=/.test(word)) ?? '';
  return name === '' || name.startsWith('-') || /[$'"\\]/.test(name) ? null : name;
}

function wrong(message: string): ProgramState {
  return { kind: 'wrong', message };
}
