import { parseImageReference } from '../dockerfile/image-reference.ts';
import { POLICY_SCHEMA_URL } from '../policy/file/json-schema.ts';
import { comment } from './comment.ts';
import type { Found, FoundBase, FoundServer } from './found.ts';

/** A commented policy file that fits what was found. `readPolicyFile` takes it without a mistake. */
export function policyText(found: Found): string {
  const parts = [
    [
      `# yaml-language-server: $schema=${POLICY_SCHEMA_URL}`,
      '# What image-gate demands of the images of this repository. Written by `image-gate init`; now it is yours.',
      '',
      '# mcp: the promises of MCP servers; container: any other image; strict: without concessions.',
      'profile: mcp',
      '# The lowest severity that fails the gate, also by origin: { base: critical, app: high }.',
      'fail-on: high',
    ],
    portLines(found.servers),
    found.bases.length === 0 ? [] : baseLines(found.bases),
    found.servers.length === 0 ? [] : imageLines(found.servers),
    found.leftOut.length === 0 ? [] : leftOutLines(found.leftOut),
    LATER,
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function portLines(servers: readonly FoundServer[]): readonly string[] {
  const ports = [...new Set(servers.flatMap((server) => server.ports))];
  if (ports.every((port) => port === '3000/tcp')) return [];
  return [
    '# Ports that may be exposed; without this line only 3000/tcp. These are exposed today: is each one meant?',
    `allowed-ports: [${ports.join(', ')}]`,
  ];
}

function baseLines(bases: readonly FoundBase[]): readonly string[] {
  const known = new Set<string>();
  const lines = bases.flatMap((base): readonly string[] => {
    const { dockerfile, target, repository, reference, proved, because } = base;
    const entry = target === null ? dockerfile : `{ dockerfile: ${dockerfile}, target: ${target} }`;
    const line = `${repository}: ${entry} # ${comment(proved ? because : `check: ${because}`)}`;
    // An image that FROM fixes by its digest may be an older build: then the file of today says nothing of it. And one
    // repository stands here once, whatever its tags.
    const name = fullName(repository);
    const isOpen = reference !== null && !known.has(name);
    if (isOpen) known.add(name);
    return isOpen ? [`  ${line}`] : known.has(name) && reference !== null ? [] : [`  # ${line}`];
  });
  return [
    '# Images that others here are built upon → the Dockerfile that builds them. What it sets, the others inherit.',
    ...(known.size > 0 ? ['bases:', ...lines] : ['# bases:', ...lines.map((line) => line.replace(/^ {2}# /, '#   '))]),
  ];
}

/** `node` and `docker.io/library/node` are one repository. */
function fullName(repository: string): string {
  const parsed = parseImageReference(repository);
  return parsed === null ? repository : `${parsed.registry}/${parsed.repository}`;
}

function imageLines(servers: readonly FoundServer[]): readonly string[] {
  return [
    '# What is judged when nothing is named: here the Dockerfiles. The workflow names the images that it has built.',
    'images:',
    ...servers.flatMap((server) => [
      `  - name: ${server.name}`,
      `    dockerfile: ${server.dockerfile}`,
      `    context: ${server.context}`,
      ...(server.target === null ? [] : [`    target: ${server.target}`]),
      server.transport === null
        ? `    # transport: stdio # or http, both; ${comment(server.because)}`
        : `    transport: ${server.transport} # ${comment(server.because)}`,
    ]),
  ];
}

function leftOutLines(leftOut: Found['leftOut']): readonly string[] {
  return [
    '# Not judged:',
    ...leftOut.map(({ dockerfile, reason }) => `#   ${comment(dockerfile)}: ${comment(reason)}`),
  ];
}

const LATER = [
  '# More, when it is needed:',
  '# rules: { labels-oci: off } # another severity for a rule, or off',
  '# allowed-bases: ["node:*-slim", "ghcr.io/acme/**"] # only these images take part in builds',
  '# grace: { critical: 7d, high: 30d, medium: 90d } # days from the publication of an advisory until it fails the gate',
  '# waivers: # findings that are accepted; `image-gate waive` writes them',
  '#   - id: CVE-2026-12345',
  '#     reason: the function is never called',
  '#     expires: 2026-12-31',
];
