/**
 * The percent-encoded relative URI of a file of the repository; null for anything that cannot be one: an absolute path,
 * one that leads out of the repository, one with control characters.
 */
export function repositoryUri(file: string): string | null {
  const segments = file.split('/');
  const inside = segments.every((segment) => segment !== '' && segment !== '.' && segment !== '..');
  if (!inside || file.length > 1000 || !file.isWellFormed() || /[\p{Cc}\p{Cf}\\]/u.test(file)) return null;
  return segments.map(encodeURIComponent).join('/');
}
