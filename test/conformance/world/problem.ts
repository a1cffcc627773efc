/** Something that cannot happen in a world, such as a message that nothing takes. */
export class WorldProblem extends Error {
  /**
   * @param code stable name, such as `message.not-expected`
   * @param about the process, instance, message or duration
   */
  constructor(
    readonly code: string,
    readonly about: string,
  ) {
    super(`${code} ${about}`);
    this.name = 'WorldProblem';
  }
}
