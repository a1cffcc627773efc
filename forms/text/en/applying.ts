/** The page on which who applies says for whom. */
export const applying = {
  page: 'Who applies',
  question: 'For whom are you applying?',
  kinds: {
    person: { label: 'For myself', description: '' },
    company: { label: 'For a company or an association that I represent', description: '' },
    'public-body': { label: 'For a public body that I represent', description: '' },
    delegate: { label: 'For another person who has authorised me', description: '' },
    professional: {
      label: 'For a client of mine, as a professional',
      description: 'For example as a lawyer, a surveyor or an accountant.',
    },
  },
  principalIs: 'Who has authorised you?',
  principals: { person: 'A person', company: 'A company, an association or a body' },
  represented: 'The person for whom you apply',
  company: 'The company, association or body',
  companyHint: 'Write the VAT number, the fiscal code or both.',
  companyCode: 'Write the VAT number or the fiscal code',
  mandate: 'Authorisation or power of attorney',
  mandateHint: 'Signed by who has authorised you. If it is signed by hand, add a copy of their identity document.',
  mandateUntil: 'Valid until',
  mandateUntilHint: 'Only if it has a last day.',
} as const;
