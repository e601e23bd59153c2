import { finalChain } from '../../dockerfile/stage-chain.ts';
import type { DockerfileEvidence } from '../../model/dockerfile.ts';

/** Programs that begin as root and then step down, or that need it: switching before them breaks the container. */
const ROOT_PROGRAMS =
  /\b(gosu|su-exec|setpriv|runuser|setuidgid|chpst|s6-\w+|supervisord?|sshd|crond?|nginx|httpd|apache2\w*|php-fpm\S*|haproxy|dnsmasq|dockerd|tailscaled?|openvpn|wg-quick)\b/;

/** The lowest port that every process may listen on. */
const FIRST_FREE_PORT = 1024;

/** What speaks for a program that needs root, as the beginning of a sentence; null when nothing in the file does. */
export function rootNeeds(dockerfile: DockerfileEvidence): string | null {
  const { exposedPorts, volumes, entrypoint, cmd } = dockerfile.config;
  const low = exposedPorts.entries.find(({ value }) => Number.parseInt(value, 10) < FIRST_FREE_PORT);
  if (low !== undefined) return `It listens on port ${low.value}`;
  const [volume] = volumes.entries;
  if (volume !== undefined) return `It keeps data in the volume ${shown(volume.value)}`;
  const texts = [
    ...(entrypoint.value ?? []),
    ...(cmd.value ?? []),
    ...finalChain(dockerfile).flatMap(({ instructions }) =>
      instructions.flatMap(({ text, heredocs }) => [text, ...heredocs.map(({ content }) => content)]),
    ),
  ];
  for (const text of texts) {
    const program = ROOT_PROGRAMS.exec(text)?.[0];
    if (program !== undefined) return `It uses ${shown(program)}`;
  }
  const script = [...(entrypoint.value ?? []), ...(cmd.value ?? [])].find((word) => /\.(sh|bash)$/.test(word));
  return script === undefined ? null : `It starts ${shown(script)}, a script`;
}

function shown(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').slice(0, 60);
}
