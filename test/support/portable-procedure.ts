import { fileURLToPath } from 'node:url';
import { readProcedureFolder } from '../../engine/publish/read-folder.ts';
import type { ProcedureFiles } from '../../engine/core/procedure.ts';

/** A folder with a small procedure that has chosen bpmn-engine. */
export const portableFolder = fileURLToPath(new URL('procedures/rilascio-attestato', import.meta.url));

/** What it is made of. */
export function aPortableProcedure(): Promise<ProcedureFiles> {
  return readProcedureFolder(portableFolder);
}

/** The same with one text replaced in one file. @throws RangeError when the text is not there */
export function changed(files: ProcedureFiles, file: string, [from, to]: readonly [string, string]): ProcedureFiles {
  const text = files.files[file] ?? '';
  if (!text.includes(from)) throw new RangeError(`${file} does not hold ${from}`);
  return { ...files, files: { ...files.files, [file]: text.replaceAll(from, to) } };
}

/** The same on the kernel. */
export function onKernel(files: ProcedureFiles): ProcedureFiles {
  return changed(files, 'service.json', ['"executor": "bpmn-engine"', '"executor": "kernel"']);
}

/** The same with a withdrawal that does not interrupt, which bpmn-engine lets happen only once. */
export function notPortable(files: ProcedureFiles): ProcedureFiles {
  return changed(files, 'procedure.bpmn', ['id="withdrawal" ', 'id="withdrawal" cancelActivity="false" ']);
}
