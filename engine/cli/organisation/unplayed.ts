import type { Known } from '../../store/organisation/known.ts';

/**
 * Which roles of the published procedures nobody plays in some bodies, a sentence for each body. What a body assigns is
 * not counted here: whoever assigns a role to another office knows.
 */
export function unplayedIn(ipaCodes: readonly string[], { offices, roles }: Known): readonly string[] {
  return ipaCodes.flatMap((ipaCode) => {
    const missing = [...roles].flatMap(([procedureId, offered]) =>
      [...offered].flatMap(([role, office = '?']) =>
        office.startsWith('=') || offices.has(`${ipaCode}/${office}`) ? [] : [`${procedureId} ${role} (${office})`],
      ),
    );
    return missing.length === 0
      ? []
      : [`In ${ipaCode} nessun ufficio svolge questi ruoli, se non sono assegnati: ${missing.join(', ')}.`];
  });
}
