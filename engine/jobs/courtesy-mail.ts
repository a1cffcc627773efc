import type { Mail } from '../connect/mail.ts';
import type { Message } from '../core/dossier.ts';
import type { Language } from '../core/language.ts';

/** What the mail that tells of a communication is made of. */
export type CourtesyMail = Pick<Message, 'to'> & {
  readonly registration: string;
  readonly bodyName: string;
  /** In which each of the recipients is written to. */
  readonly languages: readonly Language[];
};

interface Wording {
  readonly subject: (mail: CourtesyMail) => string;
  /** Paragraphs. */
  readonly text: (mail: CourtesyMail, link: string) => readonly string[];
}

const names = ({ to }: CourtesyMail): string => to.map(({ name }) => name).join(', ');

const wordings: Readonly<Record<Language, Wording>> = {
  it: {
    subject: ({ bodyName, registration }) => `${bodyName}: una comunicazione sulla pratica ${registration}`,
    text: (mail, link) => [
      `Gentile ${names(mail)},`,
      `${mail.bodyName} ti ha scritto a proposito della pratica ${mail.registration}.`,
      `Leggi la comunicazione nella tua area personale, con la tua identità digitale: ${link}`,
      'Se devi rispondere o fare qualcosa, lì trovi anche entro quando.',
      '--\nQuesto messaggio è inviato in automatico: non rispondere a questo indirizzo.\n',
    ],
  },
  en: {
    subject: ({ bodyName, registration }) => `${bodyName}: a message about case ${registration}`,
    text: (mail, link) => [
      `Dear ${names(mail)},`,
      `${mail.bodyName} has written to you about case ${mail.registration}.`,
      `Read the letter in your personal area, with your digital identity: ${link}`,
      'The letter is in Italian, the official language; beside it there is a short summary in English.',
      'If you have to answer or do something, you also find by when.',
      '--\nThis message was sent automatically: please do not reply to this address.\n',
    ],
  },
};

/** Subject and text of the mail, in the languages of its recipients, Italian first when they differ. */
export function courtesyIn(mail: CourtesyMail, link: string): Pick<Mail, 'subject' | 'text'> {
  const spoken = (['it', 'en'] as const).filter((language) => mail.languages.includes(language));
  const [first = 'it', ...others] = spoken;
  return {
    subject: wordings[first].subject(mail),
    text: [first, ...others].map((language) => wordings[language].text(mail, link).join('\n\n')).join('\n\n'),
  };
}
