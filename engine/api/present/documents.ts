import type { DocumentView, MessageView } from '../../../forms/contract/dossiers.ts';
import type { DossierDocument, Message } from '../../core/dossier.ts';
import { defined } from './defined.ts';

/** A document as its reader sees it in a list. */
export function presentDocument(document: DossierDocument): DocumentView {
  const { documentId, kind, title, fileName, mediaType, size, sha256, addedAt, addedBy } = document;
  return {
    documentId,
    kind,
    title,
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
export function presentMessage(message: Message): MessageView {
  const { messageId, subject, body, sentAt } = message;
  return { messageId, subject, body, sentAt, to: message.to.map(({ name }) => name) };
}
