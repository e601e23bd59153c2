import { join } from 'node:path';
import type { Env } from '../../../host/ports.ts';
import type { RepositoryView } from '../../repository-view.ts';
import { bakeBuilds } from './bake.ts';
import type { BuildStep } from './build-step.ts';
import { composeBuilds } from './compose.ts';
import { workflowBuilds } from './workflow.ts';

/** What the repository says about the images it builds. */
export interface RepositoryBuilds {
  readonly steps: readonly BuildStep[];
  /** All Dockerfiles by their names, for suggestions. */
  readonly dockerfiles: readonly string[];
}

const LARGEST = 512 * 1024;
const LARGEST_TOGETHER = 4 * 1024 * 1024;

type Reader = (text: string, file: string) => readonly BuildStep[];

/** Reads compose files, bake files and workflows. What cannot be read tells nothing. */
export async function findBuilds(
  root: string,
  env: Env,
  view: Pick<RepositoryView, 'files' | 'present'>,
): Promise<RepositoryBuilds> {
  const files = await view.present(root);
  const all = new Set(files);
  const repository = env.get('GITHUB_REPOSITORY') ?? null;
  const readerOf = (file: string): Reader | null => {
    const name = file.split('/').at(-1) ?? '';
    if (/^(docker-)?compose([.-][\w.-]+)?\.ya?ml$/.test(name)) return composeBuilds;
    if (/^docker-bake([.-][\w.-]+)?\.(json|hcl)$/.test(name)) {
      return (text, path) => bakeBuilds(text, path, (dockerfile) => all.has(dockerfile));
    }
    const isWorkflow = /^\.github\/workflows\/[^/]+\.ya?ml$/.test(file);
    return isWorkflow ? (text, path) => workflowBuilds(text, path, repository) : null;
  };
  const steps: BuildStep[] = [];
  let left = LARGEST_TOGETHER;
  for (const file of files) {
    const read = readerOf(file);
    if (read === null) continue;
    const text = await view.files.readText(join(root, file), Math.min(LARGEST, left)).catch(() => '');
    left -= text.length;
    // Parsing takes much longer than looking.
    if (/build|target/.test(text)) steps.push(...read(text, file).filter(({ dockerfile }) => all.has(dockerfile)));
  }
  return { steps, dockerfiles: files.filter(isDockerfile) };
}

function isDockerfile(path: string): boolean {
  return /(^|\/)(Dockerfile(\.[^/]+)?|[^/]+\.Dockerfile|Containerfile)$/.test(path) && !path.endsWith('.dockerignore');
}
