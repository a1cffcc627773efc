import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addDays, firstWorkingDay } from '../../../../engine/core/calendar.ts';
import type { Day, TermUnit } from '../../../../engine/core/dossier.ts';
import { chainTerm, resumeTerm, startTerm, suspendTerm } from '../../../../engine/core/term.ts';
import { dayBefore, deadline } from '../../../../engine/core/term/deadline.ts';
import { generalWindows } from '../../../../engine/core/windows.ts';

const room = '../shared/standards/calendario-termini';
const why = { ground: 'L. 241/1990, art. 2 c. 7' };

/** What the law took out of terms in the Comuni hit by the floods of May 2023. */
const floods = { fromOn: '2023-05-01', toOn: '2023-08-31', ground: 'DL 61/2023, art. 4' };

interface Case {
  readonly id: string;
  readonly regola: string;
  readonly input: {
    readonly dal?: Day;
    readonly presentata?: Day;
    readonly giorni?: number;
    readonly mesi?: number;
    readonly giorniLavorativi?: number;
    readonly anticipo?: number;
    readonly sospeso_dal?: Day;
    readonly ripreso_il?: Day;
    readonly massimo?: number;
    readonly ricevuta_comunicazione?: Day;
    readonly osservazioni?: Day | null;
    readonly comune?: string;
  };
  readonly atteso: unknown;
}

/** A term of that length and unit, from that day. */
const aTerm = (days: number, on: Day, unit: TermUnit = 'days') =>
  startTerm({ termId: 't', label: 'T', ground: 'L. 241/1990, art. 2', main: true, days, unit }, on);

function begun({ regola, input }: Case) {
  const { dal = '', giorni = 0, mesi, giorniLavorativi } = input;
  if (mesi !== undefined) return aTerm(mesi, dal, 'months');
  if (giorniLavorativi !== undefined) return aTerm(giorniLavorativi, dal, 'working-days');
  return aTerm(giorni, dal, regola.startsWith('termine di diritto UE') ? 'eu-days' : 'days');
}

/** The permit to build: the proposal within 60 days, the act within 15 days from there, then silence. */
function permit(on: Day): unknown {
  const proposal = aTerm(60, on);
  const act = chainTerm(aTerm(15, on), proposal);
  const actBy = deadline(act, on);
  return { proposta: deadline(proposal, on), atto_finale: actBy, silenzio_dal: actBy && addDays(actBy, 1) };
}

/**
 * The stop for a notice of denial (L. 241/1990, art. 10-bis as amended by DL 76/2020): until when observations may
 * come, and when the term goes on: ten days after they came, or when the ten days for them are over.
 */
function stopForDenialNotice(notice: { readonly receivedOn: Day; readonly observedOn?: Day }): {
  readonly observationsBy: Day;
  readonly resumesOn: Day;
} {
  const observationsBy = firstWorkingDay(addDays(notice.receivedOn, 10));
  return { observationsBy, resumesOn: notice.observedOn ? addDays(notice.observedOn, 10) : observationsBy };
}

function solve(one: Case): unknown {
  const { input } = one;
  const { dal = '', presentata, anticipo, sospeso_dal, ripreso_il, ricevuta_comunicazione: receivedOn } = input;
  if (presentata !== undefined && anticipo === undefined) return permit(presentata);
  if (presentata !== undefined && anticipo !== undefined) {
    const control = aTerm(input.giorni ?? 0, presentata);
    return { controllo: deadline(control, presentata), proposte_entro: dayBefore(control, anticipo) };
  }
  const term = begun(one);
  if (receivedOn !== undefined) {
    const stop = stopForDenialNotice({ receivedOn, ...(input.osservazioni ? { observedOn: input.osservazioni } : {}) });
    const resumed = resumeTerm(suspendTerm(term, receivedOn, why), stop.resumesOn);
    const end = deadline(resumed, stop.resumesOn);
    return { termine_osservazioni: stop.observationsBy, ripresa: stop.resumesOn, scadenza: end };
  }
  if (sospeso_dal && ripreso_il) {
    const stopped = suspendTerm(term, sospeso_dal, { ...why, maxDays: input.massimo ?? 30 });
    return deadline(resumeTerm(stopped, ripreso_il), ripreso_il);
  }
  // F1 alone is of a Comune in the list of Annex 1.
  return deadline(term, dal, input.comune?.startsWith('elenco') ? [...generalWindows, floods] : generalWindows);
}

describe.each([
  ['vettori-termini.json', 20],
  ['vettori-aggiuntivi.json', 42],
])('the cases of %s', (name, count) => {
  const file = `${room}/${name}`;
  const cases = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { casi: readonly Case[] }).casi : [];

  it.skipIf(cases.length === 0)('are all there', () => expect(cases).toHaveLength(count));

  it.each(cases.map((one) => [one.id, one] as const))('%s ends as the law has it', (_id, one) => {
    expect(solve(one)).toEqual(one.atteso);
  });
});
