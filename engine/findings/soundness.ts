/** How a process can go wrong; `way`: the names of the elements that lead there, from the beginning. */
interface Way {
  readonly way: readonly string[];
}

/** What is found about the soundness of a process. */
export interface SoundnessFindings {
  readonly 'soundness.deadlock': Way;
  readonly 'soundness.livelock': Way;
  readonly 'soundness.not-all-seen': { readonly states: number };
  /** `end`: the event at which the process closes over the task. */
  readonly 'soundness.task-cut-off': Way & { readonly end: string };
  readonly 'soundness.unreachable': object;
}
