import { BpmnModdle } from 'bpmn-moddle';
import { checkFiles, checkModel } from '../../../../engine/catalogue/check.ts';
import type { ProcedureFiles } from '../../../../engine/core/procedure.ts';
import { zeebeDescriptor } from '../../../../engine/kernel/reading/zeebe.ts';
import type { Finding } from '../../../../engine/findings/finding.ts';
import { descriptorOf } from '../../../../engine/language/descriptor.ts';
import { extensions } from '../../../../engine/language/extensions.ts';
import { isElement } from '../../../../engine/rules/moddle.ts';

/** What the test asks the page for. */
export interface ChecksInPage {
  readonly ofFiles: (files: ProcedureFiles) => Promise<readonly Finding[]>;
  /** Of a model that is held in the page, as bpmn-js holds it. */
  readonly ofModel: (files: ProcedureFiles) => Promise<readonly Finding[]>;
}

const checks: ChecksInPage = {
  ofFiles: async (files) => (await checkFiles(files)).findings,
  ofModel: async (files) => {
    const moddle = new BpmnModdle({ zeebe: zeebeDescriptor, iter: descriptorOf(extensions) });
    const { rootElement: definitions } = await moddle.fromXML(files.files['procedure.bpmn'] ?? '');
    if (!isElement(definitions)) throw new Error('the diagram cannot be read');
    return checkModel({ definitions, files });
  },
};

Object.assign(window, { checks });
