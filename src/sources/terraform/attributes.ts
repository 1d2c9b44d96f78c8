import { HIDDEN, HIDDEN_LIST, HIDDEN_MAP, type Hidden, type Masked } from './masked';
import { isObject, own, pointer, wrongType, type JsonObject } from '../json-value';

/** What is known of a resource's attributes, and marks of what is not. */
export interface Marks {
  /** `true` where only Terraform knows a value, in the shape of the values. */
  readonly unknown: unknown;

  /** `true` where a value must not be shown, in the shape of the values. */
  readonly sensitive: unknown;
}

/** The attributes of a resource or of one of its blocks. What is null or empty is absent. */
export class Attributes {
  constructor(
    private readonly values: JsonObject,
    private readonly marks: Marks,
    private readonly at: string,
  ) {}

  /** Whether only Terraform knows the value, or it must not be shown. */
  isHidden(name: string): boolean {
    return own(this.marks.unknown, name) === true || own(this.marks.sensitive, name) === true;
  }

  /** Whether only Terraform knows the value, or a part of it. */
  isUnknown(name: string): boolean {
    return own(this.marks.unknown, name) === true;
  }

  /** Whether a value that is known must not be shown. */
  isSensitive(name: string): boolean {
    return own(this.marks.sensitive, name) === true;
  }

  /** The names of the attributes that have a value. */
  get names(): readonly string[] {
    return Object.keys(this.values);
  }

  /** The value as it stands in the file, even where it must not be shown. */
  raw(name: string): unknown {
    return own(this.values, name);
  }

  /** @throws ConfigError `SOURCE_MALFORMED` */
  text(name: string): Masked<string> | undefined {
    if (this.isHidden(name)) return HIDDEN;
    const value = own(this.values, name);
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'string') return value;
    throw wrongType(value, pointer(this.at, name), 'text');
  }

  /** @throws ConfigError `SOURCE_MALFORMED` */
  integer(name: string): Masked<number> | undefined {
    if (this.isHidden(name)) return HIDDEN;
    const value = own(this.values, name);
    if (value === undefined) return undefined;
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
    throw wrongType(value, pointer(this.at, name), 'a whole number');
  }

  /** @throws ConfigError `SOURCE_MALFORMED` */
  port(name: string): Masked<number> | undefined {
    const value = this.integer(name);
    if (value === 0) return undefined;
    if (typeof value !== 'number' || (value >= 1 && value <= 65535)) return value;
    throw wrongType(value, pointer(this.at, name), 'a port number');
  }

  /** @throws ConfigError `SOURCE_MALFORMED` */
  flag(name: string): Masked<boolean> | undefined {
    if (this.isHidden(name)) return HIDDEN;
    const value = own(this.values, name);
    if (value === undefined || typeof value === 'boolean') return value;
    throw wrongType(value, pointer(this.at, name), 'true or false');
  }

  /** @throws ConfigError `SOURCE_MALFORMED` */
  texts(name: string): Masked<readonly string[]> {
    if (this.isHidden(name)) return HIDDEN_LIST;
    const marks = this.marksOf(name);
    return this.list(name).map((value, index) => {
      if (isMarked(marks.unknown, index) || isMarked(marks.sensitive, index)) return HIDDEN;
      if (typeof value === 'string') return value;
      // A list may hold null for an entry that a condition left out.
      if (value === null) return HIDDEN;
      throw wrongType(value, pointer(pointer(this.at, name), index), 'text');
    });
  }

  /** @throws ConfigError `SOURCE_MALFORMED` */
  map(name: string): Masked<Readonly<Record<string, string>>> {
    if (this.isHidden(name)) return HIDDEN_MAP;
    const value = own(this.values, name) ?? {};
    if (!isObject(value)) throw wrongType(value, pointer(this.at, name), 'an object');
    const { unknown, sensitive } = this.marksOf(name);
    const keys = Object.keys({ ...value, ...(isObject(unknown) ? unknown : {}) });
    const entries = keys.map((key): readonly [string, string | Hidden] => {
      const entry = own(value, key);
      if (own(unknown, key) === true || own(sensitive, key) === true) return [key, HIDDEN];
      if (entry === undefined || typeof entry === 'string') return [key, entry ?? ''];
      throw wrongType(entry, pointer(pointer(this.at, name), key), 'text');
    });
    return Object.fromEntries<string | Hidden>(entries);
  }

  /**
   * The blocks of a name; nothing at all when not even their number is known.
   *
   * @throws ConfigError `SOURCE_MALFORMED`
   */
  blocks(name: string): readonly Attributes[] | typeof HIDDEN {
    if (this.isHidden(name)) return HIDDEN;
    const { unknown, sensitive } = this.marksOf(name);
    return this.list(name).map((value, index) => {
      const at = pointer(pointer(this.at, name), index);
      if (!isObject(value)) throw wrongType(value, at, 'an object');
      return new Attributes(
        value,
        { unknown: entryOf(unknown, index), sensitive: entryOf(sensitive, index) },
        at,
      );
    });
  }

  private list(name: string): readonly unknown[] {
    const value = own(this.values, name) ?? [];
    if (Array.isArray(value)) return value;
    throw wrongType(value, pointer(this.at, name), 'a list');
  }

  private marksOf(name: string): Marks {
    return {
      unknown: own(this.marks.unknown, name),
      sensitive: own(this.marks.sensitive, name),
    };
  }
}

function entryOf(list: unknown, index: number): unknown {
  return Array.isArray(list) ? (list as unknown[])[index] : undefined;
}

function isMarked(list: unknown, index: number): boolean {
  return entryOf(list, index) === true;
}
