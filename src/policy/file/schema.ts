import * as z from 'zod';
import { parseImageReference } from '../../dockerfile/image-reference.ts';
import { PROFILES, TRANSPORTS } from '../../settings/settings.ts';

const text = (what: string) =>
  z
    .string({ error: () => `write ${what}` })
    .min(1, `write ${what}`)
    .max(1000, `${what} has at most 1000 characters`)
    .refine((value) => !/\p{Cc}/u.test(value), 'control characters are not allowed');

/** Of the repository: reports name it, and no alert could point anywhere else. */
const path = (what: string) =>
  text(what).refine(
    (value) => !/^([\\/]|[A-Za-z]:)/.test(value) && !value.split(/[\\/]/).includes('..'),
    'write a path inside the repository, relative to its root',
  );

const buildArgs = z.record(
  z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'write the name of an ARG'),
  z.string({ error: () => 'write a text (in quotes where YAML would read something else)' }),
  { error: () => 'write a map of names and values' },
);

const build = z.preprocess(
  (value) => (typeof value === 'string' ? { dockerfile: value } : value),
  z.strictObject(
    {
      dockerfile: path('the path of a Dockerfile'),
      target: text('a stage').optional(),
      'build-args': buildArgs.optional(),
    },
    { error: custom('write the path of a Dockerfile, or a map with dockerfile, target and build-args') },
  ),
);

const repository = z.string().refine((name) => {
  const reference = parseImageReference(name);
  return reference !== null && reference.tag === null && reference.digest === null;
}, 'write an image repository without tag and digest, such as ghcr.io/acme/base');

const image = z
  .strictObject(
    {
      name: text('a name').optional(),
      image: text('an image').optional(),
      dockerfile: path('the path of a Dockerfile').optional(),
      target: text('a stage').optional(),
      'build-args': buildArgs.optional(),
      platform: z
        .string({ error: () => 'write os/architecture, such as linux/amd64' })
        .regex(/^[a-z0-9]+\/[a-z0-9_]+(\/[a-z0-9]+)?$/, 'write os/architecture, such as linux/amd64')
        .optional(),
      transport: z.enum(TRANSPORTS, { error: () => `allowed: ${TRANSPORTS.join(', ')}` }).optional(),
      context: path('a folder').optional(),
    },
    { error: custom('write a map with image, dockerfile or both') },
  )
  .refine(
    (value) => value.image !== undefined || value.dockerfile !== undefined,
    'name an image, a Dockerfile or both',
  );

/** The policy file as YAML gives it. Every key that is not here is a mistake: a wrong name must not switch anything off. */
export const policySchema = z.strictObject(
  {
    profile: z.enum(PROFILES, { error: () => `allowed: ${PROFILES.join(', ')}` }).optional(),
    bases: z
      .record(repository, build, { error: custom('write a map of image repositories and Dockerfiles') })
      .optional(),
    images: z
      .array(image, { error: () => 'write a list of images' })
      .max(1000, 'at most 1000 images')
      .optional(),
  },
  { error: custom('write a map with profile, bases and images') },
);

/** Keys that are known at the places that have some; a `*` stands for any name or number. */
export const KNOWN_KEYS: Readonly<Record<string, readonly string[]>> = {
  '': ['profile', 'bases', 'images'],
  'bases.*': ['dockerfile', 'target', 'build-args'],
  'images.*': ['name', 'image', 'dockerfile', 'target', 'build-args', 'platform', 'transport', 'context'],
};

/** Words for a wrong type only: unknown keys keep their own. */
function custom(words: string): (issue: { readonly code: string | undefined }) => string | undefined {
  return ({ code }) => (code === 'invalid_type' ? words : undefined);
}
