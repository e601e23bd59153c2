import { VerifyError } from '../model/failure.ts';

const ADVICE = 'Build or export the image again; if it still fails, the tool that wrote it broke the image format.';

/** An image that contradicts itself or its format: nothing can be said about it. */
export function damaged(what: string): VerifyError {
  return new VerifyError('image-damaged', `${what}.`, ADVICE);
}

/** An image that would cost more than any real one does. */
export function tooLarge(what: string): VerifyError {
  return new VerifyError(
    'image-too-large',
    `${what}.`,
    'No real image reaches this limit: look at what the build copies in, or where the image comes from.',
  );
}

const SHOWN = 120;

/** A name out of an image, made fit for a message: one line, no control characters, not longer than 120 characters. */
export function shown(text: string): string {
  const cut = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return JSON.stringify(cut).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
