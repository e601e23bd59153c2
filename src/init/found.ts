/** What `image-gate init` learnt of a repository. All paths are relative to the working directory, with slashes. */
export interface Found {
  /** One for each Dockerfile that makes an image to be judged. */
  readonly servers: readonly FoundServer[];
  /** Dockerfiles that others build upon; the lowest first. */
  readonly bases: readonly FoundBase[];
  /** Dockerfiles that are not written down, each with its reason. */
  readonly leftOut: readonly { readonly dockerfile: string; readonly reason: string }[];
  readonly defaultBranch: string;
}

export interface FoundServer extends Build {
  /** As in alerts: the repository path of the image without registry. */
  readonly name: string;
  /** The name under which the workflow builds it, with a tag. */
  readonly image: string;
  readonly transport: 'http' | 'stdio' | 'both' | null;
  /** What says so, or why nothing does: a part of a sentence. */
  readonly because: string;
  /** Like `8080/tcp`, without ports that debuggers and remote shells take. */
  readonly ports: readonly string[];
}

export interface FoundBase extends Build {
  /** Without tag and digest. */
  readonly repository: string;
  /** As FROM names it; null when a build cannot take this name (a digest, a variable). */
  readonly reference: string | null;
  /** Where it is known from: a part of a sentence. */
  readonly because: string;
  /** Whether a build file of the repository says so, rather than a likeness of names. */
  readonly proved: boolean;
}

export interface Build {
  readonly dockerfile: string;
  /** Folder that the build gets; `.` is the working directory. */
  readonly context: string;
  /** Null: the last stage. */
  readonly target: string | null;
}
