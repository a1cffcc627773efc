import type { FormDocument } from '../../forms/schema/document.ts';
import type { Procedure } from '../../engine/core/procedure.ts';
import { termRules } from '../../engine/language/term.ts';
import { factsOf } from './facts.ts';
import {
  boundary,
  end,
  flow,
  gateway,
  path,
  process,
  scriptTask,
  serviceTask,
  sideBoundary,
  start,
  subProcess,
  task,
  userTask,
} from './bpmn.ts';

/**
 * A small procedure of access to documents, with one of everything that the core has to handle: notices, tasks of the
 * office and of parties, clocks, timers bound to a term, an act of the applicant, third parties, a document.
 */
export const accessDiagram = process(
  'accesso',
  start('request-submitted'),
  task('sendTask', 'notify-start', { job: 'send-notice' }),
  subProcess(
    'examination',
    {},
    start('examination-started'),
    userTask('check-request', { name: 'Verifica la richiesta', form: 'verifica', groups: 'urp' }),
    gateway('exclusiveGateway', 'in-order', 'in-order-evaluate'),
    userTask('clarify-request', { name: 'Precisa la richiesta', form: 'precisazione', groups: 'applicant' }),
    boundary('clarification-expired', 'clarify-request', { duration: 'P10D' }),
    scriptTask('no-decision', '= null', 'esito'),
    end('archived'),
    userTask('evaluate', { name: 'Valuta i documenti', form: 'valutazione', groups: 'documenti' }),
    task('sendTask', 'notify-third-parties', { job: 'send-notice' }),
    userTask('decide', { name: 'Decidi', form: 'decisione', groups: '= "documenti" + "/officer"' }),
    end('examined'),
    ...path('examination-started', 'check-request', 'in-order'),
    flow('in-order', 'clarify-request', 'esitoVerifica = "da-precisare"'),
    flow('in-order', 'evaluate'),
    ...path('clarification-expired', 'no-decision', 'archived'),
    ...path('clarify-request', 'evaluate', 'notify-third-parties', 'decide', 'examined'),
  ),
  boundary('withdrawal', 'examination', { message: 'withdrawal' }),
  boundary('silence', 'examination', { name: '30 giorni', duration: 'P30D' }),
  sideBoundary('overdue', 'examination', { duration: 'P30D' }),
  end('withdrawn'),
  end('silent'),
  task('sendTask', 'notify-office', { job: 'send-notice' }),
  end('office-told'),
  gateway('exclusiveGateway', 'decided', 'decided-closed'),
  serviceTask('draw-up', { job: 'create-document' }),
  task('sendTask', 'notify-outcome', { job: 'send-notice' }),
  end('answered'),
  end('closed'),
  ...path('request-submitted', 'notify-start', 'examination', 'decided'),
  flow('decided', 'draw-up', 'esito != null'),
  flow('decided', 'closed'),
  ...path('draw-up', 'notify-outcome', 'answered'),
  flow('withdrawal', 'withdrawn'),
  flow('silence', 'silent'),
  ...path('overdue', 'notify-office', 'office-told'),
);

const ground = 'L. 241/1990, art. 25 c. 4';

/** What the dialect says on its elements. */
export const accessFacts = factsOf({
  accesso: {
    term: { id: 'risposta', label: 'Risposta', days: '= parameters.rispostaGiorni', ground, main: 'true' },
  },
  'request-submitted': { clock: [{ term: 'risposta', act: 'start', on: 'left', ground }] },
  'notify-start': { notice: { template: 'avvio', to: 'applicant' } },
  'check-request': { milestone: { code: 'in-verifica' } },
  'clarify-request': {
    milestone: { code: 'attesa-integrazioni' },
    clock: [
      {
        term: 'risposta',
        act: 'interrupt',
        on: 'entered',
        ground: 'DPR 184/2006, art. 6 c. 5',
        when: '= tipo = "documentale"',
      },
      {
        term: 'risposta',
        act: 'suspend',
        on: 'entered',
        ground: 'L. 241/1990, art. 2 c. 7',
        when: '= tipo != "documentale"',
        maxDays: '30',
      },
      { term: 'risposta', act: 'restart', on: 'left', ground: 'DPR 184/2006, art. 6 c. 5' },
      { term: 'risposta', act: 'resume', on: 'left', ground: 'L. 241/1990, art. 2 c. 7' },
    ],
  },
  archived: { outcome: { code: 'archiviata' }, clock: [{ term: 'risposta', act: 'end', on: 'entered', ground }] },
  evaluate: { parties: { from: '= controinteressati' } },
  'notify-third-parties': { notice: { template: 'avviso', to: 'third-parties' } },
  decide: { milestone: { code: 'in-decisione' }, clock: [{ term: 'risposta', act: 'end', on: 'left', ground }] },
  withdrawal: { personalAct: { by: 'applicant', label: 'Ritira la richiesta', form: 'ritiro' } },
  withdrawn: { outcome: { code: 'ritirata' } },
  silence: { deadline: { term: 'risposta', when: '= tipo = "documentale"' } },
  silent: { outcome: { code: 'diniego-tacito' }, clock: [{ term: 'risposta', act: 'end', on: 'entered', ground }] },
  overdue: { deadline: { term: 'risposta', when: '= tipo != "documentale"' } },
  'notify-office': { notice: { template: 'ritardo', to: 'office:rpct' } },
  'draw-up': {
    document: { template: 'provvedimento', kind: 'final-act', title: 'Provvedimento finale' },
    outcome: { code: '= esito' },
  },
  'notify-outcome': { notice: { template: 'esito', to: 'applicant' } },
});

