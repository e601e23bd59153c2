import type { FileSpec } from '../../__tests__/support/image-builder/index.ts';

/**
 * A program in an example image: a real, minimal ELF executable for Linux x86-64 that does nothing but end with 0.
 * The examples are scanned and never run, so nothing larger is needed; a scanner must still see an executable.
 */
export function executable(path: string): FileSpec {
  return { path, mode: 0o755, content: ELF };
}

const BASE_ADDRESS = 0x400000n;
const ELF_HEADER_SIZE = 64;
const PROGRAM_HEADER_SIZE = 56;

/** `xor edi, edi; mov eax, 60; syscall`: exit(0). */
const CODE = Buffer.from([0x31, 0xff, 0xb8, 60, 0, 0, 0, 0x0f, 0x05]);

const ELF = elf(CODE);

/** Field names and offsets as in elf(5). */
function elf(code: Buffer): Buffer {
  const codeAt = ELF_HEADER_SIZE + PROGRAM_HEADER_SIZE;
  const file = Buffer.concat([Buffer.alloc(codeAt), code]);
  file.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]); // e_ident: 64 bits, little-endian, version 1
  file.writeUInt16LE(2, 16); // e_type: executable
  file.writeUInt16LE(62, 18); // e_machine: x86-64
  file.writeUInt32LE(1, 20); // e_version
  file.writeBigUInt64LE(BASE_ADDRESS + BigInt(codeAt), 24); // e_entry
  file.writeBigUInt64LE(BigInt(ELF_HEADER_SIZE), 32); // e_phoff
  file.writeUInt16LE(ELF_HEADER_SIZE, 52); // e_ehsize
  file.writeUInt16LE(PROGRAM_HEADER_SIZE, 54); // e_phentsize
  file.writeUInt16LE(1, 56); // e_phnum
  file.writeUInt32LE(1, ELF_HEADER_SIZE); // p_type: load
  file.writeUInt32LE(5, ELF_HEADER_SIZE + 4); // p_flags: read and execute
  file.writeBigUInt64LE(BASE_ADDRESS, ELF_HEADER_SIZE + 16); // p_vaddr
  file.writeBigUInt64LE(BASE_ADDRESS, ELF_HEADER_SIZE + 24); // p_paddr
  file.writeBigUInt64LE(BigInt(file.length), ELF_HEADER_SIZE + 32); // p_filesz
  file.writeBigUInt64LE(BigInt(file.length), ELF_HEADER_SIZE + 40); // p_memsz
  file.writeBigUInt64LE(0x1000n, ELF_HEADER_SIZE + 48); // p_align
  return file;
}
