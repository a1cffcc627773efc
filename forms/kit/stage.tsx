import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Answers, Component } from '../schema/document.ts';
import { localise } from '../schema/localise.ts';
import { knownAnswers, lockedKeys, type Sources } from '../schema/prefill.ts';
import { Form } from './Form.tsx';
import type { Host } from './host.ts';
import { judge } from './judge.ts';
import { storyHost } from './story-host.ts';

/** The day on which all stories happen: a story looks the same every day. */
export const STORY_DAY = '2026-10-04';

/** Settings of a form in a story. */
export interface FormStageProps {
  readonly components: readonly Component[];
  readonly answers?: Answers;
  /** What expressions may refer to besides the answers. */
  readonly context?: Answers;
  /** What is known already: fields with `prefill` say where it comes from, with `locked` they cannot be changed. */
  readonly sources?: Sources;
  /** What was sent, where that is corrected; what is known when it is left out. */
  readonly held?: Answers;
  readonly host?: Host;
  readonly readOnly?: boolean;
  /** The answers are judged from the start where nobody presses a button, as on the pages of documentation. */
  readonly isJudged?: boolean;
  readonly isDocumented?: boolean;
  readonly language?: 'it' | 'en';
  readonly onSubmit?: (answers: Answers) => void;
}

/** On a page with many stories none of them may take the focus when the page opens. */
function Unfocused({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.removeAttribute('inert'), []);
  return (
    <div ref={box} {...{ inert: '' }}>
      {children}
    </div>
  );
}

/** A real form made of the components of a story, with a host that answers from memory. */
export function FormStage(props: FormStageProps) {
  const { components, answers = {}, context, sources = {}, host = storyHost, readOnly, isJudged, isDocumented } = props;
  const { language = 'it', onSubmit = () => undefined } = props;
  const form = useMemo(
    () => localise({ type: 'default', id: 'story', schemaVersion: 16, components }, language),
    [components, language],
  );
  const [issues] = useState(() =>
    isJudged && isDocumented ? judge(answers, { form, context, today: STORY_DAY, host }).issues : undefined,
  );
  const locked = useMemo(() => lockedKeys(form, sources), [form, sources]);
  const known = useMemo(() => knownAnswers(form, sources), [form, sources]);
  const stage = (
    <Form
      key={language}
      form={form}
      answers={answers}
      context={context}
      today={STORY_DAY}
      host={host}
      locked={locked}
      known={known}
      held={props.held}
      readOnly={readOnly}
      serverIssues={issues}
      onSubmit={onSubmit}
    />
  );
  return isDocumented ? <Unfocused>{stage}</Unfocused> : stage;
}
