import { compareText } from './text';

const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    remainder = (remainder & 1) === 1 ? 0xedb88320 ^ (remainder >>> 1) : remainder >>> 1;
  }
  return remainder >>> 0;
});

/**
 * The order in which the provider hands a set of texts to the engine: by the decimal text of their
 * CRC-32, as Terraform's plugin SDK keeps sets.
 */
export function providerOrder(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort((a, b) => compareText(String(crc32(a)), String(crc32(b))));
}

function crc32(text: string): number {
  let remainder = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    remainder = (TABLE[(remainder ^ byte) & 0xff] ?? 0) ^ (remainder >>> 8);
  }
  return (remainder ^ 0xffffffff) >>> 0;
}
