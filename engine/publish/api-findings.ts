import { z } from 'zod';
import { readApis } from '../catalogue/read-apis.ts';
import type { ProcedureFiles } from '../core/procedure.ts';
import { errorIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';

const documentShape = z.record(z.string(), z.json());

/** What is not right in the OpenAPI documents by the letter of their standard; asked of what is to be published. */
export async function apiFindings(files: ProcedureFiles['files']): Promise<readonly Finding[]> {
  const { value } = readApis(files);
  const documents = Object.entries(value);
  if (documents.length === 0) return [];
  // Loaded where there is something to check: most procedures ask nobody.
  const { Validator } = await import('@seriousme/openapi-schema-validator');
  const checked = documents.map(async ([id, document]): Promise<readonly Finding[]> => {
    const { valid, errors } = await new Validator().validate(documentShape.parse(document));
    const [first] = Array.isArray(errors) ? errors : [];
    if (valid) return [];
    const place = first?.instancePath === '' ? undefined : first?.instancePath;
    const reason = first?.message ?? String(errors);
    return [errorIn(`apis/${id}`, 'api.invalid', { ...(place !== undefined && { place }), reason })];
  });
  return (await Promise.all(checked)).flat();
}
