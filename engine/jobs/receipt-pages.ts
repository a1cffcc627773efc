import { fullName } from '../../forms/schema/full-name.ts';
import { summarise } from '../../forms/schema/summary.ts';
import type { PdfBlock, PdfContent } from '../connect/pdf.ts';
import { formContext } from '../core/answering.ts';
import { dayInWords, romeDay } from '../core/calendar.ts';
import type { DossierDocument, Party } from '../core/dossier.ts';
import type { DossierEvent } from '../core/event.ts';
import type { Procedure } from '../core/procedure.ts';
import type { KeptSubmission } from '../core/submission.ts';
import type { AnswerNames } from '../store/answer-names.ts';
import type { NamedDossier } from '../store/tables/dossiers.ts';

/** What a receipt is drawn from. */
export interface ReceiptMaterial extends NamedDossier {
  readonly procedure: Procedure;
  readonly application: KeptSubmission;
  readonly names: AnswerNames;
  readonly events: readonly DossierEvent[];
  readonly documents: readonly DossierDocument[];
}

/**
 * The receipt of an application, as of the moment in which it was sent: whatever the dossier holds since then is not in
 * it.
 */
export function receiptPages(material: ReceiptMaterial): PdfContent {
  const { dossier, procedure, bodyName } = material;
  return {
    title: `Ricevuta: ${procedure.service.title}`,
    letterhead: bodyName,
    references: [`Protocollo ${dossier.registration}`, `Presentata ${momentInWords(dossier.submittedAt)}`],
    blocks: [...duties(material), ...answered(material)],
    createdAt: dossier.submittedAt,
  };
}

/** What art. 18-bis wants in a receipt: when the body took charge, by when it must answer, who answers for it. */
function duties(material: ReceiptMaterial): readonly PdfBlock[] {
  const { dossier, offices, events } = material;
  const applicant = dossier.parties.find(({ role }) => role === 'applicant');
  const last = events.find(({ type, data }) => type === 'term.started' && data['main'] === true)?.data['deadlineOn'];
  const officeCode = String(events[0]?.data['officeCode'] ?? dossier.officeCode);
  const rows = [
    {
      label: 'Chi ha presentato la richiesta',
      text: applicant === undefined ? '' : withRepresentative(applicant),
    },
    { label: 'Oggetto', text: dossier.subject },
    { label: 'Presa in carico', text: dayInWords(romeDay(dossier.submittedAt)) },
    ...(typeof last !== 'string' ? [] : [{ label: 'L’amministrazione deve rispondere entro', text: dayInWords(last) }]),
    { label: 'Ufficio responsabile', text: offices[officeCode] ?? officeCode },
    { label: 'Identificativo della pratica', text: dossier.dossierId },
  ];
  const files = sentFiles(material).map(({ fileName, sha256 }) => `${fileName} (SHA-256 ${sha256})`);
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

/** A party, and who applied for them. */
const withRepresentative = ({ through, ...party }: Party): string =>
  through === undefined ? fullName(party) : `${fullName(party)}, tramite ${fullName(through)}`;

/** What came with the application stands under its number; whatever comes later has another one, or none. */
function sentFiles({ dossier, documents }: ReceiptMaterial): readonly DossierDocument[] {
  return documents.filter(({ kind, registration }) => kind === 'attachment' && registration === dossier.registration);
}

function answered({ procedure, application, names }: ReceiptMaterial): readonly PdfBlock[] {
  const { formId, answers, at, context: own } = application;
  const form = procedure.forms[formId];
  if (form === undefined) return [];
  const context = { ...formContext(procedure, at), ...own, ...names };
  return summarise(form, answers, context)
    .map(({ title, rows }) => ({ title, rows: rows.filter(({ text }) => text !== '') }))
    .filter(({ rows }) => rows.length > 0)
    .flatMap(({ title, rows }) => [
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
