import { findCompetentBody } from './competent-body.ts';
import * as administration from './administration.ts';
import * as applications from './applications.ts';
import * as bodies from './bodies.ts';
import { listClosedDays } from './closed-days.ts';
import * as citizenTasks from './citizen-tasks.ts';
import * as dossiers from './dossiers.ts';
import * as drafts from './drafts.ts';
import type { Handlers } from './handler.ts';
import * as conflicts from './conflicts.ts';
import * as mailAddresses from './mail-addresses.ts';
import * as mails from './mails.ts';
import * as officeDossiers from './office-dossiers.ts';
import * as packages from './packages.ts';
import * as procedures from './procedures.ts';
import * as ratings from './ratings.ts';
import * as receipt from './receipt.ts';
import * as register from './register.ts';
import * as sessions from './sessions.ts';
import * as status from './status.ts';
import * as tasks from './tasks.ts';
import * as uploads from './uploads.ts';

/** Who does what: every operation of the contract with its handler. */
export const handlers: Handlers = {
  readStatus: status.readStatus,
  readSession: sessions.readSession,
  chooseLanguage: sessions.chooseLanguage,
  listSessions: sessions.listSessions,
  endSession: sessions.endSession,
  listProcedures: procedures.listProcedures,
  readProcedure: procedures.readProcedure,
  findCompetentBody,
  readAnswersSchema: procedures.readAnswersSchema,
  readRegister: register.readRegister,
  listClosedDays,
  listBodies: bodies.listBodies,
  listMunicipalities: bodies.listMunicipalities,
  listChoices: bodies.listChoices,
  createDraft: drafts.createDraft,
  listDrafts: drafts.listDrafts,
  readDraft: drafts.readDraft,
  saveDraft: drafts.saveDraft,
  confirmDraftVersion: drafts.confirmDraftVersion,
  deleteDraft: drafts.deleteDraft,
  createUpload: uploads.createUpload,
  readUpload: uploads.readUpload,
  deleteUpload: uploads.deleteUpload,
  createApplication: applications.createApplication,
  listDossiers: dossiers.listDossiers,
  readDossier: dossiers.readDossier,
  readReceipt: receipt.readReceipt,
  rateService: ratings.rateService,
  listRatings: ratings.listRatings,
  readDocument: dossiers.readDocument,
  checkRecord: dossiers.checkRecord,
  readCitizenTask: citizenTasks.readCitizenTask,
  saveCitizenTask: citizenTasks.saveCitizenTask,
  completeCitizenTask: citizenTasks.completeCitizenTask,
  readAct: citizenTasks.readAct,
  doAct: citizenTasks.doAct,
  listMailAddresses: mailAddresses.listMailAddresses,
  sendMailLink: mailAddresses.sendMailLink,
  confirmMailAddress: mailAddresses.confirmMailAddress,
  changeOwnAddress: mailAddresses.changeOwnAddress,
  changePartyAddress: mailAddresses.changePartyAddress,
  declareConflict: conflicts.declareConflict,
  assessConflict: conflicts.assessConflict,
  listTasks: tasks.listTasks,
  readTask: tasks.readTask,
  claimTask: tasks.claimTask,
  releaseTask: tasks.releaseTask,
  saveTask: tasks.saveTask,
  completeTask: tasks.completeTask,
  listOfficeDossiers: officeDossiers.listOfficeDossiers,
  readOfficeDossier: officeDossiers.readOfficeDossier,
  readDiagram: officeDossiers.readDiagram,
  listPackages: packages.listPackages,
  createPackage: packages.createPackage,
  readPackage: packages.readPackage,
  readPackageFile: packages.readPackageFile,
  readPackageTexts: packages.readPackageTexts,
  writePackageFile: packages.writePackageFile,
  deletePackageFile: packages.deletePackageFile,
  renamePackageFile: packages.renamePackageFile,
  readPackageHistory: packages.readPackageHistory,
  restorePackage: packages.restorePackage,
  checkPackage: packages.checkPackage,
  publishPackage: packages.publishPackage,
  retirePackage: packages.retirePackage,
  exportPackage: packages.exportPackage,
  readAdministration: administration.readAdministration,
  listGaps: administration.listGaps,
  listRegisterRows: administration.listRegisterRows,
  keepRegisterRow: administration.keepRegisterRow,
  importRegister: administration.importRegister,
  exportRegister: administration.exportRegister,
  endRegisterRow: administration.endRegisterRow,
  readConsequences: administration.readConsequences,
  listAdministrationEvents: administration.listAdministrationEvents,
  listMails: mails.listMails,
};
