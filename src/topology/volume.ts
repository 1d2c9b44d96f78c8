/** A named volume. */
export interface Volume {
  /** Construct path, or the address in a plan; unique in the topology. */
  readonly id: string;

  /** Name the engine knows it by; absent: known only to Terraform. */
  readonly name?: string;

  /** Id of the host whose engine has it. */
  readonly host: string;

  /** Stack that declares it. */
  readonly stack?: string;

  /** Driver; absent: `local`. */
  readonly driver?: string;

  /** Options for the driver. */
  readonly driverOptions: Readonly<Record<string, string>>;

  /** Labels of the volume. */
  readonly labels: Readonly<Record<string, string>>;

  /** Whether Terraform refuses to destroy it. */
  readonly protected: boolean;

  /** Not declared here: it exists already. */
  readonly external: boolean;

  /** Paths of fields whose value only Terraform knows. */
  readonly unknown: readonly string[];
}
