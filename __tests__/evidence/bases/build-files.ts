import { repository, type Texts } from './repository.ts';

export const BASE = 'FROM scratch\nARG WHO=app\nUSER $WHO\nEXPOSE 3000\n';
export const child = (from: string): string => `FROM ${from}\n`;
export const V = (name: string): string => `\${${name}}`;
export const X = (expression: string): string => `\${{ ${expression} }}`;

/** Files that build x.io/acme/base from base/Dockerfile, each in its own way. */
export const COMPOSE = 'services:\n  base:\n    image: x.io/acme/base:1\n    build: ./base\n';

export async function chainOf(texts: Texts, from = 'x.io/acme/base:1', env: Readonly<Record<string, string>> = {}) {
  await using repo = await repository({ 'base/Dockerfile': BASE, Dockerfile: child(from), ...texts }, { env });
  // Awaited here: the folder goes away with this function.
  return await repo.chain('Dockerfile');
}

export function workflow(step: string, more = ''): Texts {
  return { '.github/workflows/build.yml': `${more}jobs:\n  build:\n    steps:\n${step}` };
}

export function buildPush(inputs: Readonly<Record<string, string>>): string {
  const lines = Object.entries(inputs).map(([name, value]) => `          ${name}: ${JSON.stringify(value)}\n`);
  return `      - uses: docker/build-push-action@v6\n        with:\n${lines.join('')}`;
}

export const run = (script: string): Texts => workflow(`      - run: ${JSON.stringify(script)}\n`);
