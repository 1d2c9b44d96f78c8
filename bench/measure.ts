/** A number that the bench has found, or why it could not look for it. */
export type Measure = Measured | Skipped;

/** A number that the bench has found. */
export interface Measured {
  readonly name: MeasureName;
  readonly value: number;

  /** What the number means, for the table. */
  readonly text: string;

  /** The single values behind it, in the order of the rounds; none when it is computed from others. */
  readonly samples?: readonly (number | readonly number[])[];
}

/** A number that could not be found here. */
export interface Skipped {
  readonly name: MeasureName;
  readonly skipped: string;
}

/** Names in the JSON; other programs read them, so they stay. */
export type MeasureName =
  | 'synthRatioToRaw'
  | 'synthRatioToRawFull'
  | 'memoryRatioToRaw'
  | 'memoryRatioToRawFull'
  | 'linearRatio'
  | 'usPerContainer'
  | 'addedRatioToRaw'
  | 'synthRatioToCompose'
  | 'checkMs'
  | 'checkGrowth'
  | 'addressesMs'
  | 'addressesGrowth'
  | 'reachMs'
  | 'reachDistinctMs'
  | 'reachRatioToReading'
  | 'reachRatioToCompose'
  | 'questionMs'
  | 'applyRatioToRaw';

/** Whether the number was found. */
export function isMeasured(measure: Measure): measure is Measured {
  return 'value' in measure;
}
