import type { Cell, Example, RulesFindings } from '../../../findings/rules.ts';
import { sentenceOfFeel } from '../feel-sentence.ts';
import { italianFeel } from './feel.ts';
import type { FindingSentences } from '../finding-words.ts';

function at(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  const row = cell.row === undefined ? '' : `regola ${cell.row}, `;
  const byDefault = cell.isDefault === true ? ', valore se nessuna regola vale' : '';
  return `${row}colonna «${cell.column}»${byDefault}: `;
}

const told = (example: Example): string =>
  example.length === 0
    ? ' sempre'
    : `, per esempio con ${example.map(({ column, value }) => `«${column}» = ${value}`).join(' e ')}`;

/** What is found in decisions and expressions, in Italian. */
export const italianRules: FindingSentences<RulesFindings> = {
  'dmn.cells-missing': ({ elementId, row }) =>
    `Decisione ${elementId}: la regola ${row} non ha una cella per ogni colonna.`,
  'dmn.gap': ({ elementId, example }) =>
    `Decisione ${elementId}: nessuna regola vale${told(example)}: il risultato è null. Serve una regola in più o un valore predefinito.`,
  'dmn.id-twice': ({ elementId, file, other }) =>
    `L’id ${elementId} sta sia in ${other} sia in ${file}: il diagramma non saprebbe quale applicare.`,
  'dmn.import': ({ elementId, reference }) =>
    `Decisione ${elementId}: «${reference}» non sta in questo file né in un modello che il file importa.`,
  'dmn.import-circular': ({ file, other }) =>
    `I file ${file} e ${other} si importano a vicenda, direttamente o attraverso altri: una delle due importazioni va tolta.`,
  'dmn.import-missing': ({ file, namespace }) =>
    `Il file ${file} importa il modello «${namespace}», che nessun file DMN del procedimento contiene.`,
  'dmn.no-logic': ({ elementId }) => `La decisione ${elementId} non ha una logica: il suo risultato è sempre null.`,
  'dmn.not-executable': ({ elementId }) => `L’elemento ${elementId} non ha una logica che si possa eseguire.`,
  'dmn.overlap': ({ elementId, rows: [one, other], isAlike, example, differing }) => {
    const together = isAlike ? 'hanno le stesse condizioni' : `valgono insieme${told(example)}`;
    const rows = `Decisione ${elementId}: le regole ${one} e ${other} ${together}`;
    if (differing === undefined) return `${rows}: con UNIQUE ne può valere una sola.`;
    const { column, values } = differing;
    return `${rows} e danno ${values.join(' e ')} nella colonna «${column}»: con ANY il risultato deve essere lo stesso.`;
  },
  'dmn.parse': ({ file, reason, line }) =>
    `Il file ${file} non è leggibile come DMN${line === undefined ? '' : ` alla riga ${line}`}: ${reason}.`,
  'dmn.priorities-missing': ({ elementId, hitPolicy }) =>
    `Decisione ${elementId}: con ${hitPolicy} serve l’elenco dei valori di uscita, dal primo all’ultimo: nessuna colonna lo ha.`,
  'dmn.requirement-missing': ({ elementId, name, cell }) =>
    `Decisione ${elementId}: ${at(cell)}usa «${name}» senza richiederlo: vale solo se la pratica ha una variabile con questo nome.`,
  'dmn.requirement-unused': ({ elementId, name }) =>
    `Decisione ${elementId}: richiede «${name}» e nessuna espressione lo usa.`,
  'dmn.value-not-allowed': ({ elementId, cell, value, allowed }) =>
    `Decisione ${elementId}: ${at(cell)}${value} non è tra i valori ammessi (${allowed}).`,
  'feel.syntax': ({ elementId, file, attribute, fault, in: place }) => {
    const said = sentenceOfFeel(fault, italianFeel);
    switch (place.type) {
      case 'element':
        return `${said} Elemento: ${elementId}.`;
      case 'attribute':
        return `iter:${place.extension} in ${elementId}, attributo ${attribute}: ${said}`;
      case 'decision':
        return `Decisione ${elementId}: ${at(place.cell)}${said}`;
      case 'text':
        return `Nel testo ${file}: ${said}`;
    }
  },
};
