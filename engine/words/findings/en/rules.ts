import type { Cell, Example, RulesFindings } from '../../../findings/rules.ts';
import { sentenceOfFeel } from '../feel-sentence.ts';
import { englishFeel } from './feel.ts';
import type { FindingSentences } from '../finding-words.ts';

function at(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  const row = cell.row === undefined ? '' : `rule ${cell.row}, `;
  const byDefault = cell.isDefault === true ? ', value if no rule holds' : '';
  return `${row}column “${cell.column}”${byDefault}: `;
}

const told = (example: Example): string =>
  example.length === 0
    ? ' in any case'
    : `, for example with ${example.map(({ column, value }) => `“${column}” = ${value}`).join(' and ')}`;

/** What is found in decisions and expressions, in English. */
export const englishRules: FindingSentences<RulesFindings> = {
  'dmn.cells-missing': ({ elementId, row }) =>
    `Decision ${elementId}: rule ${row} does not have a cell for every column.`,
  'dmn.gap': ({ elementId, example }) =>
    `Decision ${elementId}: no rule holds${told(example)}: the result is null. It needs one more rule or a default value.`,
  'dmn.id-twice': ({ elementId, file, other }) =>
    `The id ${elementId} is both in ${other} and in ${file}: the diagram would not know which one to apply.`,
  'dmn.import': ({ elementId, reference }) =>
    `Decision ${elementId}: “${reference}” is neither in this file nor in a model that the file imports.`,
  'dmn.import-circular': ({ file, other }) =>
    `The files ${file} and ${other} import each other, directly or by way of others: one of the two imports has to go.`,
  'dmn.import-missing': ({ file, namespace }) =>
    `The file ${file} imports the model “${namespace}”, which no DMN file of the procedure holds.`,
  'dmn.no-logic': ({ elementId }) => `The decision ${elementId} has no logic: its result is always null.`,
  'dmn.not-executable': ({ elementId }) => `The element ${elementId} has no logic that can be executed.`,
  'dmn.overlap': ({ elementId, rows: [one, other], isAlike, example, differing }) => {
    const together = isAlike ? 'have the same conditions' : `hold together${told(example)}`;
    const rows = `Decision ${elementId}: rules ${one} and ${other} ${together}`;
    if (differing === undefined) return `${rows}: with UNIQUE only one of them may hold.`;
    const { column, values } = differing;
    return `${rows} and give ${values.join(' and ')} in the column “${column}”: with ANY the result has to be the same.`;
  },
  'dmn.parse': ({ file, reason, line }) =>
    `The file ${file} cannot be read as DMN${line === undefined ? '' : ` at line ${line}`}: ${reason}.`,
  'dmn.priorities-missing': ({ elementId, hitPolicy }) =>
    `Decision ${elementId}: ${hitPolicy} needs the list of output values, from the first to the last: no column has it.`,
  'dmn.requirement-missing': ({ elementId, name, cell }) =>
    `Decision ${elementId}: ${at(cell)}it uses “${name}” without requiring it: it only has a value if the dossier has a variable of this name.`,
  'dmn.requirement-unused': ({ elementId, name }) =>
    `Decision ${elementId}: it requires “${name}” and no expression uses it.`,
  'dmn.value-not-allowed': ({ elementId, cell, value, allowed }) =>
    `Decision ${elementId}: ${at(cell)}${value} is not one of the values allowed (${allowed}).`,
  'feel.syntax': ({ elementId, file, attribute, fault, in: place }) => {
    const said = sentenceOfFeel(fault, englishFeel);
    switch (place.type) {
      case 'element':
        return `${said} Element: ${elementId}.`;
      case 'attribute':
        return `iter:${place.extension} in ${elementId}, attribute ${attribute}: ${said}`;
      case 'decision':
        return `Decision ${elementId}: ${at(place.cell)}${said}`;
      case 'text':
        return `In the text ${file}: ${said}`;
    }
  },
};
