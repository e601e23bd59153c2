/**
 * Extracts the operations that the tests' fake GitHub answers from GitHub's published OpenAPI description.
 * The package is 404 MB unpacked, so one member is read out of the stream and the small result is committed.
 * Usage: node scripts/openapi.ts [--check]   (--check: compare with the committed file, write nothing)
 */
import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { z } from 'zod';
import { ROOT } from './lib/repository.ts';

const PACKAGE = '@octokit/openapi';
const VERSION = '23.0.2';
const MEMBER = 'package/generated/api.github.com.deref.json';
const OPERATIONS: readonly string[] = [
  'code-scanning/upload-sarif',
  'code-scanning/get-sarif',
  'issues/list-comments',
  'issues/create-comment',
  'issues/update-comment',
  'actions/list-artifacts-for-repo',
  'actions/get-workflow-run',
  'actions/download-artifact',
  'repos/compare-commits',
  'git/get-commit',
  'git/get-tree',
  'git/get-blob',
];
const TARGET = join(ROOT, '__tests__/support/fake-github/openapi.json');

const json = z.unknown();
const content = z.record(z.string(), z.object({ schema: json.optional() }));
const operationShape = z.object({
  operationId: z.string(),
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().optional(), schema: json.optional() }))
    .optional(),
  requestBody: z.object({ required: z.boolean().optional(), content }).optional(),
  responses: z.record(z.string(), z.object({ content: content.optional() })),
});
const descriptionShape = z.object({ paths: z.record(z.string(), z.record(z.string(), json)) });

async function download(folder: string): Promise<string> {
  await promisify(execFile)('npm', ['pack', `${PACKAGE}@${VERSION}`, '--silent', '--pack-destination', folder], {
    cwd: folder,
  });
  const [archive] = await readdir(folder);
  if (archive === undefined) {
    throw new Error(`npm pack wrote no archive of ${PACKAGE}`);
  }
  return join(folder, archive);
}

async function readMember(archive: string): Promise<unknown> {
  const entries = extract();
  createReadStream(archive)
    .on('error', (error) => entries.destroy(error))
    .pipe(createGunzip())
    .on('error', (error) => entries.destroy(error))
    .pipe(entries);
  for await (const entry of entries) {
    if (entry.header.name !== MEMBER) {
      entry.resume();
      continue;
    }
    return JSON.parse(await text(entry));
  }
  throw new Error(`${PACKAGE}@${VERSION} has no ${MEMBER}`);
}

/** What validates, without what only explains: prose and examples are nine tenths of the text. */
function bare(schema: unknown, inProperties = false): unknown {
  if (Array.isArray(schema)) {
    return schema.map((item) => bare(item));
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  const kept = Object.entries(schema).filter(
    ([key]) => inProperties || !['description', 'example', 'examples', 'title', 'externalDocs'].includes(key),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, bare(value, key === 'properties' && !inProperties)]));
}

function pick(description: unknown): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [path, methods] of Object.entries(descriptionShape.parse(description).paths)) {
    for (const [method, value] of Object.entries(methods)) {
      const operation = operationShape.safeParse(value);
      if (operation.success && OPERATIONS.includes(operation.data.operationId)) {
        found[operation.data.operationId] = condensed(method, path, operation.data);
      }
    }
  }
  const missing = OPERATIONS.filter((id) => !(id in found));
  if (missing.length > 0) {
    throw new Error(`${PACKAGE}@${VERSION} has no operation ${missing.join(', ')}`);
  }
  return Object.fromEntries(OPERATIONS.map((id) => [id, found[id]]));
}

function condensed(method: string, path: string, operation: z.infer<typeof operationShape>): unknown {
  const jsonSchema = (media: z.infer<typeof content> | undefined): unknown =>
    bare(media?.['application/json']?.schema ?? null);
  return {
    method: method.toUpperCase(),
    path,
    parameters: (operation.parameters ?? []).map((parameter) => ({
      name: parameter.name,
      in: parameter.in,
      required: parameter.required ?? false,
      schema: bare(parameter.schema ?? {}),
    })),
    body: operation.requestBody === undefined ? null : jsonSchema(operation.requestBody.content),
    responses: Object.fromEntries(
      Object.entries(operation.responses).map(([status, response]) => [status, jsonSchema(response.content)]),
    ),
  };
}

const folder = await mkdtemp(join(tmpdir(), 'openapi-'));
try {
  const operations = pick(await readMember(await download(folder)));
  const result = { source: `${PACKAGE}@${VERSION}`, operations };
  if (!process.argv.includes('--check')) {
    await writeFile(TARGET, `${JSON.stringify(result, null, 2)}\n`);
    await promisify(execFile)(join(ROOT, 'node_modules/.bin/biome'), ['format', '--write', TARGET], { cwd: ROOT });
    console.log(`${TARGET}: ${Object.keys(operations).join(', ')}`);
  } else if (JSON.stringify(result) === JSON.stringify(JSON.parse(await readFile(TARGET, 'utf8')))) {
    console.log('The committed operations are those of the package.');
  } else {
    console.error(`${TARGET} differs from ${PACKAGE}@${VERSION}: run node scripts/openapi.ts`);
    process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
