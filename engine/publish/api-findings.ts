import { z } from 'zod';
import { error } from '../catalogue/findings.ts';
import { readApis } from '../catalogue/read-apis.ts';
import type { ProcedureFiles } from '../core/procedure.ts';
import type { Finding } from '../kernel/types.ts';

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
    const place = first?.instancePath ? ` in ${first.instancePath}` : '';
    const said = first?.message ?? String(errors);
    return valid
      ? []
      : [error(`apis/${id}`, 'api.invalid', `Il documento apis/${id} non è OpenAPI valido${place}: ${said}.`)];
  });
  return (await Promise.all(checked)).flat();
}
