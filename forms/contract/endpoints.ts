import * as administration from './administration.ts';
import * as bodies from './bodies.ts';
import * as closedDays from './closed-days.ts';
import * as dossiers from './dossiers.ts';
import * as partyActs from './party-acts.ts';
import * as drafts from './drafts.ts';
import * as conflicts from './conflicts.ts';
import * as mailAddresses from './mail-addresses.ts';
import * as mails from './mails.ts';
import * as packages from './packages.ts';
import * as procedures from './procedures.ts';
import * as ratings from './ratings.ts';
import * as session from './session.ts';
import * as status from './status.ts';
import * as tasks from './tasks.ts';
import * as uploads from './uploads.ts';

/**
 * Every operation of the Engine API, by name. OpenAPI, the router's check and the typed client are made from this list.
 */
export const endpoints = {
  readStatus: status.readStatus,
  readSession: session.readSession,
  chooseLanguage: session.chooseLanguage,
  listSessions: session.listSessions,
  endSession: session.endSession,
  listProcedures: procedures.listProcedures,
  readProcedure: procedures.readProcedure,
  findCompetentBody: procedures.findCompetentBody,
  readAnswersSchema: procedures.readAnswersSchema,
  readRegister: procedures.readRegister,
  listClosedDays: closedDays.listClosedDays,
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
  createApplication: dossiers.createApplication,
  listDossiers: dossiers.listDossiers,
  readDossier: dossiers.readDossier,
  readReceipt: dossiers.readReceipt,
  rateService: ratings.rateService,
  readDocument: dossiers.readDocument,
  checkRecord: dossiers.checkRecord,
  readCitizenTask: partyActs.readCitizenTask,
  saveCitizenTask: partyActs.saveCitizenTask,
  completeCitizenTask: partyActs.completeCitizenTask,
  readAct: partyActs.readAct,
  doAct: partyActs.doAct,
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
  listOfficeDossiers: tasks.listOfficeDossiers,
  readOfficeDossier: tasks.readOfficeDossier,
  readDiagram: tasks.readDiagram,
  listRatings: ratings.listRatings,
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
} as const;

/** The name of an operation; also its `operationId`. */
export type EndpointName = keyof typeof endpoints;
