/**
 * The code of a Node error, such as `ENOENT` or `Z_DATA_ERROR`; '' when there is none. It goes by the shape: an error
 * from another realm (a worker, a test's sandbox) is no `instanceof Error` here.
 */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** What an error says, in one line. */
export function errorMessage(error: unknown): string {
  const message =
    typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
  return message.replace(/\p{Cc}+/gu, ' ');
}
