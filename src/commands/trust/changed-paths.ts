import { relative, resolve, sep } from 'node:path';
import { indexMarks } from '../../evidence/commit-objects-git.ts';
import type { Host } from '../../host/ports.ts';
import { isInside } from '../../policy/trust/table.ts';
import type { BaseCommit } from '../base-commit.ts';

/** Whether a change wrote what a path leads to; see `changedPaths`. */
export type IsChanged = (path: string) => boolean;

/**
 * Tells which paths of the checkout a change has written. Only what git tracks is looked at: the rest of the workspace
 * comes from steps of the workflow. What cannot be told counts as changed.
 */
export async function changedPaths(
  { files, root }: Pick<BaseCommit, 'files' | 'root'>,
  workingDirectory: string,
  host: Pick<Host, 'exec' | 'env'>,
): Promise<IsChanged> {
  const [before, now] = await Promise.all([files.marks(), indexMarks(root, host)]);
  const differing = new Set<string>();
  for (const [path, mark] of now ?? []) {
    // A link may lead to something that changed.
    if (before?.get(path) !== mark || mark.startsWith('link ')) differing.add(path);
  }
  for (const path of before?.keys() ?? []) if (now?.has(path) !== true) differing.add(path);
  return (path) => {
    const full = resolve(workingDirectory, path);
    if (!isInside(full, root)) return false;
    if (before === null || now === null) return true;
    const inside = relative(root, full).split(sep).join('/');
    return [...differing].some(
      (one) => inside === '' || one === inside || one.startsWith(`${inside}/`) || inside.startsWith(`${one}/`),
    );
  };
}
