import { posix } from 'node:path';
import { type BuildStep, splitArgs, UNKNOWN, withoutTemplates } from './build-step.ts';
import { readHcl } from './hcl.ts';
import { insideRepository } from './paths.ts';
import { listOf, mapOf, textOf } from './yaml-text.ts';

type Target = Readonly<Record<string, unknown>>;

/**
 * The targets of a bake file (docs.docker.com/build/bake/reference) that are written out. Paths are relative to where
 * bake is started: the root of the repository, else the file's own folder, whichever has the Dockerfile.
 */
export function bakeBuilds(text: string, file: string, exists: (path: string) => boolean): readonly BuildStep[] {
  const targets = file.endsWith('.json') ? fromJson(text) : fromHcl(text);
  return [...targets.keys()].flatMap((name): BuildStep[] => {
    const target = inherited(name, targets, new Set());
    if (target === null || 'matrix' in target || 'dockerfile-inline' in target) return [];
    const context = plain(target['context'] ?? '.');
    const written = plain(target['dockerfile'] ?? 'Dockerfile');
    const args = target['args'] === undefined ? {} : target['args'];
    const stage = target['target'] === undefined ? null : plain(target['target']);
    if (context === null || written === null || args === null || stage?.includes(UNKNOWN)) return [];
    const dockerfile = ['', posix.dirname(file)]
      .map((folder) => insideRepository(folder, context, written))
      .find((path) => path !== null && exists(path));
    if (!dockerfile) return [];
    const tags = listOf(target['tags']).map((tag) => plain(tag) ?? UNKNOWN);
    const given = Object.fromEntries(Object.entries(mapOf(args)).map(([key, value]) => [key, plain(value)]));
    return [{ tags, dockerfile, target: stage, ...splitArgs(given), place: `target ${name} in ${file}` }];
  });
}

function fromHcl(text: string): ReadonlyMap<string, Target> {
  const blocks = readHcl(text).filter(({ type }) => type === 'target');
  return new Map(blocks.map(({ labels, attributes }) => [labels[0] ?? '', attributes]));
}

function fromJson(text: string): ReadonlyMap<string, Target> {
  try {
    return new Map(
      Object.entries(mapOf(mapOf(JSON.parse(text))['target'])).map(([name, target]) => [name, mapOf(target)]),
    );
  } catch {
    return new Map();
  }
}

/** What a target inherits, later ones first, and its own attributes above all. Null when that is not written out. */
function inherited(name: string, targets: ReadonlyMap<string, Target>, open: Set<string>): Target | null {
  const own = targets.get(name);
  if (own === undefined || open.has(name) || open.size > 20) return null;
  open.add(name);
  let merged: Target = {};
  for (const parent of own['inherits'] === undefined ? [] : [own['inherits']].flat()) {
    const from = typeof parent === 'string' ? inherited(parent, targets, open) : null;
    if (from === null) return null;
    merged = { ...merged, ...from, args: { ...mapOf(merged['args']), ...mapOf(from['args']) } };
  }
  open.delete(name);
  const args = own['args'] === null ? null : { ...mapOf(merged['args']), ...mapOf(own['args']) };
  return { ...merged, ...own, args };
}

/** JSON has the same templates as HCL. */
function plain(value: unknown): string | null {
  const text = textOf(value);
  return text === null ? null : withoutTemplates(text);
}
