export { writeDockerArchive, writeOciArchive } from './archive.ts';
export * as history from './history.ts';
export { buildOciIndex, buildOciLayout } from './oci-layout.ts';
export type { BuiltImage, BuiltLayer, Compression, ConfigSpec, FileSpec, ImageSpec, StepSpec } from './spec.ts';
