/** One repository of a registry, as the distribution protocol addresses it. */
export interface RegistryPlace {
  /** The name in docker's config, such as `ghcr.io`, `docker.io` or `127.0.0.1:5000`. */
  readonly registry: string;
  /** Such as `https://ghcr.io`. */
  readonly origin: string;
  /** Such as `library/node`. */
  readonly repository: string;
}

/** Docker Hub's registry has another address than its images' names say. */
export function originOf(registry: string): string {
  return registry === 'docker.io' ? 'https://registry-1.docker.io' : `${schemeOf(registry)}://${registry}`;
}

/** As docker does: only this machine itself is spoken to without TLS. */
function schemeOf(registry: string): 'http' | 'https' {
  const host = registry.replace(/:\d+$/, '');
  return host === '127.0.0.1' || host === 'localhost' ? 'http' : 'https';
}
