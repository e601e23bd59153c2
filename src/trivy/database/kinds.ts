import { boltFault } from './bolt-file.ts';
import { sqliteFault } from './sqlite-file.ts';

/** One of Trivy's databases: an OCI artifact whose only layer is a gzipped tar file with two files. */
export interface DatabaseKind {
  readonly title: string;
  /** In Trivy's cache folder. */
  readonly folder: 'db' | 'java-db';
  readonly file: string;
  readonly layerType: string;
  /** That this version of the gate, and every Trivy that it installs, can read. */
  readonly schema: number;
  readonly defaultTag: string;
  /** Those that Trivy 0.74.0 asks by default, in its order. */
  readonly repositories: readonly string[];
  /** Of the layer as it is downloaded. */
  readonly maxLayerBytes: number;
  /** Of all that it unpacks to. */
  readonly maxUnpackedBytes: number;
  /** What is wrong with the file, from its first bytes and its size; null when it is whole. */
  readonly fault: (head: Uint8Array, size: number) => string | null;
}

const MIB = 1024 * 1024;

export const VULNERABILITY_DATABASE: DatabaseKind = {
  title: 'advisory database',
  folder: 'db',
  file: 'trivy.db',
  layerType: 'application/vnd.aquasec.trivy.db.layer.v1.tar+gzip',
  schema: 2,
  defaultTag: '2',
  repositories: ['mirror.gcr.io/aquasec/trivy-db:2', 'ghcr.io/aquasecurity/trivy-db:2'],
  maxLayerBytes: 1024 * MIB,
  maxUnpackedBytes: 8 * 1024 * MIB,
  fault: boltFault,
};

/** Which Java archive is which, by their sums. It holds no advisories, so its age decides nothing. */
export const JAVA_DATABASE: DatabaseKind = {
  title: 'Java database',
  folder: 'java-db',
  file: 'trivy-java.db',
  layerType: 'application/vnd.aquasec.trivy.javadb.layer.v1.tar+gzip',
  schema: 1,
  defaultTag: '1',
  repositories: ['mirror.gcr.io/aquasec/trivy-java-db:1', 'ghcr.io/aquasecurity/trivy-java-db:1'],
  maxLayerBytes: 4 * 1024 * MIB,
  maxUnpackedBytes: 16 * 1024 * MIB,
  fault: sqliteFault,
};
