import type { ReactNode } from 'react';
import { fieldEditors, type EditorType } from '../../../forms/fields/editors.ts';
import type { Setting } from '../../../forms/fields/editor-types.ts';
import { t } from '../../../forms/text/designer.ts';
import { keyMember, keyOf, memberAt, type Part } from '../model/draft.ts';
import { typeNameOf } from '../model/find.ts';
import type { Placed } from '../model/tree.ts';
import { feelMembers } from '../usage/expressions.ts';
import { ChoicesEditor } from './ChoicesEditor.tsx';
import {
  computedSetting,
  englishSettings,
  layoutSettings,
  prefillSettings,
  questionSettings,
} from './common-settings.ts';
import { ConditionEditor } from './ConditionEditor.tsx';
import { FeelSetting } from './FeelSetting.tsx';
import { KeyEditor } from './KeyEditor.tsx';
import { KitSettings } from './KitSettings.tsx';
import { MoveTo } from './MoveTo.tsx';
import { RulesEditor } from './RulesEditor.tsx';

const isFeel = ({ at }: Setting): boolean => feelMembers.some((member) => member === at);

/** The settings that only this type has, as its `editor.ts` lists them. */
function typeSettings(part: Part): readonly Setting[] {
  const name = typeNameOf(part);
  return Object.hasOwn(fieldEditors, name) ? fieldEditors[name as EditorType].settings : [];
}

/** True for a type whose answers are chosen from a list. */
const hasChoices = (part: Part): boolean => {
  const name = typeNameOf(part);
  const isListed = Object.hasOwn(fieldEditors, name) && 'values' in fieldEditors[name as EditorType].fresh;
  return isListed || ['values', 'valuesExpression'].some((member) => part[member] !== undefined);
};

/** All settings of a part, section by section; what is rarely used starts closed. */
export function Sections({ placed }: { readonly placed: Placed }) {
  const { part } = placed;
  const member = keyMember(part);
  const isField = member === 'key';
  const own = typeSettings(part);
  return (
    <>
      <Section title="question" isOpen>
        <KitSettings part={part} settings={part.type === 'text' ? own : questionSettings(part)} />
        {member !== undefined && <KeyEditor key={keyOf(part)} placed={placed} />}
      </Section>
      {hasChoices(part) && (
        <Section title="choices" isOpen>
          <ChoicesEditor part={part} />
        </Section>
      )}
      {part.type !== 'text' && own.length > 0 && (
        <Section title="type" isOpen>
          <KitSettings part={part} settings={own.filter((setting) => !isFeel(setting))} />
          {own.filter(isFeel).map((setting) => (
            <FeelSetting key={setting.at} part={part} setting={setting} />
          ))}
        </Section>
      )}
      <Section title="conditions" isOpen={memberAt(part, 'conditional.hide') !== undefined}>
        <ConditionEditor placed={placed} which="show" />
        {isField && <ConditionEditor placed={placed} which="require" />}
        {isField && <ConditionEditor placed={placed} which="readonly" />}
      </Section>
      {member !== undefined && (
        <Section title="rules" isOpen={memberAt(part, 'validate.rules') !== undefined}>
          <RulesEditor part={part} />
        </Section>
      )}
      {isField && (
        <Section title="prefill" isOpen={memberAt(part, 'properties.prefill') !== undefined}>
          <KitSettings part={part} settings={prefillSettings(part)} />
        </Section>
      )}
      {isField && part.type !== 'expression' && (
        <Section title="computed" isOpen={memberAt(part, 'properties.computed') !== undefined}>
          <FeelSetting part={part} setting={computedSetting} />
        </Section>
      )}
      <Section title="english" isOpen={part['translations'] !== undefined}>
        <KitSettings part={part} settings={englishSettings(part)} />
      </Section>
      <Section title="layout">
        <KitSettings part={part} settings={layoutSettings(part)} />
        <MoveTo placed={placed} />
      </Section>
    </>
  );
}

interface SectionProps {
  readonly title:
    'question' | 'choices' | 'type' | 'conditions' | 'rules' | 'prefill' | 'computed' | 'english' | 'layout';
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

const Section = ({ title, isOpen = false, children }: SectionProps) => (
  <details className="fb-section" open={isOpen}>
    <summary>
      <h3>{t(`designer.builder.panel.sections.${title}`)}</h3>
    </summary>
    {children}
  </details>
);
