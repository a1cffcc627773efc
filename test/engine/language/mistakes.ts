import { term, type Parts } from './diagram.ts';

/** What is wrong in a diagram: the rule, and the element that the finding names. */
export interface Mistake extends Parts {
  readonly what: string;
  readonly rule: string;
  /** Absent where the parser drops the place. */
  readonly elementId?: string;
}

const clock = (attributes: string) => `<iter:clock ${attributes} />`;

/** One row for each mistake that the dialect knows. */
export const mistakes: readonly Mistake[] = [
  {
    what: 'a term without its article',
    rule: 'language.attribute-missing',
    elementId: 'prova',
    process: '<iter:term id="a" label="A" days="30" main="true" />',
  },
  {
    what: 'a term of no days',
    rule: 'language.attribute-value',
    elementId: 'prova',
    process: '<iter:term id="a" label="A" days="zero" ground="x" main="true" />',
  },
  {
    what: 'a term declared twice',
    rule: 'term.twice',
    elementId: 'prova',
    process: `${term}${term.replace('main="true"', '')}`,
  },
  { what: 'no main term', rule: 'term.main', elementId: 'prova', process: term.replace('main="true"', '') },
  {
    what: 'a clock of an unknown term',
    rule: 'term.unknown',
    elementId: 'check',
    userTask: clock('term="altro" act="start" on="left" ground="x"'),
  },
  {
    what: 'an unknown act of a clock',
    rule: 'language.attribute-value',
    elementId: 'check',
    userTask: clock('term="risposta" act="stop" on="left" ground="x"'),
  },
  {
    what: 'an unknown moment of a clock',
    rule: 'language.attribute-value',
    elementId: 'check',
    userTask: clock('term="risposta" act="start" on="after" ground="x"'),
  },
  {
    what: 'a clock without ground',
    rule: 'language.attribute-missing',
    elementId: 'check',
    userTask: clock('term="risposta" act="start" on="left"'),
  },
  {
    what: 'a condition that is no FEEL',
    rule: 'feel.syntax',
    elementId: 'check',
    userTask: clock('term="risposta" act="start" on="left" ground="x" when="= a &gt;"'),
  },
  {
    what: 'a condition without equals sign',
    rule: 'language.expression-expected',
    elementId: 'check',
    userTask: clock('term="risposta" act="start" on="left" ground="x" when="vero"'),
  },
  {
    what: 'a cap that is no number',
    rule: 'language.attribute-value',
    elementId: 'check',
    userTask: clock('term="risposta" act="suspend" on="left" ground="x" maxDays="dieci"'),
  },
  {
    what: 'a deadline on a task',
    rule: 'language.misplaced',
    elementId: 'check',
    userTask: '<iter:deadline term="risposta" />',
  },
  {
    what: 'a deadline of an unknown term',
    rule: 'term.unknown',
    elementId: 'late',
    timer: '<iter:deadline term="altro" />',
  },
  {
    what: 'a milestone to which every dossier comes by itself',
    rule: 'language.attribute-value',
    elementId: 'check',
    userTask: '<iter:milestone code="conclusa" />',
  },
  {
    what: 'two milestones on one element',
    rule: 'language.repeated',
    elementId: 'check',
    userTask: '<iter:milestone code="in-verifica" /><iter:milestone code="in-decisione" />',
  },
  {
    what: 'an outcome that is no code',
    rule: 'language.attribute-value',
    elementId: 'check',
    userTask: '<iter:outcome code="Forse no" />',
  },
  {
    what: 'a notice without template',
    rule: 'language.attribute-missing',
    elementId: 'tell',
    sendTask: '<zeebe:taskDefinition type="send-notice" /><iter:notice to="applicant" />',
  },
  {
    what: 'a notice to nobody known',
    rule: 'language.attribute-value',
    elementId: 'tell',
    sendTask: '<zeebe:taskDefinition type="send-notice" /><iter:notice template="a" to="sindaco" />',
  },
  {
    what: 'a notice of a process',
    rule: 'language.misplaced',
    elementId: 'prova',
    process: `${term}<iter:notice template="a" to="applicant" />`,
  },
  {
    what: 'a stop of a process',
    rule: 'language.misplaced',
    elementId: 'prova',
    process: `${term}<iter:hold term="risposta" effect="suspend" ground="x" />`,
  },
  {
    what: 'a stop of an unknown term',
    rule: 'term.unknown',
    elementId: 'check',
    userTask: '<iter:hold term="altro" effect="suspend" ground="x" />',
  },
  {
    what: 'a term lent by a task',
    rule: 'language.misplaced',
    elementId: 'check',
    userTask: '<iter:lends term="risposta" as="main" />',
  },
  {
    what: 'a main term that runs only in a task',
    rule: 'term.main-inside',
    elementId: 'check',
    process: '',
    userTask: term,
  },
  {
    what: 'a condition of a term that is no remedy',
    rule: 'term.condition',
    elementId: 'check',
    userTask: '<iter:term id="b" label="B" days="10" ground="x" main="false" when="= true" />',
  },
  {
    what: 'terms that wait for one another',
    rule: 'term.circle',
    elementId: 'prova',
    process: `${term.replace('main=', 'after="altro" main=')}<iter:term id="altro" label="B" days="1" ground="x" after="risposta" />`,
  },
  {
    what: 'a term after one that is not there',
    rule: 'term.unknown',
    elementId: 'prova',
    process: term.replace('main=', 'after="altro" main='),
  },
  {
    what: 'a term in a unit that nobody counts in',
    rule: 'language.attribute-value',
    elementId: 'prova',
    process: term.replace('main=', 'unit="weeks" main='),
  },
  {
    what: 'a remedy of a task',
    rule: 'term.remedy-inside',
    elementId: 'check',
    userTask: '<iter:term id="b" label="B" days="10" ground="x" main="false" remedy="Ricorri." />',
  },
  {
    what: 'a sending without notice',
    rule: 'language.missing',
    elementId: 'tell',
    sendTask: '<zeebe:taskDefinition type="send-notice" />',
  },
  {
    what: 'a drawing up without document',
    rule: 'language.missing',
    elementId: 'tell',
    sendTask: '<zeebe:taskDefinition type="create-document" />',
  },
  {
    what: 'an unknown kind of document',
    rule: 'language.attribute-value',
    elementId: 'tell',
    sendTask: '<zeebe:taskDefinition type="create-document" /><iter:document template="a" kind="lettera" title="A" />',
  },
  {
    what: 'a call without operation',
    rule: 'language.missing',
    elementId: 'tell',
    sendTask: '<zeebe:taskDefinition type="http" />',
  },
  {
    what: 'an operation of no service',
    rule: 'language.attribute-missing',
    elementId: 'tell',
    sendTask: '<zeebe:taskDefinition type="http" /><iter:operation name="a" />',
  },
  {
    what: 'a document that nothing draws up',
    rule: 'language.misplaced',
    elementId: 'check',
    userTask: '<iter:document template="a" kind="letter" title="A" />',
  },
  {
    what: 'a personal act on a timer',
    rule: 'language.misplaced',
    elementId: 'late',
    timer: '<iter:personalAct by="applicant" label="Ritira" />',
  },
  {
    what: 'a personal act by an office',
    rule: 'language.attribute-value',
    elementId: 'withdrawal',
    message: '<iter:personalAct by="urp" label="Ritira" />',
  },
  {
    what: 'parties on a timer',
    rule: 'language.misplaced',
    elementId: 'late',
    timer: '<iter:parties from="= a" />',
  },
  {
    what: 'gathered answers on a timer',
    rule: 'language.misplaced',
    elementId: 'late',
    timer: '<iter:gathered in="risposte" />',
  },
  {
    what: 'one for each of a task that is opened once',
    rule: 'language.misplaced',
    elementId: 'check',
    userTask: '<iter:each about="= a" />',
  },
  {
    what: 'a correction on a timer',
    rule: 'language.misplaced',
    elementId: 'late',
    timer: '<iter:correction of="= 1" fields="= []" />',
  },
  {
    what: 'a role on a task',
    rule: 'language.misplaced',
    elementId: 'check',
    userTask: '<iter:role role="decider" />',
  },
  {
    what: 'a role that is no code',
    rule: 'language.attribute-value',
    elementId: 'office',
    lane: '<iter:role role="Chi decide" />',
  },
  {
    what: 'a clock on a lane',
    rule: 'language.misplaced',
    elementId: 'office',
    lane: clock('term="risposta" act="start" on="left" ground="x"'),
  },
  {
    what: 'an element that does not exist',
    rule: 'language.unknown',

    userTask: '<iter:clok term="risposta" />',
  },
  {
    what: 'an attribute that does not exist',
    rule: 'language.attribute-unknown',
    elementId: 'check',
    userTask: '<iter:milestone code="in-verifica" titolo="Verifica" />',
  },
];
