/** What the kernel would do with a file, told by its first bytes (one character a byte). */
export type Executable =
  | {
      readonly kind: 'elf';
      /** Go's name of the architecture; null when it is one that Go does not know. */
      readonly architecture: string | null;
      /** The dynamic loader that it asks for; null when it is static. */
      readonly loader: string | null;
    }
  | {
      readonly kind: 'script';
      readonly interpreter: string;
      /** All that follows the interpreter, as one word: the kernel does not split it. */
      readonly argument: string;
      /** The line ends with CR LF, so the kernel looks for an interpreter with a carriage return in its name. */
      readonly crlf: boolean;
    }
  | { readonly kind: 'other' };

/** The kernel's BINPRM_BUF_SIZE: what it reads of the first line. */
const FIRST_LINE = 256;

/** Only the lowest of ELF's numbers for each architecture that images are made for (elf.h, EM_*). */
const MACHINES: Readonly<Record<number, string>> = {
  3: '386',
  8: 'mips',
  20: 'ppc',
  21: 'ppc64',
  22: 's390x',
  40: 'arm',
  62: 'amd64',
  183: 'arm64',
  243: 'riscv64',
  258: 'loong64',
};

export function readExecutable(head: string): Executable {
  if (head.startsWith('\x7fELF')) return readElf(Buffer.from(head, 'latin1'));
  if (!head.startsWith('#!')) return { kind: 'other' };
  const line = head.slice(2, FIRST_LINE).split('\n', 1)[0] ?? '';
  const crlf = line.endsWith('\r');
  const words = /^[ \t]*([^ \t]*)[ \t]*(.*)$/s.exec(crlf ? line.slice(0, -1) : line);
  return { kind: 'script', interpreter: words?.[1] ?? '', argument: (words?.[2] ?? '').trimEnd(), crlf };
}

/** Reads the header and the program headers; what is cut off or contradicts itself is told as unknown. */
function readElf(file: Buffer): Executable {
  const wide = file[4] === 2;
  const big = file[5] === 2;
  const u16 = (at: number): number => (at + 2 > file.length ? 0 : big ? file.readUInt16BE(at) : file.readUInt16LE(at));
  const u32 = (at: number): number => (at + 4 > file.length ? 0 : big ? file.readUInt32BE(at) : file.readUInt32LE(at));
  // Offsets beyond 4 GiB lie outside what was read anyway: the low half is enough, and the high half must be 0.
  const offset = (at: number): number => {
    if (!wide) return u32(at);
    return u32(big ? at : at + 4) === 0 ? u32(big ? at + 4 : at) : Number.MAX_SAFE_INTEGER;
  };
  const machine = u16(18);
  const architecture = machine === 21 && !big ? 'ppc64le' : (MACHINES[machine] ?? null);
  return { kind: 'elf', architecture, loader: loaderOf() };

  function loaderOf(): string | null {
    const table = offset(wide ? 32 : 28);
    const size = u16(wide ? 54 : 42);
    const count = Math.min(u16(wide ? 56 : 44), 128);
    for (let index = 0; index < count; index++) {
      const at = table + index * size;
      if (size === 0 || at + size > file.length) return null;
      if (u32(at) !== 3) continue; // PT_INTERP
      const start = offset(at + (wide ? 8 : 4));
      const length = offset(at + (wide ? 32 : 16));
      if (length === 0 || length > 4096 || start + length > file.length) return null;
      return file.toString('latin1', start, start + length).replace(/\0.*$/s, '');
    }
    return null;
  }
}

/** Whether a kernel of one architecture runs programs of another without emulation: the 32-bit sibling. */
export function runsOn(program: string, platform: string): boolean {
  return program === platform || COMPATIBLE[platform] === program || (MIPS.test(program) && MIPS.test(platform));
}

const COMPATIBLE: Readonly<Record<string, string>> = { amd64: '386', arm64: 'arm', ppc64: 'ppc' };
const MIPS = /^mips/;
