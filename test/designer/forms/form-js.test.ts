import { describe, expect, it } from 'vitest';
import { exportFormJs, importFormJs } from '../../../designer/forms/form-js.ts';
import type { Draft } from '../../../designer/forms/model/draft.ts';
import { memberAt } from '../../../designer/forms/model/draft.ts';
import { partOf } from '../../../designer/forms/model/tree.ts';
import { readForm } from '../../../forms/schema/read.ts';
import { camundaForm } from './camunda-form.ts';
import { aSmallDraft, changed } from './a-draft.ts';

const imported = (json: unknown) => {
  const result = importFormJs(json);
  if ('fault' in result) throw new Error(result.fault.code);
  return result;
};

const member = (draft: Draft, id: string, at: string): unknown => memberAt(partOf(draft, id) ?? draft, at);
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a form made in Camunda’s editor', () => {
  const { draft, notices } = imported(camundaForm);
  const toldOf = (code: string) => notices.filter((notice) => notice.code === code).map(({ partId }) => partId);

  it('opens as a form that can be shown and judged', () => {
    expect(readForm(json(draft)).issues).toEqual([]);
  });

  it('says of every part that is not shown what it is', () => {
    const kinds = notices.filter(({ code }) => code.endsWith('not-shown')).map(({ params }) => params['type']);
    expect(kinds.sort()).toEqual(
      [
        'button',
        'documentPreview',
        'html',
        'html',
        'iframe',
        'image',
        'separator',
        'spacer',
        'table',
        'unheardOf',
      ].sort(),
    );
  });

  it('has flat answers that its expressions follow', () => {
    expect(toldOf('path-flattened')).toEqual(['Group_owner', 'Group_agent']);
    expect(member(draft, 'Field_owner', 'key')).toBe('name');
    expect(member(draft, 'Field_agent', 'key')).toBe('agentName');
    expect(member(draft, 'Field_city', 'key')).toBe('city');
    expect(member(draft, 'Field_phone', 'conditional.hide')).toBe('=name = null or city = "Bologna"');
    expect(member(draft, 'Text_hello', 'text')).toBe('Hello {{agentName}} of {{ city }}');
  });

  it('has the nearest of our types', () => {
    expect(member(draft, 'Field_phone', 'properties.type')).toBe('telephone');
    expect(member(draft, 'Field_tags', 'type')).toBe('checklist');
    expect(member(draft, 'Field_date', 'label')).toBe('Start');
    expect(member(draft, 'Field_time', 'type')).toBe('datetime');
    expect(member(draft, 'Field_dynamic', 'valuesExpression')).toBe('=offices');
  });

  it('loses a pattern that is none and nothing else', () => {
    expect(member(draft, 'Field_pattern', 'validate')).toEqual({ required: true });
    expect(toldOf('member-ignored')).toContain('Field_pattern');
  });

  it('goes back as it came', () => {
    expect(json(exportFormJs(draft))).toEqual(camundaForm);
  });

  it('goes back with what was changed here, the rest as it came', () => {
    const after = changed(
      draft,
      { type: 'rename', id: 'Field_city', key: 'town', follow: true },
      { type: 'set', id: 'Field_tags', at: 'label', value: 'Etichette' },
    );
    const out = imported(exportFormJs(after)).draft;
    expect(member(out, 'Field_tags', 'label')).toBe('Etichette');
    expect(member(out, 'Field_phone', 'conditional.hide')).toBe('=name = null or town = "Bologna"');
  });
});

describe('a form of ours', () => {
  it('is imported without a notice', () => {
    expect(imported(json(aSmallDraft()))).toEqual({ draft: aSmallDraft(), notices: [] });
  });

  it('gives dates the label that form-js asks for', () => {
    const { draft } = imported({ components: [{ type: 'datetime', key: 'dal', label: 'Dal giorno' }] });
    expect(exportFormJs(draft)['components']).toMatchObject([
      { subtype: 'date', label: 'Dal giorno', dateLabel: 'Dal giorno' },
    ]);
  });
});

it.each([[null], ['x'], [{}], [{ components: [1] }]])('what is no form, %j, is refused', (value) => {
  expect(importFormJs(value)).toHaveProperty('fault');
});
