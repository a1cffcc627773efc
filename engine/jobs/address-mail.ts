import type { Mail } from '../connect/mail.ts';
import type { Language } from '../core/language.ts';

/** A mail about an address: the link that confirms it, or that something was held until then. */
export type AddressMail = 'link' | 'held';

/** Days for which a link works. */
export const linkDays = 3;

interface Wording {
  readonly subject: string;
  /** Paragraphs. */
  readonly text: (link: string) => readonly string[];
}

const endIt = '--\nQuesto messaggio è inviato in automatico: non rispondere a questo indirizzo.\n';
const endEn = '--\nThis message was sent automatically: please do not reply to this address.\n';

// A stranger may read the first: it names nobody and holds nothing that anybody wrote.
const wordings: Readonly<Record<AddressMail, Readonly<Record<Language, Wording>>>> = {
  link: {
    it: {
      subject: 'Conferma il tuo indirizzo di posta',
      text: (link) => [
        'Buongiorno,',
        'in una domanda a un ente pubblico è stato indicato questo indirizzo, per ricevere gli avvisi sulla pratica.',
        `Se sei stato tu, confermalo entro ${linkDays} giorni con la tua identità digitale: ${link}`,
        'Se non sei stato tu, non fare nulla: a questo indirizzo non arriverà altro.',
        endIt,
      ],
    },
    en: {
      subject: 'Confirm your e-mail address',
      text: (link) => [
        'Hello,',
        'this address was given in an application to a public body, to receive notices about the case.',
        `If that was you, confirm it within ${linkDays} days with your digital identity: ${link}`,
        'If it was not you, there is nothing to do: nothing else will come to this address.',
        endEn,
      ],
    },
  },
  held: {
    it: {
      subject: 'Ci sono comunicazioni nella tua area personale',
      text: (link) => [
        'Buongiorno,',
        'mentre il tuo indirizzo non era ancora confermato ti sono state inviate delle comunicazioni.',
        `Le trovi nella tua area personale, con la tua identità digitale: ${link}`,
        'Se devi rispondere o fare qualcosa, lì trovi anche entro quando.',
        endIt,
      ],
    },
    en: {
      subject: 'There are messages in your personal area',
      text: (link) => [
        'Hello,',
        'while your address was not confirmed yet, messages were sent to you.',
        `You find them in your personal area, with your digital identity: ${link}`,
        'If you have to answer or do something, you also find by when.',
        endEn,
      ],
    },
  },
};

/** Subject and text of such a mail. */
export function addressMail(kind: AddressMail, language: Language, link: string): Pick<Mail, 'subject' | 'text'> {
  const { subject, text } = wordings[kind][language];
  return { subject, text: text(link).join('\n\n') };
}
