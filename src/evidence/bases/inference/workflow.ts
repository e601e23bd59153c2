import { type BuildStep, isKnown, splitArgs, UNKNOWN } from './build-step.ts';
import { dockerBuild } from './docker-command.ts';
import { type ExpressionScope, expand, withEnv } from './expressions.ts';
import { matrixJobs } from './matrix.ts';
import { insideRepository } from './paths.ts';
import { shellCommands } from './shell-commands.ts';
import { listOf, mapOf, readYaml, textOf } from './yaml-text.ts';

/** Characters of scripts and steps that are read for one workflow, over all jobs of its matrices. */
const MOST_EFFORT = 4_000_000;

type Values = Readonly<Record<string, unknown>>;

/**
 * The steps of a workflow that build and tag an image: docker/build-push-action (its names may come from
 * docker/metadata-action), and `docker build` in a script. `repository` is `owner/name`, where it is known.
 */
export function workflowBuilds(text: string, file: string, repository: string | null): readonly BuildStep[] {
  const yaml = readYaml(text);
  if (yaml === null) return [];
  const workflow = mapOf(yaml.value);
  let effort = 0;
  return Object.entries(mapOf(workflow['jobs'])).flatMap(([name, value]) => {
    const job = mapOf(value);
    const steps = listOf(job['steps']).map(mapOf);
    const folder = [job, workflow].map((level) => textOf(mapOf(mapOf(level['defaults'])['run'])['working-directory']));
    return matrixJobs(job['strategy']).flatMap((matrix) => {
      const outer = withEnv({ env: new Map(), matrix, repository }, workflow['env']);
      const scope = withEnv(outer, job['env']);
      return steps.flatMap((step, index) => {
        effort += 100 + (textOf(step['run'])?.length ?? 0);
        if (effort > MOST_EFFORT) return [];
        const place = `${file}:${yaml.lineOf(['jobs', name, 'steps', index, 'uses' in step ? 'uses' : 'run'])}`;
        const inner = withEnv(scope, step['env']);
        if (textOf(step['uses'])?.startsWith('docker/build-push-action@')) {
          return buildPush(mapOf(step['with']), steps, inner, place) ?? [];
        }
        const script = textOf(step['run']);
        const start = textOf(step['working-directory']) ?? folder[0] ?? folder[1] ?? '.';
        return script === null ? [] : scriptBuilds(script, expand(start, inner), inner, place);
      });
    });
  });
}

/** Without a context the whole checkout is the context, and `file` is relative to its root in any case. */
function buildPush(inputs: Values, steps: readonly Values[], scope: ExpressionScope, place: string): BuildStep | null {
  const input = (name: string): string | null => {
    const text = textOf(inputs[name]);
    return text === null || text.trim() === '' ? null : expand(text, scope).trim();
  };
  const context = (input('context') ?? '.').replace(/^\{\{defaultContext\}\}:?/, '');
  const file = input('file');
  const dockerfile = file === null ? insideRepository(context, 'Dockerfile') : insideRepository(file);
  const target = input('target');
  const tags = tagsOf(textOf(inputs['tags']) ?? '', steps, scope);
  if (dockerfile === null || tags.length === 0 || (target !== null && !isKnown(target))) return null;
  const args = (input('build-args') ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const pairs = args.map((line): [string, string | null] => {
    const equals = line.indexOf('=');
    return equals < 0 ? [line, null] : [line.slice(0, equals), line.slice(equals + 1)];
  });
  // A list that comes as a whole from elsewhere may set anything.
  if (pairs.some(([name]) => !isKnown(name))) return null;
  return { tags, dockerfile, target, ...splitArgs(Object.fromEntries(pairs)), place };
}

function tagsOf(text: string, steps: readonly Values[], scope: ExpressionScope): readonly string[] {
  return lines(text).flatMap((line) => {
    const id = /^\$\{\{\s*steps\.([\w-]+)\.outputs\.tags\s*\}\}$/.exec(line)?.[1];
    const step = id === undefined ? undefined : steps.find((other) => other['id'] === id);
    if (!textOf(step?.['uses'])?.startsWith('docker/metadata-action@')) return [expand(line, scope)];
    const images = lines(textOf(mapOf(step?.['with'])['images']) ?? '');
    return images.map((image) => `${expand(image, scope).replace(/^name=/, '')}:${UNKNOWN}`);
  });
}

/** One a line, or with commas; an image of the metadata action may have attributes, which start with a comma too. */
function lines(text: string): readonly string[] {
  return text
    .split(/\r?\n|,/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(enable|type)=/.test(line));
}

function scriptBuilds(script: string, start: string, scope: ExpressionScope, place: string): readonly BuildStep[] {
  let folder: string | null = insideRepository(start);
  const outer: (string | null)[] = [];
  const found: BuildStep[] = [];
  for (const command of shellCommands(expand(script, scope), scope.env)) {
    const [first, to] = command;
    if (first === '(') outer.push(folder);
    else if (first === ')') folder = outer.pop() ?? null;
    else if (first === 'cd' || first === 'pushd') {
      folder = folder === null || to === undefined ? null : insideRepository(folder, to);
    } else if (first === 'popd') folder = null;
    else if (folder !== null) found.push(...[dockerBuild(command, folder, place) ?? []].flat());
  }
  return found;
}
