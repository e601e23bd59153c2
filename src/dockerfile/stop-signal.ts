import { Rejection } from './dockerfile-error.ts';
import { parseInteger } from './go-values.ts';

const NAMES = new Set(
  (
    'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP ' +
    'TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX'
  ).split(' '),
);

/** Throws Rejection for what is no signal on Linux: a number but 0, or a name with or without SIG in any case. */
export function validateSignal(text: string): void {
  const number = parseInteger(text);
  const name = text.toUpperCase().replace(/^SIG/, '');
  const realTime = /^RT(?:MIN\+([1-9]|1[0-5])|MAX-([1-9]|1[0-4]))$/.test(name);
  if (number === 0 || (number === null && !NAMES.has(name) && !realTime))
    throw new Rejection(`invalid signal: ${text}`);
}
