import type { Mail } from '../connect/mail.ts';
import type { Language } from '../core/language.ts';

/** A mail about an address: the link that confirms it, that something was held until then, or that it is left. */
export type AddressMail = 'link' | 'held' | 'moved';

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
  moved: {
    it: {
      subject: 'Gli avvisi su una tua pratica vanno a un altro indirizzo',
      text: (link) => [
        'Buongiorno,',
        'da ora gli avvisi su una pratica, che arrivavano a questo indirizzo, vanno a un altro. Qui non arriverà altro.',
        `Se l’hai chiesto tu, non fare nulla. Se non sei stato tu, avvisa subito l’ufficio: trovi la pratica qui, con la tua identità digitale: ${link}`,
        endIt,
      ],
    },
    en: {
      subject: 'Notices about one of your cases go to another address',
      text: (link) => [
        'Hello,',
        'from now on notices about a case, which came to this address, go to another one. Nothing else will come here.',
        `If you asked for that, there is nothing to do. If it was not you, tell the office at once: you find the case here, with your digital identity: ${link}`,
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
