/**
 * A reader that ends early, such as `head`, has seen enough: what is still to be written is dropped, and the
 * exit code stays what it would have been.
 */
export function tolerateBrokenPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
