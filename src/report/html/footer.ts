import type { Verdict } from '../../model/verdict.ts';
import type { ToolFacts } from '../tool-facts.ts';
import { html, type Markup } from './markup.ts';
import { outward } from './prose.ts';

/** Who says so, with what knowledge, and when. */
export function pageFooter({ scanner, failOn, startedAt }: Verdict, tool: ToolFacts): Markup {
  const facts = [
    html`${outward(html`image-gate ${tool.version}`, tool.informationUri)}`,
    html`fails from severity ${failOn}`,
  ];
  if (scanner === null) facts.push(html`Trivy was not run`);
  else {
    facts.push(
      html`Trivy ${scanner.version} from ${scanner.source} (SHA-256 <code>${scanner.sha256.slice(0, 12)}</code>)`,
    );
    facts.push(
      scanner.database === null
        ? html`no advisory database`
        : html`advisory database ${scanner.database.updatedAt === null ? 'of unknown date' : html`of ${time(scanner.database.updatedAt)}`} from ${scanner.database.source}`,
    );
  }
  facts.push(html`started ${time(startedAt)}`);
  return html`<footer><ul class="facts">${facts.map((fact) => html`<li>${fact}</li>`)}</ul></footer>
`;
}

/** `2026-11-22 18:31 UTC` of an RFC 3339 time in UTC; anything else as it is. */
function time(text: string): Markup {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d(?:\.\d+)?Z$/.exec(text);
  return match === null ? html`${text}` : html`<time datetime="${text}">${match[1] ?? ''} ${match[2] ?? ''} UTC</time>`;
}
