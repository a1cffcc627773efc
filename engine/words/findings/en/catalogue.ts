import { runningFailureInWords } from '../../running/words.ts';
import type { CatalogueFindings, TranslatedMember, Untranslated } from '../../../findings/catalogue.ts';
import type { FindingSentences } from '../finding-words.ts';
import { englishShape } from './shape-fault.ts';

const members: Readonly<Record<TranslatedMember, string>> = {
  label: 'The label',
  description: 'The explanation',
  itemLabel: 'The name of each item',
  text: 'The text',
  patternErrorMessage: 'The error message',
  values: 'The choice',
  rules: 'The rule',
};

const missingIn = (what: Untranslated): string =>
  what.type === 'entry' ? `${what.path} is missing` : `${members[what.member]} “${what.text}” has no English`;

const where = (file: string, place: string): string => (place === '' ? file : `${file}, ${place}`);

const detail = (figures: Readonly<Record<string, string | number>>): string => {
  const told = Object.entries(figures).map(([name, value]) => `${name}: ${value}`);
  return told.length === 0 ? '' : ` (${told.join(', ')})`;
};

/** What is found in the files of a procedure, and between them, in English. */
export const englishCatalogue: FindingSentences<CatalogueFindings> = {
  'api.syntax': (told) =>
    `The file ${told.file} cannot be read: ${'reason' in told ? told.reason : `it has more than ${told.mostLevels} levels inside one another`}.`,
  'api.too-large': ({ file, mostCharacters }) => `The file ${file} has more than ${mostCharacters} characters.`,
  'api.version': ({ file }) => `The file ${file} is not an OpenAPI 3.0 or 3.1 document with its paths.`,
  'body-layer.kind': ({ parameter, kind }) =>
    `ofBodies.parameters.${parameter} is of type ${kind}, its value in parameters.json is of another type.`,
  'body-layer.no-value': ({ parameter }) =>
    `ofBodies.parameters.${parameter} has no value in parameters.json: it needs one there, or “kind” and “must”.`,
  'call.process-not-published': ({ elementId, process, versionTag }) =>
    `Activity ${elementId} calls the process ${process}${versionTag === undefined ? '' : ` with the version tag “${versionTag}”`}, which is not published: it has to be published before this procedure, or together with it.`,
  'correction.stale': ({ decision, correction }) =>
    `“${decision}” reads answers that “${correction}” may have corrected, and is not decided again afterwards: lead the way back to this decision.`,
  'error.never-thrown': ({ elementId, error, thrown }) =>
    `The event ${elementId} catches the error “${error}”, which nothing throws there: ${thrown.length === 0 ? 'there is no error with a name' : `there are ${thrown.join(', ')}`}.`,
  'file.doctype': ({ file }) => `${file} has a DOCTYPE declaration: take it out, it is not needed.`,
  'file.json': ({ file, reason }) => `The file ${file} is not valid JSON: ${reason}.`,
  'file.missing': ({ file }) => `The folder does not have the ${file.endsWith('.bpmn') ? 'diagram' : 'file'} ${file}.`,
  'file.not-a-file': ({ file }) =>
    `${file} is not a file of this folder, and links are not followed: it has not been read.`,
  'file.shape': ({ file, path, fault }) =>
    `In the file ${file}, ${path.join('.') || 'beginning of the file'}: ${englishShape(fault)}.`,
  'file.too-deep': ({ file }) => `${file} is nested too deeply: it has not been read.`,
  'file.too-large': ({ file }) => `${file} is too large: it has not been read.`,
  'file.too-many': ({ file }) => `${file} goes beyond the number of files that are read: it has not been read.`,
  'file.unused': ({ file }) => `No element of the diagram uses the file ${file}.`,
  'form.id': ({ file, id, expected }) =>
    `The form ${file} has the id “${id}”: it has to be called as its file is, “${expected}”.`,
  'form.issue': ({ file, path, code, figures }) =>
    `The form is not right at ${where(file, path)}: ${code}${detail(figures)}.`,
  'form.missing': ({ elementId, form }) =>
    `Element ${elementId} uses the form ${form}, but there is no forms/${form}.json.`,
  'key.of-applicant': ({ key }) =>
    `The key ${key} is that of an answer about who applies: the field of the form needs another one.`,
  'key.two-types': ({ file, key, types: [first, second], other }) =>
    `The answer “${key}” is of type ${first} in forms/${other}.json and of type ${second} in ${file}.`,
  'milestone.missing': ({ elementId }) =>
    `At ${elementId} the dossier stops and no milestone (iter:milestone) says so, neither on the element nor on the phase around it: who applied would not see where it stands.`,
  'milestone.unknown': ({ elementId, code }) =>
    `iter:milestone in ${elementId}: the milestone “${code}” is neither one of everybody’s nor in the card (milestones).`,
  'notice.tells-outcome': ({ file, element, told }) =>
    `The subject of the text ${file}, which the element ${element} sends to a party, tells the outcome already (“${told}”): name the application and its number, the outcome belongs in the text.`,
  'outcome.missing': ({ elementId }) =>
    `The end ${elementId} can be reached without an outcome (iter:outcome): the dossier would close undecided.`,
  'outcome.unknown': ({ elementId, code }) =>
    `iter:outcome in ${elementId}: the outcome “${code}” is neither one of everybody’s nor in the card (outcomes).`,
  'parameter.twice': ({ parameter, day }) =>
    `The parameter ${parameter} has two values from ${day} on: there can be only one for each day.`,
  'parameter.unknown': ({ file, place, expression, name }) =>
    `In ${where(file, place)} the expression “${expression}” uses the parameter ${name}, which parameters.json does not have.`,
  'process.id': ({ process, folder }) =>
    `The process is called “${process}” and the folder “${folder}”: they have to have the same name.`,
  'role.idle': ({ role }) => `The role “${role}” of the card has no task.`,
  'role.unknown': ({ elementId, extension, role, known }) =>
    `iter:${extension} in ${elementId}: the role “${role}” is not in the card (roles); the roles are: ${known.join(', ')}.`,
  'service.key': ({ key }) => `The card uses the answer “${key}”, which the first form does not have.`,
  'service.maximum-days': ({ parameter }) =>
    `maximumDaysParameter is “${parameter}”: parameters.json needs a whole number of days under that name.`,
  'service.office': ({ office }) =>
    `competence.officeCode is “${office}”: it is neither the code of an office nor an expression.`,
  'start.expression': ({ process, failure }) =>
    `A start event of ${process} cannot be understood before there is a dossier: ${runningFailureInWords(failure, 'en')}`,
  'start.form-missing': () =>
    'The start event does not say with which form one applies: zeebe:formDefinition is missing. If nobody applies, service.json needs "opening": "events".',
  'status.taken': ({ list, code }) =>
    `In the card ${list} has “${code}”, which belongs to all procedures: it needs another code.`,
  'task.group': ({ elementId, group }) =>
    `Task ${elementId} is assigned to “${group}”: it takes a role of the card, applicant, third-parties, <office>, <office>/officer or <office>/manager.`,
  'task.unassigned': ({ elementId }) =>
    `Task ${elementId} does not say for whom it is: put it into the lane of a role (iter:role), or say it with zeebe:assignmentDefinition.`,
  'template.block': ({ file, mark }) =>
    `In the text ${file} the mark “${mark}” is not opened or not closed: write {{#if …}} … {{else}} … {{/if}} or {{#loop …}} … {{/loop}}.`,
  'template.missing': ({ elementId, template }) =>
    `Element ${elementId} uses the text ${template}, but there is no templates/${template}.md.`,
  'template.subject': ({ file }) => `The text ${file} has to begin with a line “# subject”, followed by the body.`,
  'term.no-bound': ({ elementId, term }) =>
    `In ${elementId} the term ${term} is suspended without a bound: maxDays is needed, or a term on the activity that holds it (L. 241/1990, art. 2 c. 7: once, thirty days at most).`,
  'term.no-expiry': ({ term, label }) =>
    `The term “${label}” (${term}) does not say what it means when it passes: expiry is needed (L. 241/1990, artt. 2 and 20: consent, refusal, delay).`,
  'term.no-length': ({ elementId, term }) =>
    `In ${elementId} the length of the term ${term} changes, but not by how much: by is needed, or to.`,
  'term.no-reason': ({ elementId, term }) =>
    `In ${elementId} the term ${term} is extended without a reason: reason is needed (L.R. 32/1993, art. 18; L. 241/1990, art. 3).`,
  'term.unwatched': ({ term, label }) =>
    `When the main term “${label}” (${term}) passes, nothing happens: it needs a timer event with iter:deadline term="${term}".`,
  'translation.length': ({ member, given, wanted }) =>
    `translations.en.${member} has ${given} texts, ${member} has ${wanted}: there have to be as many, in the same order.`,
  'translation.missing': ({ what }) => `${missingIn(what)}: who reads in English sees it in Italian.`,
  'translation.unknown': ({ path, because }) =>
    because === 'not-read'
      ? `${path} translates something that no party of the dossier reads.`
      : `${path} translates something that does not exist.`,
  'variable.unknown': ({ file, place, expression, name }) =>
    `In ${where(file, place)} the expression “${expression}” uses “${name}”, to which no form and no task gives a value.`,
};
