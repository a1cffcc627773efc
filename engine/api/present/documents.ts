import type { DocumentView, MessageView } from '../../../forms/contract/dossiers.ts';
import type { DossierDocument, Message } from '../../core/dossier.ts';
import { noEnglish, type EnglishNames } from '../../words/record/english-names.ts';
import type { EnglishWords } from '../../core/procedure.ts';
import { defined } from './defined.ts';

/** A document as its reader sees it in a list. */
export function presentDocument(document: DossierDocument, names: EnglishNames = noEnglish): DocumentView {
  const { documentId, kind, title, fileName, mediaType, size, sha256, addedAt, addedBy } = document;
  return {
    documentId,
    kind,
    title,
    ...defined({ titleInEnglish: names.title(title) }),
    fileName,
    mediaType,
    size,
    sha256,
    addedAt,
    addedBy,
    ...defined({ registration: document.registration }),
  };
}

/** A communication as its reader sees it; of the recipients only the names. */
export function presentMessage(message: Message, english?: EnglishWords): MessageView {
  const { messageId, subject, body, sentAt, templateId } = message;
  const inEnglish = english?.letters[templateId];
  return { messageId, subject, body, ...defined({ inEnglish }), sentAt, to: message.to.map(({ name }) => name) };
}
