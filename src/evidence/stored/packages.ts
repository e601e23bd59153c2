import * as z from 'zod';

const component = z.object({
  type: z.string().catch(''),
  name: z.string().catch(''),
  'bom-ref': z.string().catch(''),
  purl: z.string().optional().catch(undefined),
  properties: z
    .array(z.object({ name: z.string(), value: z.string() }))
    .optional()
    .catch([]),
});

type Component = z.output<typeof component>;

const dependency = z.object({ ref: z.string(), dependsOn: z.array(z.string()).catch([]) });

/** Trivy's own properties (pkg/sbom/io/encode.go): the path of a package's metadata in the image, and a result's class. */
const PATH = 'aquasecurity:trivy:FilePath';
const CLASS = 'aquasecurity:trivy:Class';

/**
 * Whether a bill of materials names a package, by its package URL with version, at a path in the image (without a leading
 * slash; null for packages that have none). Packages of one file, such as a program, have that file's path.
 */
export function packagesOf(sbom: Readonly<Record<string, unknown>>): (purl: string, path: string | null) => boolean {
  const components = decoded(sbom['components'], component);
  const files = filesOf(components, decoded(sbom['dependencies'], dependency));
  const known = new Set<string>();
  for (const one of components) {
    if (one.purl === undefined) continue;
    const path = property(one, PATH) ?? files.get(one['bom-ref']) ?? '';
    known.add(`${one.purl}\0${path.replace(/^\/+/, '')}`);
  }
  return (purl, path) => known.has(`${purl}\0${path ?? ''}`);
}

/** The files that hold packages, by the references of these: whatever such a file's component depends on is in it. */
function filesOf(
  components: readonly Component[],
  dependencies: readonly z.output<typeof dependency>[],
): ReadonlyMap<string, string> {
  const below = new Map(dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const files = new Map<string, string>();
  for (const one of components) {
    if (one.type !== 'application' || property(one, CLASS) !== 'lang-pkgs') continue;
    // Each reference once, whatever circles a document has.
    const open = [...(below.get(one['bom-ref']) ?? [])];
    for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
      if (files.has(ref)) continue;
      files.set(ref, one.name);
      for (const next of below.get(ref) ?? []) open.push(next);
    }
  }
  return files;
}

function property({ properties = [] }: Component, wanted: string): string | undefined {
  return properties.find(({ name }) => name === wanted)?.value;
}

function decoded<T>(listed: unknown, shape: z.ZodType<T>): readonly T[] {
  return (Array.isArray(listed) ? listed : []).flatMap((one) => {
    const { data } = shape.safeParse(one);
    return data === undefined ? [] : [data];
  });
}
