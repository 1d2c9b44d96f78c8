import type { Construct } from 'constructs';
import type { Container as ContainerModel } from '../../topology/container';
import type { DockerStack } from '../docker-stack';
import { listOf, type Check } from '../props';
import { isToken, literal, literalList } from '../token';
import type { ContainerProps } from './container-props';
import type { ContainerResourceConfig } from './container-resource';

/** The model of a container less what other constructs add to it later. */
export type OwnModel = Omit<
  ContainerModel,
  'attachments' | 'mode' | 'modeContainer' | 'links' | 'dependsOn'
>;

/** A part of the model; the name and the place are always there. */
export type DraftModel = Partial<OwnModel> & Pick<OwnModel, 'id' | 'host'>;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A container while its properties are read: each one writes its part of the model and of the plan. */
export interface Draft {
  readonly scope: Construct;

  /** Construct path, for messages. */
  readonly at: string;
  readonly stack: DockerStack;
  readonly props: ContainerProps;

  /** What differs from a container of which nothing is said. */
  readonly model: Writable<DraftModel>;
  readonly config: Writable<ContainerResourceConfig>;

  /** Attributes that Terraform ignores because the provider reads them back differently. */
  readonly ignored: string[];

  /** Attributes that the bindings do not have, by Terraform's names. */
  readonly extra: Record<string, unknown>;
}

/** Reads one property: checks it and writes its part. */
export type Setter<K extends keyof ContainerProps> = (
  value: Exclude<ContainerProps[K], undefined>,
  draft: Draft,
) => void;

/** Setters for some of the properties. */
export type Setters<K extends keyof ContainerProps> = { readonly [P in K]-?: Setter<P> };

/** The text goes into the model and the plan under the same name. */
export function sameText<
  K extends keyof ContainerProps & keyof OwnModel & keyof ContainerResourceConfig,
>(key: K, check: Check): Setter<K> {
  return (value, draft) => {
    checkKnown(check, value, draft, key);
    (draft.model as Record<string, unknown>)[key] = value;
    (draft.config as Record<string, unknown>)[key] = literal(value as string);
  };
}

/** The list of texts goes into the model and, unless it is empty, the plan. */
export function sameTexts<K extends keyof ContainerProps & keyof OwnModel>(
  key: K,
  check: Check,
  attribute: keyof ContainerResourceConfig,
): Setter<K> {
  const checkAll = listOf(check);
  return (value, draft) => {
    checkKnown(checkAll, value, draft, key);
    (draft.model as Record<string, unknown>)[key] = value;
    const texts = value as readonly string[];
    if (texts.length === 0) return;
    (draft.config as Record<string, unknown>)[attribute] = literalList(texts);
  };
}

/** The property goes into the plan alone, under another name. */
export function planned<K extends keyof ContainerProps>(
  key: K,
  check: Check,
  attribute: keyof ContainerResourceConfig,
): Setter<K> {
  return (value, draft) => {
    checkKnown(check, value, draft, key);
    (draft.config as Record<string, unknown>)[attribute] = value;
  };
}

/** Checks a value unless only Terraform knows it. */
export function checkKnown(check: Check, value: unknown, draft: Draft, key: string): void {
  if (!isToken(value)) check(value, draft.at, key);
}

/** Notes that the topology cannot say the value of a field. */
export function addUnknown({ model }: Draft, field: string): void {
  model.unknown = [...(model.unknown ?? []), field];
}
