import { fullName } from '../../forms/schema/full-name.ts';
import { renderPdf, type PdfBlock } from '../connect/pdf.ts';
import { formContext } from '../core/answering.ts';
import { dayInWords, romeDay } from '../core/calendar.ts';
import { partyRolesOf } from '../core/policy.ts';
import { Problem } from '../core/problem.ts';
import { materialOf } from './dossier-material.ts';
import { formOf } from './form-to-fill.ts';
import type { Handler } from './handler.ts';
import { presentAnswers } from './present/answers.ts';
import type { DossierMaterial } from './present/citizen.ts';

/**
 * The receipt of an application (L. 241/1990, art. 18-bis), drawn from the record at every reading; for the applicant
 * only.
 */
export const readReceipt: Handler<'readReceipt'> = async ({ params, actor, services }) => {
  const { dossierId } = params;
  const material = await materialOf(services, actor, { dossierId, what: 'receipt' });
  if (!partyRolesOf(actor, material.opened.dossier).includes('applicant'))
    throw new Problem('resource.not-found', { dossierId });
  const { dossier, bodyName, procedure } = material.opened;
  const content = await renderPdf({
    title: `Ricevuta: ${procedure.service.title}`,
    letterhead: bodyName,
    references: [`Protocollo ${dossier.registration}`, `Presentata ${momentInWords(dossier.submittedAt)}`],
    blocks: [...duties(material), ...answered(material)],
    createdAt: dossier.submittedAt,
  });
  const fileName = `ricevuta-${dossier.registration.replaceAll('/', '-')}.pdf`;
  return { content, fileName, mediaType: 'application/pdf', size: content.length };
};

/** What art. 18-bis wants in a receipt: when the body took charge, by when it must answer, who answers for it. */
function duties({ opened, documents, events }: DossierMaterial): readonly PdfBlock[] {
  const { dossier, offices } = opened;
  const applicant = dossier.parties.find(({ role }) => role === 'applicant');
  const started = events.find(({ type, data }) => type === 'term.started' && data['main'] === true);
  const last = started?.data['deadlineOn'];
  const rows = [
    {
      label: 'Chi ha presentato la richiesta',
      text: applicant === undefined ? '' : fullName(applicant),
    },
    { label: 'Oggetto', text: dossier.subject },
    { label: 'Presa in carico', text: dayInWords(romeDay(dossier.submittedAt)) },
    ...(typeof last !== 'string' ? [] : [{ label: 'L’amministrazione deve rispondere entro', text: dayInWords(last) }]),
    { label: 'Ufficio responsabile', text: offices[dossier.officeCode] ?? dossier.officeCode },
    { label: 'Identificativo della pratica', text: dossier.dossierId },
  ];
  const files = documents
    .filter(({ kind }) => kind === 'attachment')
    .map(({ fileName, sha256 }) => `${fileName} (SHA-256 ${sha256})`);
  return [
    { type: 'facts', rows },
    ...(files.length === 0
      ? []
      : ([
          { type: 'heading', text: 'Allegati' },
          { type: 'list', items: files },
        ] as const)),
    {
      type: 'paragraph',
      text: 'Questa ricevuta vale come comunicazione di avvio del procedimento (L. 241/1990, art. 18-bis).',
    },
  ];
}

/** What was sent, which later answers in the dossier may have made more precise. */
function answered({ opened, bodyNames, choiceLabels, sent }: DossierMaterial): readonly PdfBlock[] {
  const { dossier, procedure } = opened;
  const form = formOf(procedure, procedure.startFormId);
  const seen = formContext(procedure, dossier.submittedAt, dossier.variables);
  const context = { ...seen, bodyNames, choiceLabels };
  return presentAnswers(form, sent ?? dossier.variables, { context }).flatMap(({ title, rows }) => [
    { type: 'heading', text: title } as const,
    { type: 'facts', rows: rows.map(({ label, text }) => ({ label, text })) } as const,
  ]);
}

/** Both times, so that nobody has to reckon: that of the place and UTC. */
function momentInWords(at: string): string {
  const time = new Intl.DateTimeFormat('it-IT', {
    timeZone: 'Europe/Rome',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return `il ${dayInWords(romeDay(at))} alle ${time.format(new Date(at))} (${at} UTC)`;
}
