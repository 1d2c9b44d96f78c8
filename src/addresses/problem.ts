/** What a plan could not do. */
type PlanProblemCode =
  'ADDRESS_POOL_FULL' | 'DYNAMIC_RANGE_FULL' | 'PLANNED_SUBNET_FULL' | 'PLANNED_SUBNET_SIZE';

/** Something that a plan could not do, as a finding has it. */
export interface PlanProblem {
  readonly code: PlanProblemCode;

  /** Construct path of the network. */
  readonly at: string;
  readonly problem: string;
  readonly fix: string;
}
