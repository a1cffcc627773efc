import type { DenialReason } from '../../core/grant.ts';
import type { ProblemCode } from '../../core/problem.ts';
import { dayInEnglish } from '../record/en.ts';
import type { ProblemWords } from './problem-words.ts';

const titles: Readonly<Record<ProblemCode, string>> = {
  'request.invalid': 'The request is not written as expected',
  'request.idempotency-key-missing': 'The header Idempotency-Key is missing: it keeps one thing from being done twice',
  'request.idempotency-key-reused': 'This Idempotency-Key has already been used for a different request',
  'request.too-large': 'The request is too large',
  'request.media-type': 'Content of this type is not accepted here',
  'request.method-not-allowed': 'There is no such operation at this address',
  'request.too-many': 'Too many requests in a short time: try again later',
  'request.cross-site': 'The request comes from another site and is not accepted',
  'session.required': 'You have to sign in to continue',
  'session.level-too-low': 'The security level of your sign-in is too low: at least level 2 of SPID or CIE is needed',
  'sign-in.failed': 'The sign-in failed. Try again',
  'permission.denied': 'You are not allowed to do this',
  'resource.not-found': 'There is nothing here',
  'procedure.not-found': 'The procedure does not exist',
  'procedure.invalid': 'The procedure is faulty and cannot be used',
  'procedure.retired': 'The procedure has been withdrawn: no more applications are taken',
  'package.not-found': 'The package or file does not exist, or is not of your body',
  'package.exists': 'There is a procedure of this name already: open its package, or choose another name',
  'package.of-another-body':
    'Another body draws the procedure of this name: to change it yourself, make a copy under another name',
  'package.changed-elsewhere':
    'Somebody else has changed the file meanwhile: nothing was saved over it, and your text stays on the page',
  'package.path-not-accepted': 'A package cannot hold a file of this name',
  'package.too-large': 'The package is too large, or has too many files',
  'package.unsafe-archive': 'The archive cannot be read as a package: it is damaged, protected or too large',
  'package.four-eyes': 'In your body somebody other than the last to change a package publishes it',
  'draft.not-found': 'The draft does not exist or is not yours',
  'draft.too-many': 'You already have 50 drafts: send or delete those you do not need, then start again',
  'draft.changed-elsewhere': 'The draft was saved meanwhile from another window',
  'draft.already-submitted': 'This application has already been sent',
  'draft.form-changed': 'The form has changed: check your answers before sending',
  'mail-address.link-not-valid': 'The link does not work: it has expired, was used already, or is not yours',
  'mail-address.unchanged': 'Notices about this case already go to this address',
  'upload.not-found': 'The file does not exist or is not yours',
  'upload.too-many-unsent':
    'There are too many files that were not sent yet: send the request, or remove those you do not need',
  'upload.too-large': 'The file is too large',
  'upload.kind-not-accepted': 'Files of this kind cannot be attached',
  'upload.empty': 'The file is empty',
  'upload.heic': 'This is a HEIC photo, which the offices cannot open: save or share it as JPG and upload it again',
  'upload.macros': 'The document contains macros: save it without macros and upload it again',
  'upload.encrypted': 'The file takes a password to open: remove it and upload the file again',
  'upload.unsafe-archive':
    'The archive cannot be accepted: it is damaged, contains too many files, or takes too much space when opened',
  'upload.unsafe-xml':
    'The XML file contains a DOCTYPE declaration, which is not accepted for safety: remove it and upload the file again',
  'upload.too-deep': 'The file contains too many elements inside one another and is not accepted for safety',
  'upload.too-many-pixels': 'The image is too large: make it smaller in width and height and upload it again',
  'upload.too-many-signers': 'The file contains too many signatures: 20 can be checked',
  'upload.signed-too-large': 'The signed file is too large: signatures are checked in files of up to 64 MB',
  'upload.too-complex':
    'The file is too complex to be checked and is not accepted for safety: try to save it in another way',
  'answers.invalid': 'Some answers are not right',
  'competence.no-body': 'No public body of this portal takes the application for that place',
  'competence.other-body':
    'Another public body is competent for that place: check to whom the application goes, and send it again',
  'body.not-ready': 'The public body has not set up everything that it needs to take this application yet',
  'dossier.not-found': 'The case does not exist or you may not see it',
  'dossier.own': 'You are a party to this case: you read it in the portal, among your cases',
  'dossier.closed': 'The case is closed',
  'task.not-found': 'The task does not exist or you may not see it',
  'task.already-completed': 'The task has already been completed',
  'task.claimed-by-another': 'Somebody else is working on the task',
  'task.not-claimed': 'Take the task in charge before working on it',
  'task.own-dossier': 'You cannot work on a case to which you are a party',
  'applicant.kind-not-admitted': 'In this procedure nobody can apply in this way',
  'mandate.ended': 'The mandate by which you act has ended',
  'act.not-offered': 'This is not possible now',
  'act.too-late': 'The time to do this is over',
  'term.once': 'The time limit has already been suspended or extended: that can be done only once',
  'term.not-changed': 'The time limit has passed and its length can no longer be changed',
  'outcome.without-effect':
    'Silence already counts as consent: a refusal has no effect any more (L. 241/1990, art. 2 c. 8-bis)',
  'wait.not-open': 'The case has already moved on',
  'step.failed': 'The case cannot go on: the procedure is faulty',
  'record.broken': 'The record of the case does not match',
  'service.unavailable': 'The service is not responding: try again shortly',
  'service.busy': 'There are too many requests right now: try again shortly',
  'service.out-of-space': 'There is no space left for data and nothing was saved: try again later',
};

const reasons: Readonly<Record<DenialReason, string>> = {
  'wrong-audience': 'This cannot be done from here.',
  'level-too-low': 'A sign-in with a higher security level is needed.',
  'not-a-party': 'This case does not concern you.',
  'mandate-ended': 'The mandate by which you acted has ended: only the person concerned can act now.',
  'for-another': 'This task is for another person.',
  'not-of-the-office': 'The task or case does not belong to your office, or another role is needed.',
  'not-addressed': 'The document or letter is not for you.',
  'system-only': 'Only the system can do this.',
  'dossier-closed': 'The case is closed.',
  'claimed-by-another': 'Somebody else is working on the task.',
  'is-a-party': 'You are a party to this case: by law a colleague works on it (L. 241/1990, art. 6-bis).',
  'not-claimed': 'Take the task in charge first.',
  'service-suspended': 'The service is suspended.',
  'not-a-manager': 'Only the manager of an office can do this.',
  'not-an-analyst': 'Only an analyst can do this.',
  'not-an-administrator': 'Only an administrator of the body can do this.',
  'not-by-application': 'This procedure is started by the office: nobody applies for it.',
};

/** Every problem in English. */
export const englishProblems: ProblemWords = {
  titles,
  reasons,
  lastDayWas: (day) => `The last day was ${dayInEnglish(day)}.`,
  defect: 'Something went wrong',
};