/** Its only term. */
export const accessTerms: Procedure['terms'] = Object.fromEntries(
  termRules(accessFacts).map((rule) => [rule.id, rule]),
);

const form = (id: string, components: FormDocument['components']): FormDocument => ({
  type: 'default',
  id,
  schemaVersion: 16,
  components,
});

const choice = (key: string, ...values: readonly string[]) => ({
  type: 'radio',
  key,
  label: key,
  validate: { required: true },
  values: values.map((value) => ({ label: value, value })),
});

/** Its forms. */
export const accessForms: Procedure['forms'] = {
  richiesta: form('richiesta', [
    choice('tipo', 'documentale', 'generalizzato'),
    { type: 'textfield', key: 'ente', label: 'Ente', validate: { required: true } },
    { type: 'textfield', key: 'oggetto', label: 'Documento richiesto', validate: { required: true } },
    { type: 'textarea', key: 'interesse', label: 'Interesse', conditional: { hide: '= tipo != "documentale"' } },
    {
      type: 'textfield',
      key: 'cognome',
      label: 'Cognome',
      properties: { prefill: 'identity.familyName', locked: 'true' },
    },
    { type: 'textfield', key: 'posta', label: 'E-mail', properties: { type: 'email', prefill: 'identity.email' } },
    { type: 'filepicker', key: 'delega', label: 'Delega', accept: '.pdf' },
  ]),
  verifica: form('verifica', [choice('esitoVerifica', 'regolare', 'da-precisare')]),
  precisazione: form('precisazione', [
    { type: 'textfield', key: 'oggetto', label: 'Documento richiesto', validate: { required: true } },
    { type: 'textarea', key: 'interesse', label: 'Interesse', conditional: { hide: '= true' } },
  ]),
  valutazione: form('valutazione', [
    {
      type: 'dynamiclist',
      path: 'controinteressati',
      label: 'Persone',
      components: [
        { type: 'textfield', key: 'nome', label: 'Nome', validate: { required: true } },
        { type: 'textfield', key: 'cognome', label: 'Cognome', validate: { required: true } },
        { type: 'textfield', key: 'codiceFiscale', label: 'Codice fiscale', properties: { type: 'fiscal-code' } },
        { type: 'textfield', key: 'email', label: 'E-mail', properties: { type: 'email' } },
      ],
    },
  ]),
  decisione: form('decisione', [
    choice('esito', 'accolta', 'diniego'),
    {
      type: 'filepicker',
      key: 'documenti',
      label: 'Documenti da consegnare',
      accept: '.pdf',
      properties: { readableBy: 'applicant' },
    },
  ]),
  ritiro: form('ritiro', [{ type: 'textarea', key: 'motivoRitiro', label: 'Perché' }]),
};

const template = (templateId: string, subject: string, body: string) => ({ templateId, subject, body });

/** Its texts. */
export const accessTemplates: Procedure['templates'] = {
  avvio: template(
    'avvio',
    'Abbiamo ricevuto la richiesta {{ dossier.registration }}',
    'Gentile {{ applicant.givenName }}, rispondiamo entro il {{ dossier.deadlineOn }}. [Segui la pratica]({{ dossier.link }})',
  ),
  avviso: template('avviso', 'Una richiesta ti riguarda', 'È stato chiesto: {{ oggetto }}.'),
  ritardo: template('ritardo', 'Termine superato', 'La pratica {{ dossier.registration }} è in ritardo.'),
  provvedimento: template('provvedimento', 'Provvedimento', 'La richiesta è {{ dossier.outcomeLabel }}.'),
  esito: template('esito', 'Esito della richiesta', 'La tua richiesta è {{ dossier.outcomeLabel }}.'),
};
