import { damaged } from '../image/damaged.ts';
import { errorCode, errorMessage } from '../model/error-code.ts';
import { UsageError, VerifyError } from '../model/failure.ts';
import type { RegistryErrors } from '../registry/session.ts';

/** What is asked of a registry for an image, in the words of its errors. */
export const MANIFEST = 'the manifest';

/** A registry's refusals as errors of one line that name it and the login that was tried. */
export function registryErrors(registry: string): RegistryErrors {
  return {
    refused: (status, what, login) => refused(registry, status, what, login === '' ? '' : `: ${login}`),
    unreachable: (error, what) => {
      if (errorCode(error) === 'EFBIG') return damaged(`${registry} sends more for ${what} than is stated`);
      return new VerifyError(
        'registry-network',
        `${registry} did not give ${what}: ${errorMessage(error)}.`,
        'Check name resolution, proxy (HTTPS_PROXY, NO_PROXY) and certificates (NODE_EXTRA_CA_CERTS).',
      );
    },
  };
}

function refused(registry: string, status: number, what: string, login: string): Error {
  if (status === 401 || status === 403) {
    return new VerifyError(
      'registry-denied',
      `${registry} does not let this user have ${what} (${status})${login}.`,
      `Check the name, and log in before (docker login ${registry}; in a workflow docker/login-action).`,
    );
  }
  if (status === 404 || status === 410) return missing(registry, status, what, login);
  if (status === 429) {
    return new VerifyError(
      'registry-rate-limit',
      `${registry} refuses further downloads for now (429)${login}.`,
      `Run again later, or log in before (docker login ${registry}): most registries allow more then.`,
    );
  }
  return new VerifyError(
    'registry-error',
    `${registry} did not give ${what}: it answered with an error (${status}).`,
    'Run again later.',
  );
}

function missing(registry: string, status: number, what: string, login: string): Error {
  return what === MANIFEST
    ? new UsageError(
        'image-not-found',
        `${registry} has no such image (${status})${login}.`,
        'Check the name and the tag. A registry may also answer so to a user who may not see the image: log in before.',
      )
    : damaged(`${registry} does not have ${what}, which the image names (${status})`);
}
