import { parseImageReference } from '../../dockerfile/image-reference.ts';
import type { Account } from './created-accounts.ts';

/**
 * The account that a well-known base image brings for programs that need no root, as its makers document it:
 * github.com/nodejs/docker-node (`node`, 1000), github.com/GoogleContainerTools/distroless (`nonroot`, 65532).
 * Null for all others, and for distroless images that select it already.
 */
export function baseAccount(reference: string | null): Account | null {
  const parsed = reference === null ? null : parseImageReference(reference);
  if (parsed === null) return null;
  const { registry, repository, tag } = parsed;
  if (registry === 'docker.io' && repository === 'library/node') return { name: 'node', uid: 1000 };
  const isDistroless = registry === 'gcr.io' && repository.startsWith('distroless/');
  return isDistroless && tag?.includes('nonroot') !== true ? { name: 'nonroot', uid: 65532 } : null;
}
