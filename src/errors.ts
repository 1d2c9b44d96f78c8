/**
 * Codes of values that are wrong by themselves. A code is never renamed and never reused;
 * `docs/errors.md` explains each one.
 */
export type ConfigErrorCode =
  | 'ADDRESS_FAMILY'
  | 'ADDRESS_MALFORMED'
  | 'ADDRESS_PLAN_LATE'
  | 'BRIDGE_ADDRESS_UNUSABLE'
  | 'CAPABILITY_UNKNOWN'
  | 'CIDR_HOST_BITS'
  | 'CIDR_MALFORMED'
  | 'CONTEXT_UNREADABLE'
  | 'CPUS_MALFORMED'
  | 'DAEMON_JSON_MALFORMED'
  | 'DAEMON_KEY_IGNORED'
  | 'DAEMON_KEY_UNKNOWN'
  | 'DAEMON_KEY_UNSUPPORTED'
  | 'DAEMON_VALUE_MALFORMED'
  | 'DEVICE_MALFORMED'
  | 'DURATION_MALFORMED'
  | 'ENV_FILE_MALFORMED'
  | 'ENV_NAME_MALFORMED'
  | 'EXTRA_HOST_MALFORMED'
  | 'FILE_CONTENT_MALFORMED'
  | 'FILE_CONTENT_MISSING'
  | 'FILE_MODE_MALFORMED'
  | 'FILE_UNREADABLE'
  | 'FILE_UNWRITABLE'
  | 'FINDING_CODE_UNKNOWN'
  | 'FOLDER_NOT_EMPTY'
  | 'FOLDER_UNWRITABLE'
  | 'HOSTNAME_MALFORMED'
  | 'HOST_NAME_TAKEN'
  | 'HOST_NOT_NAMED'
  | 'HOST_URL_MALFORMED'
  | 'ID_MALFORMED'
  | 'IMAGE_ON_OTHER_HOST'
  | 'IMAGE_REFERENCE_MALFORMED'
  | 'INTERFACE_NAME_MALFORMED'
  | 'LABEL_RESERVED'
  | 'LINK_TARGET_UNMANAGED'
  | 'LOCK_BUSY'
  | 'LOCK_MALFORMED'
  | 'LOCK_OUTDATED'
  | 'LOCK_VERSION'
  | 'MAC_MALFORMED'
  | 'MOUNT_MALFORMED'
  | 'NAME_MALFORMED'
  | 'NOT_A_ONE_SHOT'
  | 'NO_DOCKER_STACK'
  | 'NO_SUCH_ATTACHMENT'
  | 'NO_SUCH_PORT'
  | 'OPTION_GIVEN_TWICE'
  | 'PATH_NOT_ABSOLUTE'
  | 'PLACE_AMBIGUOUS'
  | 'PLACE_UNKNOWN'
  | 'PLATFORM_MALFORMED'
  | 'PORT_MALFORMED'
  | 'PORT_RANGE_TO_ONE'
  | 'PORT_RANGE_UNEQUAL'
  | 'PROP_CHOICE'
  | 'PROP_EMPTY'
  | 'PROP_MISSING'
  | 'PROP_RANGE'
  | 'PROP_TYPE'
  | 'PROP_UNKNOWN'
  | 'PROVIDER_TOO_OLD'
  | 'PROVIDER_VERSION_MALFORMED'
  | 'RESTART_MALFORMED'
  | 'SECRET_IN_PLAIN_TEXT'
  | 'SIGNAL_UNKNOWN'
  | 'SIZE_MALFORMED'
  | 'SOURCE_MALFORMED'
  | 'SOURCE_TOO_LARGE'
  | 'SOURCE_UNKNOWN'
  | 'TLS_INCOMPLETE'
  | 'TOPOLOGY_MALFORMED'
  | 'TOPOLOGY_VERSION'
  | 'ULIMIT_MALFORMED'
  | 'URL_MALFORMED'
  | 'VERSION_MALFORMED';

/** What a {@link ConfigError} is about. */
export interface ConfigErrorDetails {
  /** Path of the construct, or place in a file. */
  readonly at: string;

  /** What is wrong, with the value. */
  readonly problem: string;

  /** What to write instead. */
  readonly fix: string;
}

/** The definition cannot work as written: one value is wrong by itself. */
export class ConfigError extends Error {
  /** Always `ConfigError`, whichever copy of the package it comes from. */
  override readonly name = 'ConfigError';

  constructor(
    /** What kind of mistake it is; stable. */
    readonly code: ConfigErrorCode,
    /** Place, problem and fix, as the message has them. */
    readonly details: ConfigErrorDetails,
  ) {
    super(`${details.at}: ${details.problem}; ${details.fix} [${code}]`);
  }
}
