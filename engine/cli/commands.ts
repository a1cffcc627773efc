import { auditVerify } from './audit-verify.ts';
import type { CliCommand } from './command.ts';
import { connectorsListCommand, connectorsSetCommand, connectorsUnsetCommand } from './connectors.ts';
import { incidentsListCommand, incidentsResolveCommand, incidentsRetryCommand } from './incidents.ts';
import { migrateCommand } from './migrate.ts';
import { organisationCommands } from './organisation.ts';
import {
  packagesExportCommand,
  packagesFourEyesCommand,
  packagesImportCommand,
  packagesListCommand,
} from './packages.ts';
import { portability } from './portability.ts';
import { tellFactsCommand, tellMessageCommand, tellSignalCommand } from './tell.ts';

/** Every command of the command line. */
export const commands: readonly CliCommand[] = [
  migrateCommand,
  auditVerify,
  portability,
  packagesListCommand,
  packagesExportCommand,
  packagesImportCommand,
  packagesFourEyesCommand,
  incidentsListCommand,
  incidentsRetryCommand,
  incidentsResolveCommand,
  ...organisationCommands,
  connectorsListCommand,
  connectorsSetCommand,
  connectorsUnsetCommand,
  tellMessageCommand,
  tellSignalCommand,
  tellFactsCommand,
];
