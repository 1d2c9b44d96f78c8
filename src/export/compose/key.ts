/** Something with an id that the file names. */
interface Named {
  readonly id: string;
  readonly host: string;
  readonly name?: string;
}

/** Key of a service, network or volume: the last part of its id where no other has it, else all of it. */
export function keyOf(id: string, all: readonly Named[]): string {
  const host = all.find((one) => one.id === id)?.host;
  const short = shortKey(id);
  const alike = all.filter((one) => one.host === host && shortKey(one.id) === short);
  return alike.length > 1 ? plain(id) : short;
}

function shortKey(id: string): string {
  return plain(id.split('/').at(-1) ?? id);
}

/** Compose's keys have these characters, and no other. */
function plain(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9._-]/g, '-');
}
