/**
 * Takes the power from everything that GitHub's runner would read as a workflow command when this text reaches a log:
 * `::name::` at the start of a line, after white space too, and `##[name]` anywhere (actions/runner, ActionCommand.cs).
 * The replacements look alike and are as long, so that columns keep their widths.
 */
export function inert(text: string): string {
  return text.replace(/^([^\S\n]*)::/gmu, '$1∷ ').replaceAll('##[', '♯♯[');
}
