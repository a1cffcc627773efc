/** An object of a document of JSON. */
export type Node = Readonly<Record<string, unknown>>;

/** Whether a value is an object or a list. */
export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** A place in a document: the keys that lead to it, and what is there. */
interface Place {
  readonly path: readonly string[];
  readonly node: Node;
}

/** Gives the places at which a document breaks a rule, as paths; none when it keeps it. */
type Rule = (document: Node) => readonly string[];

/** Every object of a document, itself included. */
export function placesIn(node: unknown, path: readonly string[] = []): readonly Place[] {
  if (!isNode(node)) return [];
  return [{ path, node }, ...Object.entries(node).flatMap(([key, member]) => placesIn(member, [...path, key]))];
}

const at = (node: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((current, key) => (isNode(current) ? current[key] : undefined), node);

const membersOf = (node: unknown): readonly (readonly [string, unknown])[] =>
  isNode(node) ? Object.entries(node) : [];

const named = ({ path }: Place): string => path.join('/');

const where =
  (isWrong: (place: Place) => boolean): Rule =>
  (document) =>
    placesIn(document).filter(isWrong).map(named);

const truthyAt =
  (...keys: readonly string[]): Rule =>
  (document) =>
    at(document, ...keys) ? [] : [keys.join('/')];

const typed = (type: string): Rule => where(({ node }) => node['type'] === type && !node['format']);

/** The responses of all operations: path, status, response. */
const responses = (document: Node): readonly (readonly [Place, string, unknown])[] =>
  placesIn(document['paths']).flatMap((place) =>
    membersOf(place.node['responses']).map(([status, response]) => [place, status, response] as const),
  );

const wrongMedia = (found: ReturnType<typeof responses>, allowed: readonly string[]): readonly string[] =>
  found.flatMap(([place, status, response]) =>
    membersOf(at(response, 'content')).flatMap(([media]) =>
      allowed.includes(media) ? [] : [`${named(place)} ${status} ${media}`],
    ),
  );

const isError = ([, status]: readonly [Place, string, unknown]): boolean => /^(4|5|default)/.test(status);
const ofStatus = ([place]: readonly [Place, string, unknown]): boolean => named(place) === '/status/get';

const parameters = (document: Node): readonly Node[] =>
  placesIn(document).flatMap(({ node }) =>
    Array.isArray(node['parameters']) ? node['parameters'].filter(isNode) : [],
  );

const headerNames = (document: Node): readonly string[] => [
  ...parameters(document).flatMap((one) => (one['in'] === 'header' ? [String(one['name'])] : [])),
  ...responses(document).flatMap(([, , response]) => membersOf(at(response, 'headers')).map(([name]) => name)),
];

const servers = (document: Node): readonly Node[] =>
  placesIn(document).flatMap(({ node }) => (Array.isArray(node['servers']) ? node['servers'].filter(isNode) : []));

const schemes = (document: Node): readonly Node[] =>
  membersOf(at(document, 'components', 'securitySchemes')).flatMap(([, scheme]) => (isNode(scheme) ? [scheme] : []));

const flowsOf = (document: Node): readonly (readonly [string, unknown])[] =>
  schemes(document).flatMap((scheme) => (scheme['type'] === 'oauth2' ? membersOf(scheme['flows']) : []));

const patches = (document: Node): readonly Place[] =>
  placesIn(document['paths']).filter(({ path }) => path.at(-1) === 'patch');

const rateLimit = /^(X-)?RateLimit-/;

/**
 * The rules of severity `error` in the ruleset of the Italian guidelines (ModI, "Italian Guidelines Full"), by their
 * names there.
 */
export const italianRules: Readonly<Record<string, Rule>> = {
  'no-forbidden-headers': (document) =>
    headerNames(document).filter((name) => /^(accept|content-type|authorization)$/i.test(name)),
  'http-request-GET-no-body': (document) =>
    placesIn(document['paths'])
      .filter(({ path, node }) => path.at(-1) === 'get' && node['requestBody'] !== undefined)
      .map(named),
  'http-response-no-content-204-205': (document) =>
    responses(document)
      .filter(([, status, response]) => /204|205/.test(status) && at(response, 'content'))
      .map(([place]) => named(place)),
  'servers-description': (document) =>
    servers(document).flatMap((one) => (one['description'] ? [] : [String(one['url'])])),
  'servers-use-https': (document) =>
    servers(document).flatMap(({ url, 'x-sandbox': sandbox }) =>
      sandbox === true || String(url).startsWith('https://') ? [] : [String(url)],
    ),
  'has-x-summary': truthyAt('info', 'x-summary'),
  'has-contact': truthyAt('info', 'contact'),
  'use-semver': (document) => {
    const version = String(at(document, 'info', 'version'));
    return /^[0-9]+\.[0-9]+\.[0-9]+(-[a-z0-9+.-]+)?/.test(version) ? [] : [version];
  },
  'number-format': typed('number'),
  'integer-format': typed('integer'),
  'no-swagger-2': (document) => (document['swagger'] ? ['swagger'] : []),
  // There are none; one that is added has to be judged against its schema here.
  'oas3-valid-media-example': where(
    ({ path, node }) => path.at(-2) === 'content' && ('example' in node || 'examples' in node),
  ),
  'sec-securitySchemes-oauth-http': (document) =>
    flowsOf(document).flatMap(([, flow]) =>
      membersOf(flow).flatMap(([key, url]) => (/Url$/i.test(key) && !/^https:\/\//.test(String(url)) ? [key] : [])),
    ),
  'sec-securitySchemes-oauth-allowed-flows': (document) =>
    flowsOf(document).flatMap(([flow]) => (flow === 'implicit' || flow === 'password' ? [flow] : [])),
  'patch-media-type': (document) =>
    patches(document)
      .filter(({ node }) => at(node, 'requestBody', 'content', 'application/json'))
      .map(named),
  'patch-without-request-body': (document) =>
    patches(document)
      .filter(({ node }) => at(node, 'requestBody', 'required') !== true)
      .map(named),
  'paths-status': (document) => (isNode(at(document, 'paths', '/status')) ? [] : ['/status']),
  'paths-status-return-json': (document) =>
    wrongMedia(
      responses(document).filter((one) => ofStatus(one) && one[1] === '200'),
      ['application/json', 'application/problem+json'],
    ),
  'paths-status-return-problem': (document) =>
    wrongMedia(
      responses(document).filter((one) => ofStatus(one) && isError(one)),
      ['application/problem+json'],
    ),
  'use-problem-json-for-errors': (document) =>
    wrongMedia(responses(document).filter(isError), ['application/problem+xml', 'application/problem+json']),
  'ratelimit-429-completeness': (document) =>
    responses(document).flatMap(([place, status, response]) => {
      const limits = membersOf(at(response, 'headers')).filter(([name]) => rateLimit.test(name));
      return status === '429' && limits.length % 3 !== 0 ? [named(place)] : [];
    }),
  'sec-apikeys-url': (document) =>
    schemes(document).flatMap((one) =>
      one['type'] === 'apiKey' && one['in'] === 'query' ? [String(one['name'])] : [],
    ),
  'sec-credentials-parameters': (document) =>
    parameters(document).flatMap((one) =>
      /query|path/.test(String(one['in'])) && /password|secret|apikey/i.test(String(one['name']))
        ? [String(one['name'])]
        : [],
    ),
};
