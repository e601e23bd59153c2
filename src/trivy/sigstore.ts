import { bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import seeds from '@sigstore/tuf/seeds.json' with { type: 'json' };
import { type SignedEntity, toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';

/** Who must have signed: both are compared as whole texts. */
export interface SignerIdentity {
  /** The certificate's subject alternative name: the workflow at its tag. */
  readonly subject: string;
  /** Who vouched for the workflow. */
  readonly issuer: string;
}

export interface SignedBytes {
  readonly bytes: Uint8Array;
  /** A Sigstore bundle with a message signature, as JSON text. */
  readonly bundle: string;
  readonly identity: SignerIdentity;
  /** A trusted root as JSON text; null: the public one that is embedded, so that no network is needed. */
  readonly trustedRoot: string | null;
}

/**
 * Verifies that exactly these bytes were signed by exactly this identity: certificate chain, its transparency log, the
 * signature's own log entry and the signature.
 *
 * This module is large and seldom needed: load it with `import()`.
 *
 * @returns when it was signed, as log or timestamp authority say
 * @throws any error when not; its message says why
 */
export function verifySignedBytes({ bytes, bundle, identity, trustedRoot }: SignedBytes): Date {
  const parsed = bundleFromJSON(JSON.parse(bundle));
  if (parsed.content.$case !== 'messageSignature') {
    throw new Error('it holds an attestation, not the signature of a file');
  }
  const root = TrustedRoot.fromJSON(JSON.parse(trustedRoot ?? embeddedRoot()));
  const entity = toSignedEntity(parsed, Buffer.from(bytes));
  const signer = new Verifier(toTrustMaterial(root)).verify(entity);
  // The library's own policy takes the subject for a regular expression.
  const { subjectAlternativeName: subject, extensions } = signer.identity ?? {};
  if (subject !== identity.subject || extensions?.issuer !== identity.issuer) {
    throw new Error(`it was signed by ${subject ?? 'nobody'} (${extensions?.issuer ?? 'no issuer'})`);
  }
  return signingTime(entity);
}

/** All of these were verified; a log entry without the log's promise tells no time and was not taken for one. */
function signingTime({ timestamps }: SignedEntity): Date {
  const times = timestamps.flatMap((stamp) => {
    if (stamp.$case === 'timestamp-authority') {
      return [stamp.timestamp.signingTime.getTime()];
    }
    return stamp.tlogEntry.inclusionPromise === undefined ? [] : [Number(stamp.tlogEntry.integratedTime) * 1000];
  });
  return new Date(Math.max(...times));
}

function embeddedRoot(): string {
  const { targets } = seeds['https://tuf-repo-cdn.sigstore.dev'];
  return Buffer.from(targets['trusted_root.json'], 'base64').toString();
}
