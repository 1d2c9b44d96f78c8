/** A rectangle in pixels; `x` and `y` count from the picture's left and top. */
export interface Rectangle {
  /** Distance from the left. */
  readonly x: number;
  /** Distance from the top. */
  readonly y: number;
  /** Width of it. */
  readonly width: number;
  /** Height of it. */
  readonly height: number;
}

/** Where everything of a chart is. */
export interface Placement {
  /** Width of the picture in pixels. */
  readonly width: number;

  /** Height of the picture in pixels. */
  readonly height: number;

  /** By what `keyOf...` gives. */
  readonly rectangles: ReadonlyMap<string, Rectangle>;
}

/** Key of a host's frame. */
export function hostKey(host: string): string {
  return `host ${host}`;
}

/** Key of a lane. */
export function laneKey(lane: string): string {
  return `lane ${lane}`;
}

/** Key of a container's box. */
export function boxKey(container: string): string {
  return `box ${container}`;
}

/** Key of a container's chip in a further network. */
export function chipKey(container: string, lane: string): string {
  return `chip ${container} ${lane}`;
}
