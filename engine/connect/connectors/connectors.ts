import type { Connector } from './connector.ts';
import { createDocument } from './create-document.ts';
import { http } from './http/http.ts';
import { sendNotice } from './send-notice.ts';

/** All connectors. A new one is a file of its own and a line here. */
export const connectors: readonly Connector[] = [sendNotice, createDocument, http];
