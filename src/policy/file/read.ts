import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import { formatImageReference, parseImageReference } from '../../dockerfile/image-reference.ts';
import { errorMessage } from '../../model/error-code.ts';
import { UsageError } from '../../model/failure.ts';
import { mistakesOf } from './mistakes.ts';
import { type Mistake, placeOf } from './place.ts';
import type { DeclaredBuild, PolicyFile, PolicyImage } from './policy-file.ts';
import { policySchema } from './schema.ts';

type Decoded = z.output<typeof policySchema>;

/**
 * Decodes a policy file. `file` is its name for messages.
 * @throws UsageError `bad-policy`, naming every mistake with its line and column.
 */
export function readPolicyFile(text: string, file: string): PolicyFile {
  const lines = new LineCounter();
  const document = parse(text, lines, file);
  const broken = document.errors.map(({ message, pos }) => ({ message: firstLine(message), ...lines.linePos(pos[0]) }));
  if (broken.length > 0) throw refused(file, broken);
  keepBuildArgsAsWritten(document);
  const decoded = policySchema.safeParse(plainValue(document, file));
  if (!decoded.success) throw refused(file, mistakesOf(decoded.error.issues, document, lines));
  const { profile = null, bases = {}, images = [] } = decoded.data;
  const lineOf = (name: string): number => placeOf(['bases', name], document, lines).line;
  const mistakes = [...sameRepository(bases, document, lines), ...sameName(images, document, lines)];
  if (mistakes.length > 0) throw refused(file, mistakes);
  return {
    file,
    profile,
    bases: Object.fromEntries(Object.entries(bases).map(([name, build]) => [name, toBuild(build, lineOf(name))])),
    images: images.map(toImage),
    options: {},
    failOnByOrigin: null,
    unratedAs: null,
    ruleSeverity: null,
    graceDays: null,
    withoutBaseline: null,
    requiredLabels: null,
    waivers: [],
    waiverDays: 90,
    ignoreFiles: null,
    vexFiles: null,
  };
}

/** A text nested without end exhausts the stack of the parser. */
function parse(text: string, lineCounter: LineCounter, file: string): Document {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true });
  } catch (error) {
    throw refused(file, [{ message: `this cannot be read as YAML (${errorMessage(error)})`, line: 1, col: 1 }]);
  }
}

function plainValue(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (error) {
    throw refused(file, [{ message: errorMessage(error), line: 1, col: 1 }]);
  }
}

/** `NODE_VERSION: 24.10` means the text that stands there, not the number 24.1. */
function keepBuildArgsAsWritten(document: Document): void {
  for (const path of buildArgPaths(document)) {
    const args = document.getIn(path);
    for (const { value } of isMap(args) ? args.items : []) {
      if (isScalar(value) && value.source !== undefined && value.value !== null) value.value = value.source;
    }
  }
}

function buildArgPaths(document: Document): (string | number)[][] {
  const images = document.get('images');
  const bases = document.get('bases');
  const count = typeof images === 'object' && images !== null && 'items' in images ? (images.items as unknown[]) : [];
  const names = isMap(bases) ? bases.items.map(({ key }) => (isScalar(key) ? String(key.value) : String(key))) : [];
  return [
    ...count.map((_, index) => ['images', index, 'build-args']),
    ...names.filter((name) => isMap(document.getIn(['bases', name]))).map((name) => ['bases', name, 'build-args']),
  ];
}

/** `node` and `docker.io/library/node` are one repository. */
function sameRepository(bases: NonNullable<Decoded['bases']>, document: Document, lines: LineCounter): Mistake[] {
  const first = new Map<string, string>();
  return Object.keys(bases).flatMap((name) => {
    const reference = parseImageReference(name);
    const full = reference === null ? name : formatImageReference(reference);
    const other = first.get(full);
    first.set(full, other ?? name);
    if (other === undefined) return [];
    return [
      { message: `"${name}" and "${other}" are one image repository`, ...placeOf(['bases', name], document, lines) },
    ];
  });
}

function sameName(images: NonNullable<Decoded['images']>, document: Document, lines: LineCounter): Mistake[] {
  const names = images.map(({ name }) => name);
  return names.flatMap((name, index) => {
    if (name === undefined || names.indexOf(name) === index) return [];
    return [{ message: `two images have the name "${name}"`, ...placeOf(['images', index, 'name'], document, lines) }];
  });
}

function toBuild(build: NonNullable<Decoded['bases']>[string], line: number): DeclaredBuild {
  return { dockerfile: build.dockerfile, target: build.target ?? null, buildArgs: build['build-args'] ?? {}, line };
}

function toImage(image: NonNullable<Decoded['images']>[number]): PolicyImage {
  return {
    name: image.name ?? null,
    image: image.image ?? null,
    dockerfile: image.dockerfile ?? null,
    target: image.target ?? null,
    buildArgs: image['build-args'] ?? {},
    platform: image.platform ?? null,
    transport: image.transport ?? null,
    context: image.context ?? null,
  };
}

function refused(file: string, mistakes: readonly Mistake[]): UsageError {
  const shown = mistakes.slice(0, 20).map(({ message, line, col }) => `${file}:${line}:${col}: ${message}`);
  const more = mistakes.length > shown.length ? ` (and ${mistakes.length - shown.length} more)` : '';
  return new UsageError('bad-policy', `${shown.join('; ')}${more}`, 'Correct the policy file; nothing was judged.');
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/\p{Cc}+/gu, ' ');
}
