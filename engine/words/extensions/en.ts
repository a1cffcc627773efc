import type { DialectWords, SharedWords } from './extension-words.ts';
import type { italianExtensions } from './it.ts';
import { partyWords } from '../standing.ts';

type Mirror<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Mirror<Words[Key]> };

const condition = { label: 'Only if', hint: 'A condition; without one, it always counts.' } as const;
const ground = { label: 'Article of law', hint: 'Or an expression that gives it.' } as const;
const parties = partyWords.en;
const maxDays = { label: 'For at most this many days', hint: 'How many days a suspension can add.' } as const;
const passes = { entered: 'When the element is reached', left: 'When it is left' } as const;

/** What extensions and their attributes are called in English; a hint stands where the Italian has one. */
export const englishExtensions = {
  term: {
    label: 'Legal term',
    hint: 'A term of the procedure, with its length and the article that sets it.',
    attributes: {
      id: { label: 'Name', hint: 'Clocks and deadlines refer to it by this name.' },
      label: { label: 'What readers see it called' },
      days: { label: 'Length', hint: 'A number, or an expression over the parameters.' },
      unit: {
        label: 'What it is counted in',
        hint: 'If empty, calendar days.',
        choices: {
          days: 'Days',
          'working-days': 'Working days, Monday to Friday',
          'eu-days': 'Days under EU law (Reg. 1182/71)',
          months: 'Months',
          years: 'Years',
        },
      },
      from: {
        label: 'From which day',
        hint: 'A date of the application, such as that of a meeting. If empty, the day on which it begins.',
      },
      after: { label: 'After the term', hint: 'It begins when that one has ended or passed.' },
      expiry: {
        label: 'What it means when it passes',
        choices: {
          consent: 'Silence is consent: it counts as a yes',
          refusal: 'Silence is refusal: it counts as a no',
          default: 'Delay: the duty to answer remains',
          'goes-on': 'The procedure goes on without it',
        },
      },
      unless: {
        label: 'Unless',
        hint: 'Where silence does not count as a yes: landscape, environment, health …',
      },
      ground: { label: 'Article of law', hint: 'Or an expression that gives it, where it depends on the request.' },
      main: { label: 'It is the term of the procedure' },
      remedy: { label: 'How the remedy is used', hint: 'Only for the time allowed to use a remedy.' },
      when: { label: 'Only if', hint: 'Only for a remedy: when it can be used. If empty, always.' },
    },
  },
  parties: {
    label: 'Third parties concerned',
    hint: 'Who becomes a party when the task is done.',
    attributes: {
      from: {
        label: 'List of people',
        hint: 'An expression that gives a list of { nome, cognome, codiceFiscale, email }.',
      },
    },
  },
  clock: {
    label: 'Clock',
    hint: 'What happens to a term when this element is reached or left.',
    attributes: {
      term: { label: 'Term' },
      act: {
        label: 'What happens to it',
        choices: {
          start: 'It begins',
          suspend: 'It is suspended',
          resume: 'It resumes',
          interrupt: 'It is interrupted',
          restart: 'It begins again from the start',
          extend: 'It is extended',
          shorten: 'It is shortened',
          set: 'Its length changes',
          end: 'It ends',
        },
      },
      on: { label: 'When', choices: passes },
      ground,
      when: condition,
      maxDays,
      by: { label: 'By how much', hint: 'For an extension or a shortening, in the unit of the term.' },
      to: { label: 'New length', hint: 'The whole of it, instead of “by how much”.' },
      once: { label: 'Only once', hint: 'Another suspension or extension of the same term is refused.' },
      reason: { label: 'Why', hint: 'Where the reason is written: an extension always has one.' },
    },
  },
  hold: {
    label: 'Stop of a term',
    hint: 'The term stands still while the application is here, and then goes on by itself.',
    attributes: {
      term: { label: 'Term' },
      effect: {
        label: 'What happens to it',
        choices: {
          suspend: 'It is suspended: the days counted so far stay',
          interrupt: 'It is interrupted: then it begins again from the start',
        },
      },
      ground,
      maxDays,
      once: { label: 'Only once', hint: 'Another suspension of the same term is refused.' },
      resumesAfter: {
        label: 'Resumes after days',
        hint: 'Counted from when the procedure goes on: ten after the observations on a notice of refusal.',
      },
      within: {
        label: 'While this term runs',
        hint: 'If it passes without an answer, the stopped term resumes from its last day.',
      },
      when: condition,
    },
  },
  lends: {
    label: 'Lent term',
    hint: 'Which term the part can stop, when the part calls it by another name.',
    attributes: { term: { label: 'Term of this procedure' }, as: { label: 'Name in the part' } },
  },
  deadline: {
    label: 'Deadline of a term',
    hint: 'The event happens when the term has passed, even if suspensions have moved it.',
    attributes: {
      term: { label: 'Term' },
      before: {
        label: 'Days before',
        hint: 'For a reminder: it happens this many days before the end, and moves with the term.',
      },
      when: condition,
    },
  },
  milestone: {
    label: 'Stage',
    hint: 'What the applicant sees of the application while it is here.',
    attributes: { code: { label: 'Stage' }, label: { label: 'In other words' } },
  },
  outcome: {
    label: 'Outcome',
    hint: 'How the application is decided when this element is reached.',
    attributes: {
      code: { label: 'Outcome' },
      ground: {
        label: 'Article of law',
        hint: 'Under which the term ends; if empty, it is the duty to conclude with an express act.',
      },
    },
  },
  notice: {
    label: 'Notice',
    hint: 'Which text goes out, and to whom.',
    attributes: {
      template: { label: 'Text' },
      to: { label: 'To whom', choices: parties },
      on: {
        label: 'When',
        hint: 'If empty, it goes out when a task is done and when an event happens.',
        choices: passes,
      },
      when: condition,
      pending: {
        label: 'Only to those who have something to do',
        hint: 'It goes only to parties with an open task in the same diagram: for a reminder, or for a task that only some have.',
      },
      remedies: { label: 'The days for remedies are counted from here' },
    },
  },
  document: {
    label: 'Document',
    hint: 'Which text is drawn up, and what document it becomes.',
    attributes: {
      template: { label: 'Text' },
      kind: { label: 'What it is', choices: { 'final-act': 'Final act', letter: 'Letter' } },
      title: { label: 'Title' },
    },
  },
  operation: {
    label: 'External service',
    hint: 'Which operation is asked for, and of which service. The OpenAPI file of the service is in apis.',
    attributes: {
      api: { label: 'Service', hint: 'The name of the file in apis, without its ending.' },
      name: { label: 'Operation', hint: 'Its operationId in the file of the service.' },
    },
  },
  personalAct: {
    label: 'Act of a person',
    hint: 'What a person can do from their own area while the application waits here.',
    attributes: {
      by: { label: 'Who', choices: parties },
      label: { label: 'What the button says' },
      form: { label: 'Form', hint: 'If empty, a confirmation is enough.' },
      description: { label: 'Explanation' },
      when: condition,
    },
  },
  each: {
    label: 'One task for each',
    hint: 'Whom each of the tasks that open together is for, or what it is about.',
    attributes: {
      person: {
        label: 'For whom',
        hint: 'An expression that gives { nome, cognome, codiceFiscale, email }: only that person sees it and does it.',
      },
      about: { label: 'What it is about', hint: 'An expression that gives a text; if empty, the name of the person.' },
    },
  },
  gathered: {
    label: 'Gathered answers',
    hint: 'The task is done by several people: into which list what each answers goes.',
    attributes: {
      into: { label: 'List', hint: 'The name of the variable.' },
      in: { label: 'List kept by the diagram', hint: 'Only in earlier versions.' },
    },
  },
  correction: {
    label: 'Correction of what was submitted',
    hint: 'The form that was submitted goes back to whoever sent it: only what has to be corrected opens again.',
    attributes: {
      of: {
        label: 'What is corrected',
        hint: 'An expression that gives the number of what was submitted.',
      },
      fields: {
        label: 'Fields to correct',
        hint: 'An expression that gives a list of { field, remark }: the name of the field and what is wrong.',
      },
      into: {
        label: 'List of the changed fields',
        hint: 'The name of the variable for the names of the fields whose answer has changed.',
      },
    },
  },
  role: {
    label: 'Role',
    hint: 'Who does the tasks for people in this lane.',
    attributes: {
      role: { label: 'Role', hint: 'One of the roles of the card, or a party.' },
    },
  },
} as const satisfies DialectWords & Mirror<typeof italianExtensions>;

/** What is said of attributes whatever they are called, in English. */
export const englishShared: SharedWords = {
  others: {
    expression: { label: 'An expression gives it', asks: 'Expression' },
    office: { label: 'An office', asks: 'Code of the office' },
  },
  absent: (name) => `${name} (does not exist)`,
};
