import type { Build, Found } from './found.ts';

/** The versions that the README names. */
export const CHECKOUT = 'actions/checkout@v5';
export const GATE = 'image-hardening-gate/image-hardening-gate@v0';

/** A workflow that builds every image and gates it. All names in it are plain: nothing needs quotes. */
export function workflowText({ bases, servers, defaultBranch }: Found): string {
  const built = bases.flatMap(({ reference, ...build }) => (reference === null ? [] : [command(reference, build)]));
  return `${[
    '# Builds the images and gates them. Written by `image-gate init`; now it is yours.',
    '# Pin the actions by their full commit SHA, and let Dependabot renew them.',
    'name: image-gate',
    '',
    'on:',
    '  push:',
    `    branches: [${defaultBranch}]`,
    '  pull_request:',
    '  merge_group:',
    '  schedule:',
    '    # New advisories show up here, and not on a pull request that has nothing to do with them.',
    `    - cron: "${minute(servers.map(({ name }) => name).join())} 5 * * *"`,
    '',
    'permissions: {}',
    '',
    'concurrency:',
    '  group: image-gate-${{ github.ref }}',
    "  cancel-in-progress: ${{ github.event_name == 'pull_request' }}",
    '',
    'jobs:',
    '  image-gate:',
    '    runs-on: ubuntu-latest',
    '    timeout-minutes: 60',
    '    permissions:',
    '      contents: read # to check out, and to read the policy of the base branch',
    '      security-events: write # for alerts in the Security tab; without it there is one notice',
    '      actions: read # to compare images with those of the default branch',
    '    steps:',
    `      - uses: ${CHECKOUT}`,
    '        with:',
    '          persist-credentials: false',
    ...(built.length === 0 ? [] : ['      - name: Build the bases', '        run: |', ...built.map(indented)]),
    '      - name: Build the images',
    '        run: |',
    ...servers.map((server) => indented(command(server.image, server))),
    `      - uses: ${GATE}`,
    '        with:',
    '          image: |',
    ...servers.map(({ image }) => `            ${image}`),
    '          dockerfile: |',
    ...servers.map(({ dockerfile }) => `            ${dockerfile}`),
  ].join('\n')}\n`;
}

function command(image: string, { dockerfile, context, target }: Build): string {
  const stage = target === null ? '' : ` --target ${target}`;
  return `docker build --tag ${image} --file ${dockerfile}${stage} ${context}`;
}

function indented(line: string): string {
  return `          ${line}`;
}

/** Any minute but the full hour, at which everybody's jobs start. */
function minute(names: string): number {
  return 3 + ([...names].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % 54);
}
