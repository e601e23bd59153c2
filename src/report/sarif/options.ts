/** What a rule's own file says of it, for the help beside an alert. */
export interface RuleFacts {
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  /** Https address of the rule's page. */
  readonly helpUri: string;
  readonly aliases: readonly string[];
}

export interface SarifOptions {
  /** The same for every build: alerts of another category are other alerts. Never holds a tag or a commit. */
  readonly category: string;
  /** By rule id; advisories bring their own facts. */
  readonly ruleFacts: ReadonlyMap<string, RuleFacts>;
  /** All files of the repository, where they are known: a result elsewhere would never be shown on a pull request. */
  readonly repositoryFiles?: ReadonlySet<string>;
}
