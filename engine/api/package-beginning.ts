import type { CallInput } from '../../forms/contract/client.ts';
import { Problem } from '../core/problem.ts';
import { readXml } from '../kernel/reading/read-xml.ts';
import { blankPackage } from '../publish/blank-package.ts';
import { boundFindings } from '../catalogue/bounds.ts';
import { readZip } from '../publish/zip.ts';
import { elementsOf, idOf } from '../rules/moddle.ts';
import type { Db } from '../store/db.ts';
import { findPublished, readFiles } from '../store/tables/procedures.ts';
import { findingInWords } from '../words/findings/words.ts';

type Origin = CallInput<'createPackage'>['body']['from'];

interface Beginning {
  readonly procedureId: string;
  readonly files: Readonly<Record<string, string>>;
}

/**
 * The first files of a package, from wherever it begins.
 * @throws Problem `procedure.not-found`, `package.unsafe-archive`, `request.invalid` for a BPMN file without a process
 */
export async function beginning(db: Db, from: Origin): Promise<Beginning> {
  switch (from.type) {
    case 'blank':
      return { procedureId: from.procedureId, files: blankPackage(from.procedureId, from.title) };
    case 'published':
      return fromPublished(db, from.procedureId, from.as ?? from.procedureId);
    case 'zip':
      return { procedureId: from.procedureId, files: await readZip(Buffer.from(from.content, 'base64')) };
    case 'bpmn':
      return fromDiagram(from.content, from.title);
  }
}

async function fromPublished(db: Db, procedureId: string, name: string): Promise<Beginning> {
  const published = await findPublished(db, procedureId);
  if (published === undefined) throw new Problem('procedure.not-found', { procedureId });
  const files = await readFiles(db, published);
  const { 'procedure.bpmn': diagram = '', ...others } = files;
  return { procedureId: name, files: { ...others, 'procedure.bpmn': renamed(diagram, procedureId, name) } };
}

/** The process is called as its procedure; what refers to it goes along. */
const renamed = (diagram: string, from: string, to: string): string =>
  ['id', 'processRef', 'bpmnElement'].reduce(
    (text, attribute) => text.replaceAll(` ${attribute}="${from}"`, ` ${attribute}="${to}"`),
    diagram,
  );

/** A diagram drawn elsewhere, with the card and the forms of a new procedure around it. */
async function fromDiagram(content: string, title: string): Promise<Beginning> {
  const [beyond] = await boundFindings({ procedureId: '', files: { 'procedure.bpmn': content } });
  if (beyond !== undefined) throw new Problem('request.invalid', { expected: findingInWords(beyond, 'en') });
  const { definitions } = await readXml(content);
  const processes = elementsOf(definitions, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
  const procedureId = idOf(processes.find(({ isExecutable }) => isExecutable === true) ?? processes[0]);
  if (!/^[a-z][a-z0-9-]{2,59}$/.test(procedureId)) {
    throw new Problem('request.invalid', {
      value: procedureId.slice(0, 60),
      expected: 'a BPMN diagram with a process whose id has only small letters, digits and hyphens',
    });
  }
  return { procedureId, files: { ...blankPackage(procedureId, title), 'procedure.bpmn': content } };
}
