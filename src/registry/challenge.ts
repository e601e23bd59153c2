/** What a registry asks for with status 401. */
export type Challenge =
  | { readonly scheme: 'basic' }
  | { readonly scheme: 'bearer'; readonly realm: URL; readonly service: string | null; readonly scope: string | null };

/**
 * Reads a `WWW-Authenticate` header (RFC 9110, section 11.6.1; distribution's token specification). Null for what is
 * not understood. A token server is spoken to over TLS, unless the registry itself is not.
 */
export function parseChallenge(header: string, registryOrigin: string): Challenge | null {
  const [, scheme = '', rest = ''] = /^\s*([A-Za-z]{1,20})(?:\s+(.{0,4000}))?$/.exec(header) ?? [];
  if (scheme.toLowerCase() === 'basic') {
    return { scheme: 'basic' };
  }
  if (scheme.toLowerCase() !== 'bearer') {
    return null;
  }
  const parameters = new Map(
    [...rest.matchAll(/([a-z]{1,20})="([^"]{0,2000})"/gi)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value,
    ]),
  );
  const realm = URL.parse(parameters.get('realm') ?? '');
  const allowed = registryOrigin.startsWith('https:') ? ['https:'] : ['http:', 'https:'];
  return realm === null || !allowed.includes(realm.protocol)
    ? null
    : {
        scheme: 'bearer',
        realm,
        service: parameters.get('service') ?? null,
        scope: parameters.get('scope') ?? null,
      };
}
