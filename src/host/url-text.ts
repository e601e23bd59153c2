/** A URL for messages: without user name, password and query, which may be secrets of a mirror. */
export function withoutCredentials(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname}`;
  } catch {
    return 'a URL that cannot be read';
  }
}
