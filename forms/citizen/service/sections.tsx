import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ProcedureDetail, ServiceCard } from '../../contract/procedures.ts';
import { language } from '../../text/language.ts';
import { t } from '../../text/text.ts';
import { allWordsOf, inItalian, wordsOf, type Words } from '../../kit/own-language.ts';
import { Said } from '../../kit/Said.tsx';
import { AccessButton } from './AccessButton.tsx';
import { Contacts } from './Contacts.tsx';
import { OfBody } from './OfBody.tsx';
import { OutsideLink } from './OutsideLink.tsx';
import { RegisterLink } from './RegisterLink.tsx';

/** One part of the service card. */
export interface CardSection {
  /** The anchor. */
  readonly id: string;
  readonly title: string;
  /** The `data-element` of the service model. */
  readonly element: string;
  readonly content: ReactNode;
}

/** The parts of the card after its head, in the prescribed order; one without content is left out. */
export function sectionsOf(detail: ProcedureDetail): readonly CardSection[] {
  return [...forWhom(detail.service), ...termsAndCosts(detail), ...rules(detail)].filter(
    ({ content }) => content !== null,
  );
}

function forWhom(service: ServiceCard): readonly CardSection[] {
  const english = service.translations?.en;
  return [
    {
      id: 'a-chi',
      title: t('citizen.service.audience'),
      element: 'service-addressed',
      content: paragraphs(allWordsOf(service.audience, english?.audience)),
    },
    {
      id: 'come-fare',
      title: t('citizen.service.howTo'),
      element: 'service-how-to',
      content: paragraphs(allWordsOf(service.howTo, english?.howTo)),
    },
    { id: 'cosa-serve', title: t('citizen.service.needed'), element: 'service-needed', content: needed(service) },
    {
      id: 'cosa-si-ottiene',
      title: t('citizen.service.achieved'),
      element: 'service-achieved',
      content: paragraphs(allWordsOf(service.achieved, english?.achieved)),
    },
  ];
}

function termsAndCosts(detail: ProcedureDetail): readonly CardSection[] {
  const { procedureId, service, maximumDays } = detail;
  return [
    {
      id: 'tempi',
      title: t('citizen.service.times'),
      element: 'service-calendar-text',
      content: times(service, maximumDays),
    },
    {
      id: 'costi',
      title: t('citizen.service.costs'),
      element: 'service-cost',
      content: paragraphs(allWordsOf(service.costs, service.translations?.en?.costs)),
    },
    { id: 'ente', title: t('citizen.service.ofBody.title'), element: 'service-of-body', content: ofBody(detail) },
    {
      id: 'accedi',
      title: t('citizen.service.accessHeading'),
      element: 'service-generic-access',
      content: access(procedureId, service),
    },
  ];
}

function rules({ procedureId, service }: ProcedureDetail): readonly CardSection[] {
  const english = service.translations?.en;
  return [
    {
      id: 'condizioni',
      title: t('citizen.service.conditions'),
      element: 'service-file',
      content: links(service.conditions, english?.conditions),
    },
    {
      id: 'norme',
      title: t('citizen.service.legalBasis'),
      element: 'legal-notes',
      content: links(service.legalBasis, english?.legalBasis),
    },
    {
      id: 'registro',
      title: t('citizen.service.register'),
      element: 'service-register',
      content: service.register ? (
        <RegisterLink procedureId={procedureId} title={wordsOf(service.register.title, english?.register)} />
      ) : null,
    },
    {
      id: 'contatti',
      title: t('citizen.service.contacts'),
      element: 'service-area',
      content: <Contacts contacts={service.contacts} names={english?.contacts} />,
    },
    { id: 'argomenti', title: t('citizen.service.topics'), element: 'service-topic', content: topics(service) },
  ];
}

const paragraphs = (texts: readonly Words[]): ReactNode =>
  texts.map(({ text, ...inLanguage }) => (
    <p key={text} {...inLanguage}>
      {text}
    </p>
  ));

const needed = ({ needed: items, translations }: ServiceCard): ReactNode =>
  items.length === 0 ? null : (
    <>
      <p>{t('citizen.service.neededIntro')}</p>
      <ul>
        {allWordsOf(items, translations?.en?.needed).map(({ text, ...inLanguage }) => (
          <li key={text} {...inLanguage}>
            {text}
          </li>
        ))}
      </ul>
    </>
  );

// Shown only where a body says something of its own.
const ofBody = (detail: ProcedureDetail): ReactNode =>
  detail.bodies.length === 0 ? null : <OfBody procedure={detail} />;

function times({ times: terms, translations }: ServiceCard, maximumDays: number): ReactNode {
  const english = language() === 'en' ? translations?.en?.times : undefined;
  return (
    <dl className="service-times" data-element="service-calendar-list">
      <div>
        <dt>{t('citizen.service.maximum')}</dt>
        <dd>{t('citizen.service.maximumDays', { days: maximumDays })}</dd>
      </div>
      {(english ?? terms).map(({ label, text }) => (
        <div key={label} {...(english === undefined ? inItalian() : {})}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

const access = (procedureId: string, { access: { level }, status }: ServiceCard): ReactNode => (
  <>
    <p>{t('citizen.service.accessOnline', { level })}</p>
    {status === 'active' ? <AccessButton procedureId={procedureId} /> : <p>{t('citizen.service.suspendedText')}</p>}
  </>
);

const links = (items: ServiceCard['conditions'], english: readonly string[] | undefined): ReactNode =>
  items.length === 0 ? null : (
    <ul>
      {items.map(({ label, url }, at) => (
        <li key={url}>
          <OutsideLink href={url}>
            <Said words={wordsOf(label, english?.[at])} />
          </OutsideLink>
        </li>
      ))}
    </ul>
  );

const topics = ({ topics: names, translations }: ServiceCard): ReactNode =>
  names.length === 0 ? null : (
    <ul className="topic-filter">
      {names.map((name, at) => (
        <li key={name}>
          <Link className="topic-chip" to={`/?${new URLSearchParams({ argomento: name }).toString()}`}>
            <Said words={wordsOf(name, translations?.en?.topics?.[at])} />
          </Link>
        </li>
      ))}
    </ul>
  );
