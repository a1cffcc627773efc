import type { Program } from '../kernel/program.ts';
import { bpmnEngineExecutor } from './bpmn-engine.ts';
import type { BpmnEngineProgram } from './bpmn-engine/program.ts';
import { kernelExecutor } from './kernel.ts';
import type { Executor } from './port.ts';

/** A program that carries what bpmn-engine needs to run it in place of the kernel. */
interface PortedProgram extends Program {
  readonly ported: BpmnEngineProgram;
}

/** The program of a process that has chosen bpmn-engine; to whatever only reads it, it is the kernel's. */
export function portedProgram(program: BpmnEngineProgram): Program {
  const ported: PortedProgram = { ...program.process, ported: program };
  return ported;
}

/** Runs every program on the executor it was made for: ported ones on bpmn-engine, all others on the kernel. */
export const chosenExecutor: Executor<Program> = {
  // eslint-disable-next-line max-params -- the four of the port
  start: async (program, input, now, at) =>
    isPorted(program)
      ? bpmnEngineExecutor.start(program.ported, input, now, at)
      : kernelExecutor.start(program, input, now, at),
  // eslint-disable-next-line max-params -- the four of the port
  advance: async (program, state, trigger, now) =>
    isPorted(program)
      ? bpmnEngineExecutor.advance(program.ported, state, trigger, now)
      : kernelExecutor.advance(program, state, trigger, now),
};

function isPorted(program: Program): program is PortedProgram {
  return 'ported' in program;
}
