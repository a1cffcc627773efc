import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useSearchParams } from 'react-router';
import type { Administration } from '../../contract/administration.ts';
import { Combobox } from '../../kit/Combobox.tsx';
import { t } from '../../text/administration.ts';
import { Select } from '../layout/Select.tsx';
import { bodyNameQuery, findBodies } from './queries.ts';
import { useBody } from './use-body.ts';

/** Chooses the body that the page is about: among the reader's, or among all where theirs leads. */
export function BodyChoice({ known }: { readonly known: Administration }) {
  const [, setAddress] = useSearchParams();
  const body = useBody(known);
  const choose = (ipaCode: string): void => setAddress({ ente: ipaCode });
  if (known.isLeader) return <AnyBody body={body} onChoose={choose} />;
  if (known.bodies.length < 2) return <p className="lead">{known.bodies[0]?.name}</p>;
  const options = known.bodies.map(({ ipaCode, name }) => ({ value: ipaCode, label: name }));
  return (
    <div className="desk-filters">
      <Select label={t('administration.body')} value={body} options={options} onChoose={choose} />
    </div>
  );
}

function AnyBody({ body, onChoose }: { readonly body: string; onChoose(ipaCode: string): void }) {
  const id = useId();
  const { data: name } = useQuery(bodyNameQuery(body));
  return (
    <div className="desk-body">
      <label htmlFor={id}>{t('administration.body')}</label>
      <Combobox
        key={body}
        links={{ id, 'aria-describedby': undefined, 'aria-invalid': undefined, required: true }}
        picked={{ id: body, label: name ?? body }}
        readOnly={false}
        fewestLetters={2}
        search={findBodies}
        onPick={(option) => option !== undefined && onChoose(option.id)}
        onBlur={() => undefined}
      />
    </div>
  );
}
