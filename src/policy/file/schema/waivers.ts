import * as z from 'zod';
import { days, list, map, oneOf, text } from './values.ts';

const DATE = 'write the last day on which it counts, like 2026-12-31';

const id = text('an id')
  .max(200, 'an id has at most 200 characters')
  .refine((value) => !/\s/.test(value), 'write one id; several stand in a list under ids');

const purl = text('a package URL, like pkg:npm/lodash').refine(
  (value) => /^pkg:[A-Za-z][A-Za-z0-9.+-]*\/./.test(value),
  'write a package URL, like pkg:npm/lodash',
);

const glob = text('a path, also with * and **');

const waiver = z
  .strictObject(
    {
      id: id.optional(),
      ids: list(id, 'ids', 100).min(1, 'write a list of ids').optional(),
      reason: text('why it is accepted').refine((value) => value.trim() !== '', 'write why it is accepted'),
      expires: z
        .string({ error: () => DATE })
        .refine(isDay, DATE)
        .meta({ format: 'date' }),
      owner: text('who answers for it').optional(),
      image: text('the name of an image').optional(),
      images: list(text('the name of an image'), 'names of images', 100).optional(),
      package: purl.optional(),
      packages: list(purl, 'package URLs', 100).optional(),
      path: glob.optional(),
      paths: list(glob, 'paths', 100).optional(),
      origin: oneOf(['base', 'build', 'app', 'config']).optional(),
    },
    map('write a map with id, reason and expires'),
  )
  .refine(() => false, {
    error: 'name what is accepted: id, or a list of ids',
    when: ({ value }) => isMap(value) && !('id' in value || 'ids' in value),
  })
  .refine(() => false, { error: 'write id or ids, not both', when: ({ value }) => hasBoth(value, 'id', 'ids') })
  .refine(() => false, {
    error: 'write image or images, not both',
    when: ({ value }) => hasBoth(value, 'image', 'images'),
  })
  .refine(() => false, {
    error: 'write package or packages, not both',
    when: ({ value }) => hasBoth(value, 'package', 'packages'),
  })
  .refine(() => false, { error: 'write path or paths, not both', when: ({ value }) => hasBoth(value, 'path', 'paths') })
  .meta({ oneOf: [{ required: ['id'] }, { required: ['ids'] }] });

/** What is accepted, by whom, why and for how long. */
export const waivers = {
  waivers: list(waiver, 'waivers', 2000).describe('Findings that are accepted for a time').optional(),
  'waiver-term': days('write a number of days, like 90d')
    .describe('Longest time for which a waiver may be written; 90d without it')
    .optional(),
};

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(value: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasBoth(value: unknown, one: string, other: string): boolean {
  return isMap(value) && one in value && other in value;
}
