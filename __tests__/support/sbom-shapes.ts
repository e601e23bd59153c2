import { z } from 'zod';

/**
 * What the two standards demand of the documents that are made here: a check of structure, not the whole published
 * schemas (CycloneDX 1.7 bom-1.7.schema.json; SPDX 2.3 spdx-schema.json).
 */

const properties = z.array(z.strictObject({ name: z.string().regex(/^aquasecurity:trivy:/), value: z.string() }));
const component = z.strictObject({
  'bom-ref': z.string().min(1),
  type: z.enum(['library', 'application', 'operating-system', 'container', 'file']),
  group: z.string().optional(),
  name: z.string().min(1),
  version: z.string().optional(),
  supplier: z.strictObject({ name: z.string() }).optional(),
  purl: z.string().startsWith('pkg:').optional(),
  hashes: z.array(z.strictObject({ alg: z.string(), content: z.string() })).optional(),
  licenses: z.array(z.unknown()).optional(),
  properties: properties.optional(),
});

const cycloneDx = z.strictObject({
  $schema: z.literal('http://cyclonedx.org/schema/bom-1.7.schema.json'),
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.7'),
  serialNumber: z.string().regex(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  version: z.int().min(1),
  metadata: z.strictObject({ timestamp: z.iso.datetime({ offset: true }), tools: z.looseObject({}), component }),
  components: z.array(component),
  dependencies: z.array(z.strictObject({ ref: z.string(), dependsOn: z.array(z.string()).optional() })),
  vulnerabilities: z.array(z.never()).optional(),
});

const ID = z.string().regex(/^SPDXRef-[A-Za-z0-9.-]+$/);
const spdx = z.strictObject({
  spdxVersion: z.literal('SPDX-2.3'),
  dataLicense: z.literal('CC0-1.0'),
  SPDXID: z.literal('SPDXRef-DOCUMENT'),
  name: z.string().min(1),
  documentNamespace: z.url(),
  creationInfo: z.strictObject({ creators: z.array(z.string()).min(1), created: z.iso.datetime() }),
  packages: z.array(
    z.looseObject({ name: z.string().min(1), SPDXID: ID, downloadLocation: z.string(), filesAnalyzed: z.boolean() }),
  ),
  files: z.array(z.looseObject({ fileName: z.string(), SPDXID: ID })).optional(),
  hasExtractedLicensingInfos: z.array(z.looseObject({})).optional(),
  relationships: z.array(
    z.strictObject({ spdxElementId: ID, relatedSpdxElement: ID, relationshipType: z.string().regex(/^[A-Z_]+$/) }),
  ),
});

/** What is wrong with it; empty when nothing is. */
export function isCycloneDx(document: unknown): readonly string[] {
  const decoded = cycloneDx.safeParse(document);
  if (!decoded.success) return [z.prettifyError(decoded.error)];
  const { metadata, components, dependencies } = decoded.data;
  const ids = [metadata.component, ...components].map((one) => one['bom-ref']);
  const known = new Set(ids);
  const dangling = dependencies
    .flatMap(({ ref, dependsOn }) => [ref, ...(dependsOn ?? [])])
    .filter((id) => !known.has(id));
  return [...(known.size === ids.length ? [] : ['a bom-ref occurs twice']), ...dangling.map((id) => `unknown ${id}`)];
}

/** The same of SPDX. */
export function isSpdx(document: unknown): readonly string[] {
  const decoded = spdx.safeParse(document);
  if (!decoded.success) return [z.prettifyError(decoded.error)];
  const { packages, files, relationships } = decoded.data;
  const known = new Set(['SPDXRef-DOCUMENT', ...[...packages, ...(files ?? [])].map(({ SPDXID }) => SPDXID)]);
  return relationships
    .flatMap(({ spdxElementId, relatedSpdxElement }) => [spdxElementId, relatedSpdxElement])
    .filter((id) => !known.has(id))
    .map((id) => `unknown ${id}`);
}
