import { errorCode } from '../model/error-code.ts';

export interface WatchedOutput {
  /**
   * Resolves when all that was written is out: null, or why it is not. That nobody reads any more, as behind `| head`, is
   * no failure.
   */
  flushed(): Promise<Error | null>;
}

/** A stream that fails while nobody listens ends the process with a stack trace, in the middle of what it does. */
export function watchOutput(output: NodeJS.WritableStream, messages: NodeJS.WritableStream): WatchedOutput {
  let failure: Error | null = null;
  output.on('error', (error: Error) => {
    if (errorCode(error) !== 'EPIPE') failure ??= error;
  });
  // There is no other place to tell it.
  messages.on('error', () => undefined);
  return {
    flushed: async () => {
      await new Promise((resolve) => output.write('', resolve));
      return failure;
    },
  };
}
