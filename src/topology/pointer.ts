/** A key or index as a part of a JSON pointer (RFC 6901): `com.example/a` is one part. */
export function pointerPart(key: PropertyKey): string {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}
