import type { OfficeDossier } from '../../contract/tasks.ts';
import { t } from '../../text/clerk.ts';

/** Who is concerned by a dossier, and how to reach them. */
export function Parties({ parties }: { readonly parties: OfficeDossier['parties'] }) {
  return (
    <ul className="desk-plain">
      {parties.map(({ role, name, fiscalCode, email }) => (
        <li key={`${role} ${name} ${fiscalCode ?? email ?? ''}`} className="desk-party">
          <strong>{name}</strong>
          <span className="desk-quiet">{t(`clerk.dossier.role.${role}`)}</span>
          {fiscalCode === undefined ? null : <span className="desk-code">{fiscalCode}</span>}
          {email === undefined ? null : <a href={`mailto:${email}`}>{email}</a>}
        </li>
      ))}
    </ul>
  );
}
