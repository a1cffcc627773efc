/** Why the engine cannot start. The message is one Italian sentence that says what to do; `code` is for machines. */
export class StartError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StartError';
  }
}
