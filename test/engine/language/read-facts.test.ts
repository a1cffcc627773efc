import { describe, expect, it } from 'vitest';
import { extensions } from '../../../engine/language/extensions.ts';
import { diagram, factsIn } from './diagram.ts';
import { mistakes } from './mistakes.ts';
import { inItalian } from '../../support/findings.ts';

describe('the dialect', () => {
  it('reads every extension element into its fact', async () => {
    const { facts, terms, startFormId, findings } = await factsIn(
      diagram({
        userTask:
          '<iter:clock term="risposta" act="suspend" on="entered" ground="L. 241/1990, art. 2 c. 7" when="= a = 1" maxDays="30" />' +
          '<iter:clock term="risposta" act="resume" on="left" ground="L. 241/1990, art. 2 c. 7" />' +
          '<iter:milestone code="in-verifica" label="In verifica" /><iter:outcome code="= esito" /><iter:parties from="= persone" />' +
          '<iter:gathered in="risposte" />',
        lane: '<iter:role role="opinion:environment" />',
        timer: '<iter:deadline term="risposta" when="= tipo = &quot;a&quot;" />',
        message: '<iter:personalAct by="applicant" label="Ritira" form="ritiro" description="Puoi ritirarla." />',
        sendTask:
          '<zeebe:taskDefinition type="create-document" /><iter:document template="atto" kind="final-act" title="Atto" />',
      }),
    );
    expect(findings).toEqual([]);
    expect(startFormId).toBe('domanda');
    expect(terms).toEqual({
      risposta: { id: 'risposta', label: 'Risposta', days: '30', ground: 'L. 241/1990, art. 2', main: true },
    });
    expect(facts).toEqual({
      check: {
        clock: [
          {
            term: 'risposta',
            act: 'suspend',
            on: 'entered',
            ground: 'L. 241/1990, art. 2 c. 7',
            when: '= a = 1',
            maxDays: 30,
            once: false,
          },
          { term: 'risposta', act: 'resume', on: 'left', ground: 'L. 241/1990, art. 2 c. 7', once: false },
        ],
        milestone: [{ code: 'in-verifica', label: 'In verifica' }],
        outcome: [{ code: '= esito' }],
        parties: [{ from: '= persone' }],
        gathered: [{ in: 'risposte' }],
      },
      office: { role: [{ role: 'opinion:environment' }] },
      late: { deadline: [{ term: 'risposta', when: '= tipo = "a"' }] },
      withdrawal: {
        personalAct: [{ by: 'applicant', label: 'Ritira', form: 'ritiro', description: 'Puoi ritirarla.' }],
      },
      tell: { document: [{ template: 'atto', kind: 'final-act', title: 'Atto' }] },
      prova: { term: [terms['risposta']] },
    });
  });

  it.each([['applicant'], ['third-parties'], ['office:rpct']])('sends a notice to %s', async (to) => {
    const sendTask = `<zeebe:taskDefinition type="send-notice" /><iter:notice template="avviso" to="${to}" />`;
    const { facts, findings } = await factsIn(diagram({ sendTask }));
    expect(findings).toEqual([]);
    expect(facts['tell']).toEqual({ notice: [{ template: 'avviso', to, pending: false, remedies: false }] });
  });

  it.each(mistakes)('reports $what', async ({ rule, elementId, ...parts }) => {
    const { findings } = await factsIn(diagram(parts));
    expect(findings.map((finding) => [finding.rule, finding.elementId, finding.level])).toContainEqual([
      rule,
      elementId,
      'error',
    ]);
  });

  it.each(mistakes)('tells $what in an Italian sentence', async ({ rule, elementId, ...parts }) => {
    const { findings } = await factsIn(diagram(parts));
    const [message = ''] = inItalian(findings.filter((finding) => finding.rule === rule));
    expect(message).toMatch(/^(In |Nel |Alla riga |Il |L’|iter:).+\.$/);
    expect(elementId === 'prova' || message.includes(elementId ?? 'riga')).toBe(true);
  });

  it('has a mistake in the table for every extension', () => {
    const text = mistakes
      .map(({ rule, ...parts }) => `${rule} ${JSON.stringify(parts)}`)
      .join(' ')
      .toLowerCase();
    for (const { name } of extensions) expect(text).toContain(`iter:${name.toLowerCase()}`);
  });

  it('leaves unreadable XML to the compiler', async () => {
    expect(await factsIn('<no')).toEqual({ facts: {}, lanes: {}, terms: {}, findings: [] });
  });
});
