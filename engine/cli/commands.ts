import { auditVerify } from './audit-verify.ts';
import type { CliCommand } from './command.ts';
import { portability } from './portability.ts';

/** Every command of the command line. */
export const commands: readonly CliCommand[] = [auditVerify, portability];
