import { dirname } from 'node:path';
import { errorMessage } from '../model/error-code.ts';
import type { Artifacts } from './ports.ts';

/**
 * Artifacts of the run that this process is a step of. The client is loaded with the first upload: it is larger than all
 * the rest of the gate together, and most runs keep nothing.
 */
export const actionsArtifacts: Artifacts = {
  async upload(artifact, file) {
    // The runner gives both to actions alone, and not to every one: a container step or another server has none.
    if (!process.env['ACTIONS_RUNTIME_TOKEN'] || !process.env['ACTIONS_RESULTS_URL']) return { kind: 'unavailable' };
    try {
      const { DefaultArtifactClient } = await import('@actions/artifact');
      const { id, size } = await new DefaultArtifactClient().uploadArtifact(artifact, [file], dirname(file));
      return id === undefined
        ? { kind: 'refused', message: 'the server named no artifact' }
        : { kind: 'uploaded', id, bytes: size ?? 0 };
    } catch (error) {
      // Enterprise Servers have none of the kind that this client knows.
      if (error instanceof Error && error.name === 'GHESNotSupportedError') return { kind: 'unavailable' };
      return { kind: 'refused', message: errorMessage(error) };
    }
  },
};
