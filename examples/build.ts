import { join } from 'node:path';
import { type BuiltImage, buildOciLayout, type ImageSpec } from '../__tests__/support/image-builder/index.ts';
import { carelessServer } from './images/careless-server.ts';
import { hardenedServer } from './images/hardened-server.ts';

export const EXAMPLES: Readonly<Record<ExampleName, (folder: string) => Promise<ImageSpec>>> = {
  'hardened-server': hardenedServer,
  'careless-server': carelessServer,
};

export const EXAMPLE_NAMES = ['hardened-server', 'careless-server'] as const;

export type ExampleName = (typeof EXAMPLE_NAMES)[number];

/** The folder of an example's Dockerfile and source. */
export function exampleFolder(name: ExampleName): string {
  return join(import.meta.dirname, name);
}

/** Writes each example's image as an OCI layout to `folder/<name>`. The same sources give the same bytes. */
export async function buildExamples(folder: string): Promise<Readonly<Record<ExampleName, BuiltImage>>> {
  return {
    'hardened-server': await buildOne('hardened-server', folder),
    'careless-server': await buildOne('careless-server', folder),
  };
}

async function buildOne(name: ExampleName, folder: string): Promise<BuiltImage> {
  const spec = await EXAMPLES[name](exampleFolder(name));
  return buildOciLayout(spec, join(folder, name));
}
