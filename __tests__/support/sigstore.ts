import { createHash, generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { bundleToJSON } from '@sigstore/bundle';
import { fulcioHandler, initializeCA, initializeCTLog, initializeTLog, rekorHandler } from '@sigstore/mock';
import { HashAlgorithm, PublicKeyDetails, TrustedRoot } from '@sigstore/protobuf-specs';
import { DSSEBundleBuilder, FulcioSigner, MessageSignatureBundleBuilder, RekorWitness } from '@sigstore/sign';

export interface Signing {
  /** The certificate's subject alternative name. */
  readonly subject: string;
  readonly issuer: string;
  /** An attestation about the bytes instead of a signature of them. */
  readonly attest?: boolean;
}

/** A Fulcio and a Rekor on loopback that sign whatever they are asked to, and the trusted root that belongs to them. */
export interface Sigstore extends AsyncDisposable {
  readonly trustedRoot: string;
  /** The bundle of some bytes, as JSON text. */
  sign(bytes: Uint8Array, signing: Signing): Promise<string>;
}

/** The identity of Trivy's release workflow. */
export function releaseSigning(version: string): Signing {
  return {
    subject: `https://github.com/aquasecurity/trivy/.github/workflows/reusable-release.yaml@refs/tags/v${version}`,
    issuer: 'https://token.actions.githubusercontent.com',
  };
}

/** @param now when certificates and log entries are made */
export async function startSigstore(now: Date): Promise<Sigstore> {
  const keys = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const ctlog = await initializeCTLog(keys(), now);
  const ca = await initializeCA(keys(), ctlog, now);
  const tlog = await initializeTLog('https://rekor.example', keys(), now);
  const handlers = [fulcioHandler(ca, { strict: true }), rekorHandler(tlog, { strict: true })];
  const answerTo = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const handler = handlers.find(({ path }) => path === request.url);
    const answer = await handler?.fn(await text(request));
    response.writeHead(answer?.statusCode ?? 404, { 'content-type': answer?.contentType ?? 'text/plain' });
    response.end(answer?.response);
  };
  const server = createServer((request, response) => {
    answerTo(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const start = new Date(now.getTime() - 1000);
  const logOf = (publicKey: Buffer, baseUrl: string, keyId: Uint8Array) => ({
    baseUrl,
    hashAlgorithm: HashAlgorithm.SHA2_256,
    publicKey: { rawBytes: publicKey, keyDetails: PublicKeyDetails.PKIX_ECDSA_P256_SHA_256, validFor: { start } },
    logId: { keyId: Buffer.from(keyId) },
    checkpointKeyId: undefined,
    operator: '',
  });
  const root: TrustedRoot = {
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [logOf(tlog.publicKey, 'https://rekor.example', createHash('sha256').update(tlog.publicKey).digest())],
    ctlogs: [logOf(ctlog.publicKey, 'https://ct.example', bytesOf(ctlog.logID))],
    certificateAuthorities: [
      {
        subject: { commonName: 'stand-in', organization: 'test' },
        uri: 'https://fulcio.example',
        certChain: { certificates: [{ rawBytes: bytesOf(ca.rootCertificate) }] },
        validFor: { start },
        operator: '',
      },
    ],
    timestampAuthorities: [],
  };
  return {
    trustedRoot: JSON.stringify(TrustedRoot.toJSON(root)),
    sign: async (bytes, signing) => {
      const signer = new FulcioSigner({
        fulcioBaseURL: url,
        identityProvider: { getToken: async () => unsignedToken({ sub: signing.subject, iss: signing.issuer }) },
      });
      const witnesses = [new RekorWitness({ rekorBaseURL: url })];
      const builder =
        signing.attest === true
          ? new DSSEBundleBuilder({ signer, witnesses })
          : new MessageSignatureBundleBuilder({ signer, witnesses });
      const bundle = await builder.create({ data: Buffer.from(bytes), type: 'application/vnd.in-toto+json' });
      return JSON.stringify(bundleToJSON(bundle));
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** The stand-in believes every token. */
function unsignedToken(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(claims)}.`;
}

function bytesOf(view: ArrayBufferView): Buffer {
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength);
}
