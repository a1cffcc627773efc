/**
 * The result of work that has a time limit; the signal ends when it is over.
 *
 * @throws Error when the limit passes first, whether or not the work heeds the signal
 */
export async function inTime<Result>(limitMs: number, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`No answer within ${limitMs} ms`);
      ending.abort(error);
      reject(error);
    }, limitMs);
    timer.unref();
  });
  // Work may also throw before it begins to wait: the clock stops however it ends, so that nothing is refused unheard.
  try {
    return await Promise.race([work(ending.signal), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
