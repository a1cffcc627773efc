import { runningFailureInWords } from '../../running/words.ts';
import type { CatalogueFindings, TranslatedMember, Untranslated } from '../../../findings/catalogue.ts';
import type { FindingSentences } from '../finding-words.ts';
import { italianShape } from './shape-fault.ts';

const members: Readonly<Record<TranslatedMember, string>> = {
  label: 'dell’etichetta',
  description: 'della spiegazione',
  itemLabel: 'del nome di ciascun elemento',
  text: 'del testo',
  patternErrorMessage: 'del messaggio d’errore',
  values: 'della scelta',
  rules: 'della regola',
};

const missingIn = (what: Untranslated): string =>
  what.type === 'entry' ? what.path : `l’inglese ${members[what.member]} «${what.text}»`;

const where = (file: string, place: string): string => (place === '' ? file : `${file}, ${place}`);

const detail = (figures: Readonly<Record<string, string | number>>): string => {
  const told = Object.entries(figures).map(([name, value]) => `${name}: ${value}`);
  return told.length === 0 ? '' : ` (${told.join(', ')})`;
};

/** What is found in the files of a procedure, and between them, in Italian. */
export const italianCatalogue: FindingSentences<CatalogueFindings> = {
  'api.syntax': (told) =>
    `Il file ${told.file} non si può leggere: ${'reason' in told ? told.reason : `ha più di ${told.mostLevels} livelli uno dentro l’altro`}.`,
  'api.too-large': ({ file, mostCharacters }) => `Il file ${file} ha più di ${mostCharacters} caratteri.`,
  'api.version': ({ file }) => `Il file ${file} non è un documento OpenAPI 3.0 o 3.1 con i suoi percorsi (paths).`,
  'body-layer.kind': ({ parameter, kind }) =>
    `ofBodies.parameters.${parameter} è di tipo ${kind}, in parameters.json il valore è di un altro tipo.`,
  'body-layer.no-value': ({ parameter }) =>
    `ofBodies.parameters.${parameter} non ha un valore in parameters.json: serve lì, oppure servono "kind" e "must".`,
  'call.process-not-published': ({ elementId, process, versionTag }) =>
    `L’attività ${elementId} richiama il processo ${process}${versionTag === undefined ? '' : ` con l’etichetta di versione «${versionTag}»`}, che non è pubblicato: va pubblicato prima di questo procedimento, o insieme.`,
  'correction.stale': ({ decision, correction }) =>
    `«${decision}» legge risposte che «${correction}» può far correggere, e dopo non si decide di nuovo: riporta il percorso a questa decisione.`,
  'error.never-thrown': ({ elementId, error, thrown }) =>
    `L’evento ${elementId} cattura l’errore «${error}», che lì nessuno solleva: ${thrown.length === 0 ? 'non c’è nessun errore con un nome' : `ci sono ${thrown.join(', ')}`}.`,
  'file.doctype': ({ file }) => `${file} ha una dichiarazione DOCTYPE: toglila, non serve.`,
  'file.json': ({ file, reason }) => `Il file ${file} non è JSON valido: ${reason}.`,
  'file.missing': ({ file }) => `Nella cartella manca il ${file.endsWith('.bpmn') ? 'diagramma' : 'file'} ${file}.`,
  'file.not-a-file': ({ file }) =>
    `${file} non è un file di questa cartella: un collegamento non si segue: non è stato letto.`,
  'file.shape': ({ file, path, fault }) =>
    `Nel file ${file}, ${path.join('.') || 'inizio del file'}: ${italianShape(fault)}.`,
  'file.too-deep': ({ file }) => `${file} è annidato troppo in profondità: non è stato letto.`,
  'file.too-large': ({ file }) => `${file} è troppo grande: non è stato letto.`,
  'file.too-many': ({ file }) => `${file} va oltre il numero di file che si leggono: non è stato letto.`,
  'file.unused': ({ file }) => `Il file ${file} non è usato da nessun elemento del diagramma.`,
  'form.id': ({ file, id, expected }) => `Il modulo ${file} ha id «${id}»: deve chiamarsi come il file, «${expected}».`,
  'form.issue': ({ file, path, code, figures }) =>
    `Il modulo non va bene in ${where(file, path)}: ${code}${detail(figures)}.`,
  'form.missing': ({ elementId, form }) =>
    `L’elemento ${elementId} usa il modulo ${form}, ma forms/${form}.json non c’è.`,
  'key.of-applicant': ({ key }) =>
    `Il nome ${key} è quello di una risposta su chi presenta la domanda: il campo del modulo ne vuole un altro.`,
  'key.two-types': ({ file, key, types: [first, second], other }) =>
    `La risposta «${key}» è di tipo ${first} in forms/${other}.json e di tipo ${second} in ${file}.`,
  'milestone.missing': ({ elementId }) =>
    `In ${elementId} la pratica si ferma e nessuna tappa (iter:milestone) lo dice, né sull’elemento né sulla fase che lo contiene: chi ha presentato la domanda non vedrebbe dove sta.`,
  'milestone.unknown': ({ elementId, code }) =>
    `iter:milestone in ${elementId}: la tappa «${code}» non è fra quelle di tutti né nella scheda (milestones).`,
  'notice.tells-outcome': ({ file, element, told }) =>
    `L’oggetto del testo ${file}, che l’elemento ${element} manda a una parte, dice già l’esito («${told}»): nominaci la richiesta e il suo numero, l’esito sta nel testo.`,
  'outcome.missing': ({ elementId }) =>
    `Alla fine ${elementId} si arriva anche senza un esito (iter:outcome): la pratica si chiuderebbe senza essere decisa.`,
  'outcome.unknown': ({ elementId, code }) =>
    `iter:outcome in ${elementId}: l’esito «${code}» non è fra quelli di tutti né nella scheda (outcomes).`,
  'parameter.twice': ({ parameter, day }) =>
    `Il parametro ${parameter} ha due valori validi dal ${day}: se ne può scrivere uno solo per giorno.`,
  'parameter.unknown': ({ file, place, expression, name }) =>
    `In ${where(file, place)} l’espressione «${expression}» usa il parametro ${name}, che in parameters.json non c’è.`,
  'process.id': ({ process, folder }) =>
    `Il processo si chiama «${process}» e la cartella «${folder}»: devono avere lo stesso nome.`,
  'role.idle': ({ role }) => `Il ruolo «${role}» della scheda non ha nessuna attività.`,
  'role.unknown': ({ elementId, extension, role, known }) =>
    `iter:${extension} in ${elementId}: il ruolo «${role}» non è nella scheda (roles); i ruoli sono: ${known.join(', ')}.`,
  'service.key': ({ key }) => `La scheda usa la risposta «${key}», che nel modulo iniziale non c’è.`,
  'service.maximum-days': ({ parameter }) =>
    `maximumDaysParameter è «${parameter}»: in parameters.json serve un numero intero di giorni con quel nome.`,
  'service.office': ({ office }) =>
    `competence.officeCode è «${office}»: non è il codice di un ufficio né un’espressione.`,
  'start.expression': ({ process, failure }) =>
    `Un evento iniziale di ${process} non si può capire prima che ci sia una pratica: ${runningFailureInWords(failure, 'it')}`,
  'start.form-missing': () =>
    'L’evento iniziale non dice con quale modulo si presenta la domanda: manca zeebe:formDefinition. Se nessuno presenta domanda, in service.json serve "opening": "events".',
  'status.taken': ({ list, code }) =>
    `Nella scheda ${list} ha «${code}», che è di tutti i procedimenti: serve un altro codice.`,
  'task.group': ({ elementId, group }) =>
    `L’attività ${elementId} è assegnata a «${group}»: serve un ruolo della scheda, applicant, third-parties, <ufficio>, <ufficio>/officer o <ufficio>/manager.`,
  'task.unassigned': ({ elementId }) =>
    `L’attività ${elementId} non dice per chi è: mettila nella corsia di un ruolo (iter:role), o dillo con zeebe:assignmentDefinition.`,
  'template.block': ({ file, mark }) =>
    `Nel testo ${file} il segno «${mark}» non è aperto o non è chiuso: scrivi {{#if …}} … {{else}} … {{/if}} o {{#loop …}} … {{/loop}}.`,
  'template.missing': ({ elementId, template }) =>
    `L’elemento ${elementId} usa il testo ${template}, ma templates/${template}.md non c’è.`,
  'template.subject': ({ file }) => `Il testo ${file} deve cominciare con una riga «# oggetto», seguita dal corpo.`,
  'term.no-bound': ({ elementId, term }) =>
    `In ${elementId} il termine ${term} è sospeso senza un limite: serve maxDays, o un termine sull’attività che lo tiene fermo (L. 241/1990, art. 2 c. 7: una volta sola, al massimo trenta giorni).`,
  'term.no-expiry': ({ term, label }) =>
    `Il termine «${label}» (${term}) non dice che cosa vuol dire quando passa: serve expiry (L. 241/1990, artt. 2 e 20: assenso, diniego, ritardo).`,
  'term.no-length': ({ elementId, term }) =>
    `In ${elementId} la durata del termine ${term} cambia, ma non si dice di quanto: serve by, oppure to.`,
  'term.no-reason': ({ elementId, term }) =>
    `In ${elementId} il termine ${term} è prorogato senza un motivo: serve reason (L.R. 32/1993, art. 18; L. 241/1990, art. 3).`,
  'term.unwatched': ({ term, label }) =>
    `Quando passa il termine principale «${label}» (${term}) non succede nulla: serve un evento a tempo con iter:deadline term="${term}".`,
  'translation.length': ({ member, given, wanted }) =>
    `translations.en.${member} ha ${given} testi, ${member} ne ha ${wanted}: devono essere altrettanti, nello stesso ordine.`,
  'translation.missing': ({ what }) => `Manca ${missingIn(what)}: chi legge in inglese lo vede in italiano.`,
  'translation.unknown': ({ path, because }) =>
    because === 'not-read'
      ? `${path} traduce qualcosa che chi è parte della pratica non legge.`
      : `${path} traduce qualcosa che non c’è.`,
  'variable.unknown': ({ file, place, expression, name }) =>
    `In ${where(file, place)} l’espressione «${expression}» usa «${name}», che nessun modulo e nessuna attività valorizza.`,
};
