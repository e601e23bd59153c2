import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { commitAll } from '../support/git-repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Three MCP servers, and the base that two of them are built upon. */
export const SERVERS: Readonly<Record<string, string>> = {
  'servers/base/Dockerfile': 'FROM node:24-slim\nRUN useradd -u 10001 app\nUSER 10001\n',
  'servers/time/Dockerfile':
    'FROM ghcr.io/acme/mcp-base:1\nCOPY server.js /app/\nEXPOSE 8080 9229\nENTRYPOINT ["node", "/app/server.js"]\n',
  'servers/time/server.js': '',
  'servers/git/Dockerfile':
    'FROM ghcr.io/acme/mcp-base:1\nCOPY servers/git/server.js /app/\nENTRYPOINT ["node", "/app/server.js", "--stdio"]\n',
  'servers/git/server.js': '',
  'Dockerfile.fetch': 'FROM node:24-slim\nUSER root\nCOPY . /app\nENTRYPOINT ["node", "/app/server.js"]\n',
  'server.js': '',
};

/** A git repository with these files, all of them committed to the branch `main`. */
export async function committed(
  texts: Readonly<Record<string, string>>,
): Promise<{ readonly path: string } & AsyncDisposable> {
  const folder = await temporaryFolder('init');
  for (const [file, text] of Object.entries(texts)) {
    await mkdir(dirname(join(folder.path, file)), { recursive: true });
    await writeFile(join(folder.path, file), text);
  }
  await commitAll(folder.path, 'acme/servers');
  return folder;
}
