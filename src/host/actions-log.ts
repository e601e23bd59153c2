import * as core from '@actions/core';
import { plainText } from './plain-text.ts';
import type { Log } from './ports.ts';

/** Messages as workflow commands of GitHub Actions: notices, warnings and errors become annotations of the step. */
export const actionsLog: Log = {
  debug: (message) => core.debug(plainText(message)),
  info: (message) => core.info(withoutCommands(plainText(message))),
  notice: (message) => core.notice(plainText(message)),
  warning: (message) => core.warning(plainText(message)),
  error: (message) => core.error(plainText(message)),
};

/**
 * The runner reads commands from every line of the output: `::name …::` after leading white space, and `##[name …]`
 * anywhere. Text from an image or a tool must not be taken for one.
 */
export function withoutCommands(text: string): string {
  return text.replace(/^(\s*):(?=:)/gm, '$1: ').replaceAll('##[', '## [');
}
