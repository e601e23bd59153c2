/** What is known of the repository around a Dockerfile. All paths are relative to the working directory, with slashes, unless they say otherwise. */
export interface RepositoryEvidence {
  /** Files that git tracks, sorted; null when there is no git work tree, or its listing was cut. */
  readonly files: readonly string[] | null;
  /** Folder of the working directory inside the git work tree, such as `servers/time`; '' when they are the same, null when there is none. */
  readonly prefix: string | null;
  /** Folder that the build gets as its context, when it is known; '' is the working directory. */
  readonly context: string | null;
  /**
   * The ignore file that BuildKit would use for this Dockerfile and context; null when there is none, or when it depends on
   * a context that is unknown.
   */
  readonly ignoreFile: { readonly file: string; readonly text: string } | null;
  /** Configuration of tools that update dependencies (`.github/dependabot.yml`, Renovate's), by path from the work tree's root. */
  readonly updaters: Readonly<Record<string, string>>;
  /** Of the files above, those that are there but could not be read (too large, no permission, no regular file): what they say is not known. */
  readonly unreadable: readonly string[];
  /** The description of the server for the MCP registry (`server.json`) that belongs to this Dockerfile; null when there is none, left out when nobody looked. */
  readonly serverJson?: { readonly file: string; readonly text: string } | null;
}
