import { cut } from './blanks.ts';
import { Rejection } from './dockerfile-error.ts';
import { parseInteger } from './go-values.ts';

/** Ports of one EXPOSE argument, both ends included. */
export interface PortRange {
  readonly start: number;
  readonly end: number;
  readonly protocol: 'tcp' | 'udp' | 'sctp';
}

/**
 * Parses `[ip:][host port:]port[-end][/protocol]`. Address and host port are checked and then ignored, as BuildKit does
 * (dockerfile2llb/convert_expose.go). Throws Rejection.
 */
export function parseExposedPort(text: string): PortRange {
  const parts = text.split(':');
  const [port, protocolText] = cut(parts.at(-1) ?? '', '/');
  const hostPort = parts.at(-2) ?? '';
  const address = parts.slice(0, -2).join(':');
  if (port === '') throw new Rejection(`invalid port: "${text}": no port specified`);
  const protocol = parseProtocol(protocolText ?? '', text);
  if (address !== '' && !isAddress(bareAddress(address))) throw new Rejection(`invalid IP address: ${address}`);
  const range = parseRange(port, 'containerPort');
  if (hostPort !== '') {
    const host = parseRange(hostPort, 'hostPort');
    if (host.end - host.start !== range.end - range.start && range.end !== range.start) {
      throw new Rejection(`invalid ranges specified for container and host Ports: ${port} and ${hostPort}`);
    }
  }
  return { ...range, protocol };
}

function parseProtocol(text: string, whole: string): PortRange['protocol'] {
  const word = text.toLowerCase();
  if (word === '') return 'tcp';
  if (word === 'tcp' || word === 'udp' || word === 'sctp') return word;
  throw new Rejection(`invalid port: "${whole}": invalid proto: ${text}`);
}

function bareAddress(address: string): string {
  return address.startsWith('[') && address.endsWith(']') ? address.slice(1, -1) : address;
}

/** Without zone, as Go's net.ParseIP has it. */
function isAddress(text: string): boolean {
  if (text.includes(':')) return /^[0-9a-fA-F:.]+$/.test(text) && URL.canParse(`http://[${text}]/`);
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9][0-9]{0,2})$/.test(part) && Number(part) <= 255);
}

function parseRange(text: string, what: string): { start: number; end: number } {
  const [first, last] = cut(text, '-');
  const start = parseNumber(first);
  const end = last === null || last === first ? start : parseNumber(last);
  if (start === null || end === null || end < start) throw new Rejection(`invalid ${what}: ${text}`);
  return { start, end };
}

function parseNumber(text: string): number | null {
  const value = parseInteger(text);
  return value === null || value < 0 || value > 65535 ? null : value;
}
