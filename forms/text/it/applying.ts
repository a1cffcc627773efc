/** The page on which who applies says for whom. `kinds` are those of `forms/schema/party-kinds.ts`. */
export const applying = {
  page: 'Chi presenta la domanda',
  question: 'Per chi presenti la domanda?',
  kinds: {
    person: { label: 'Per me', description: '' },
    company: { label: 'Per un’impresa o un’associazione che rappresento', description: '' },
    'public-body': { label: 'Per un ente pubblico che rappresento', description: '' },
    delegate: { label: 'Per un’altra persona che mi ha dato l’incarico', description: '' },
    professional: {
      label: 'Per un mio cliente, come professionista',
      description: 'Per esempio come avvocata, geometra o commercialista.',
    },
  },
  principalIs: 'Chi ti ha dato l’incarico?',
  principals: { person: 'Una persona', company: 'Un’impresa, un’associazione o un ente' },
  represented: 'La persona per cui presenti la domanda',
  company: 'L’impresa, l’associazione o l’ente',
  companyHint: 'Scrivi la partita IVA, il codice fiscale o tutti e due.',
  companyCode: 'Scrivi la partita IVA o il codice fiscale',
  mandate: 'Delega o procura',
  mandateHint: 'Firmata da chi ti ha dato l’incarico. Se la firma è a penna, aggiungi una copia del suo documento.',
  mandateUntil: 'Fino a quando vale',
  mandateUntilHint: 'Solo se la delega o la procura ha un ultimo giorno.',
} as const;
