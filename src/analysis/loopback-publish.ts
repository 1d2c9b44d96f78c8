import { compareText } from './text';
import type { Model } from './model';
import { bindingsOf } from './publishing';

/** Containers of a host that publish on its loopback address, in order. */
export function publishedOnLoopback(model: Model, host: string): string[] {
  const ids = new Set<string>();
  for (const { container, address } of bindingsOf(model).get(host) ?? []) {
    if (address?.startsWith('127.') === true) ids.add(container.id);
  }
  return [...ids].sort(compareText);
}
