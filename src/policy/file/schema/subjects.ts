import * as z from 'zod';
import { parseImageReference } from '../../../dockerfile/image-reference.ts';
import { TRANSPORTS } from '../../../settings/settings.ts';
import { either, list, map, oneOf, path, text } from './values.ts';

const buildArgs = z
  .record(
    z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'write the name of an ARG'),
    z
      .string({ error: () => 'write a text (in quotes where YAML would read something else)' })
      // Numbers and the like are taken as they are written.
      .meta({ type: ['string', 'number', 'boolean'] }),
    { error: () => 'write a map of names and values' },
  )
  .describe('Build arguments');

const BUILD = 'write the path of a Dockerfile, or a map with dockerfile, target and build-args';
const build = either(
  BUILD,
  path('the path of a Dockerfile'),
  z.strictObject(
    {
      dockerfile: path('the path of a Dockerfile'),
      target: text('a stage').optional(),
      'build-args': buildArgs.optional(),
    },
    map(BUILD),
  ),
);

const repository = z.string().refine((name) => {
  const reference = parseImageReference(name);
  return reference !== null && reference.tag === null && reference.digest === null;
}, 'write an image repository without tag and digest, such as ghcr.io/acme/base');

const image = z
  .strictObject(
    {
      name: text('a name').describe('Stays in alerts for good; holds no tag').optional(),
      image: text('an image').describe('As the input image takes it').optional(),
      dockerfile: path('the path of a Dockerfile').optional(),
      context: path('a folder').describe('Folder that the build gets').optional(),
      target: text('a stage').describe('Stage that is built; without it the last one').optional(),
      'build-args': buildArgs.optional(),
      platform: z
        .string({ error: () => 'write os/architecture, such as linux/amd64' })
        .regex(/^[a-z0-9]+\/[a-z0-9_]+(\/[a-z0-9]+)?$/, 'write os/architecture, such as linux/amd64')
        .optional(),
      transport: oneOf(TRANSPORTS).optional(),
    },
    map('write a map with image, dockerfile or both'),
  )
  .refine((value) => value.image !== undefined || value.dockerfile !== undefined, {
    error: 'name an image, a Dockerfile or both',
    when: ({ value }) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      !('image' in value || 'dockerfile' in value),
  })
  .meta({ anyOf: [{ required: ['image'] }, { required: ['dockerfile'] }] });

/** What is judged, and what it is built upon. */
export const subjects = {
  images: list(image, 'images').describe('Judged when neither an image nor a Dockerfile is named').optional(),
  bases: z
    .record(repository, build, map('write a map of image repositories and Dockerfiles'))
    .refine((all) => Object.keys(all).length <= 1000, 'at most 1000 bases')
    .describe('Image repository → the Dockerfile of this repository that builds it')
    .optional(),
};
