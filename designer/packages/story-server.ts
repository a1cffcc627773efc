/** What a server answers in a story: by method and path, the path as far as it is written. */
export type StoryAnswers = Readonly<Record<string, StoryAnswer>>;

type StoryAnswer = { readonly status?: number; readonly body: unknown } | 'never' | 'unreachable';

/**
 * A server for one story, in place of the network. What no line speaks of is not found; the line with the longest path
 * answers. Give it as `beforeEach` of the story: the network is back afterwards.
 */
export function answering(answers: StoryAnswers): () => () => void {
  return () => {
    const before = window.fetch;
    window.fetch = (input, init) => answer(answers, `${init?.method ?? 'GET'} ${addressOf(input)}`);
    return () => {
      window.fetch = before;
    };
  };
}

function addressOf(input: RequestInfo | URL): string {
  const address = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
  return address.replace('/api/v1', '');
}

function answer(answers: StoryAnswers, call: string): Promise<Response> {
  const [, found] =
    Object.entries(answers)
      .filter(([start]) => call.startsWith(start))
      .sort(([one], [other]) => other.length - one.length)[0] ?? [];
  if (found === 'never') return new Promise(() => undefined);
  if (found === 'unreachable') return Promise.reject(new TypeError('Failed to fetch'));
  const { status = 200, body } = found ?? { status: 404, body: problem(404, 'resource.not-found', 'Non c’è') };
  const headers = { 'content-type': 'application/json' };
  return Promise.resolve(new Response(JSON.stringify(body), { status, headers }));
}

/** A problem as the API describes it; `details` go into it as they are. */
export const problem = (status: number, code: string, words: string | { title: string; details: object }) => ({
  type: `urn:iter:problem:${code}`,
  status,
  code,
  ...(typeof words === 'string' ? { title: words, details: {} } : words),
});
