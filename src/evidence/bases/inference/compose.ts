import { posix } from 'node:path';
import { type BuildStep, splitArgs, UNKNOWN, withoutTemplates } from './build-step.ts';
import { insideRepository } from './paths.ts';
import { listOf, mapOf, readYaml, textOf } from './yaml-text.ts';

/** The services of a compose file that build an image and name it (compose-spec, 05-services.md and build.md). */
export function composeBuilds(text: string, file: string): readonly BuildStep[] {
  const yaml = readYaml(text);
  if (yaml === null) return [];
  const services = Object.entries(mapOf(mapOf(yaml.value)['services']));
  return services.flatMap(([name, service]): BuildStep[] => {
    const { build, image } = mapOf(service);
    const long = typeof build === 'string' ? { context: build } : mapOf(build);
    const dockerfile = dockerfileOf(long, posix.dirname(file));
    const tags = [image, ...listOf(long['tags'])].flatMap((tag) => interpolated(tag) ?? []);
    if (build === undefined || dockerfile === null || tags.length === 0) return [];
    const line = yaml.lineOf(['services', name, image === undefined ? 'build' : 'image']);
    const target = long['target'] === undefined ? null : interpolated(long['target']);
    if (target?.includes(UNKNOWN)) return [];
    return [{ tags, dockerfile, target, ...splitArgs(argsOf(long['args'])), place: `${file}:${line}` }];
  });
}

/** The context is relative to the compose file, the Dockerfile to the context. */
function dockerfileOf(build: Readonly<Record<string, unknown>>, folder: string): string | null {
  if ('dockerfile_inline' in build) return null;
  const context = interpolated(build['context'] ?? '.');
  const dockerfile = interpolated(build['dockerfile'] ?? 'Dockerfile');
  return context === null || dockerfile === null ? null : insideRepository(folder, context, dockerfile);
}

/** A map, or a list of `NAME=value`; without a value it comes from the environment. */
function argsOf(args: unknown): Record<string, string | null> {
  const entries = Array.isArray(args)
    ? args.map((arg): [string, string | null] => {
        const words = interpolated(arg) ?? '';
        const equals = words.indexOf('=');
        return equals < 0 ? [words, null] : [words.slice(0, equals), words.slice(equals + 1)];
      })
    : Object.entries(mapOf(args)).map(([name, value]): [string, string | null] => [name, interpolated(value)]);
  return Object.fromEntries(entries);
}

/** Variables come from the environment, even where the file has a default for them. */
function interpolated(value: unknown): string | null {
  const text = textOf(value);
  if (text === null) return null;
  // `$$` is a dollar.
  const parts = text.split('$$').map((part) => withoutTemplates(part).replace(/\$[A-Za-z_]\w*/g, UNKNOWN));
  return parts.join('$');
}
