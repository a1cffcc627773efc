import { z } from 'zod';
import { bodyLayer } from './body-layer.ts';
import { endpoint } from './endpoint.ts';
import { day, instant, paging } from './shapes.ts';

/**
 * The lists of the organisation: bodies, their offices, people with roles, who plays which role, who does what for
 * whom, values of parameters and texts of cards that bodies give.
 */
export const registerNames = ['bodies', 'offices', 'people', 'assign', 'delegations', 'parameters', 'texts'] as const;

export type RegisterName = (typeof registerNames)[number];

const register = z.object({ register: z.enum(registerNames) });

/** A body by its code in the index of public administrations. */
const ipaCode = z.string().regex(/^[\w-]{2,20}$/);

/** A row by the columns of its list, as CSV has it: `{ ente: 'c_a944', codice: 'urp', nome: 'URP' }`. */
const cells = z.record(z.string().max(40), z.string().max(300));

export const administration = z
  .object({
    /** Looks after all bodies. */
    isLeader: z.boolean(),
    /** The bodies where whoever asks is an administrator. */
    bodies: z.array(z.object({ ipaCode: z.string(), name: z.string() })),
    /** The published procedures with the roles that offices play in them. */
    procedures: z.array(
      z.object({
        procedureId: z.string(),
        title: z.string(),
        roles: z.array(z.object({ code: z.string(), label: z.string() })),
        /** What it leaves to the bodies. */
        ofBodies: bodyLayer,
      }),
    ),
  })
  .meta({ id: 'Administration' });

export type Administration = z.infer<typeof administration>;

export const readAdministration = endpoint({
  method: 'get',
  path: '/administration',
  audience: 'office',
  summary: 'Che cosa amministra chi chiede: gli enti, e i procedimenti con i loro ruoli',
  response: administration,
});

export const gap = z
  .object({
    procedureId: z.string(),
    title: z.string(),
    role: z.string(),
    label: z.string(),
    /** `no-office`: no office plays the role. `no-people`: nobody in the office has the role that it takes. */
    kind: z.enum(['no-office', 'no-people']),
    /** The office that plays it, or that the card names for it. */
    office: z.object({ ipaCode: z.string(), code: z.string() }).optional(),
  })
  .meta({ id: 'RoleGap' });

export type RoleGap = z.infer<typeof gap>;

export const valueGap = z
  .object({
    procedureId: z.string(),
    title: z.string(),
    /** The list in which it is put right, and what is given there. */
    kind: z.enum(['parameters', 'texts']),
    name: z.string(),
    /** Of a parameter. */
    label: z.string().optional(),
    /** `missing`: the body has to give it, and does not from that day on. `twice`: it gives two for that day. */
    fault: z.enum(['missing', 'twice']),
    on: day,
  })
  .meta({ id: 'ValueGap' });

export type ValueGap = z.infer<typeof valueGap>;

export const listGaps = endpoint({
  method: 'get',
  path: '/administration/bodies/:ipaCode/gaps',
  audience: 'office',
  summary:
    'Che cosa manca in un ente ai procedimenti pubblicati: ruoli che oggi nessuno svolge, valori che deve dare o che dà due volte',
  params: z.object({ ipaCode }),
  response: z.object({ items: z.array(gap), values: z.array(valueGap) }),
});

export const registerRow = z
  .object({
    cells,
    /** What the codes in the cells stand for, by column. */
    names: z.record(z.string(), z.string()),
    /** Whoever asks may change it and end it. */
    mayChange: z.boolean(),
  })
  .meta({ id: 'RegisterRow' });

export type RegisterRow = z.infer<typeof registerRow>;

export const listRegisterRows = endpoint({
  method: 'get',
  path: '/administration/registers/:register/rows',
  audience: 'office',
  limit: 'search',
  summary: 'Le righe di un elenco dell’organizzazione, cercate per testo e per ente; con ended anche quelle finite',
  params: register,
  query: z.object({
    q: z.string().max(100).optional(),
    body: ipaCode.optional(),
    ended: z.enum(['true']).optional(),
    limit: paging.limit,
    cursor: z
      .string()
      .regex(/^\d{1,6}$/)
      .optional(),
  }),
  response: z.object({ items: z.array(registerRow), cursor: z.string().optional() }),
});

export const complaint = z
  .object({ line: z.number().int().optional(), column: z.string().optional(), message: z.string() })
  .meta({ id: 'ListComplaint' });

export type ListComplaint = z.infer<typeof complaint>;

/** All rows were kept, or none and why. `notes` tell what is worth knowing afterwards. */
const keeping = z.object({ kept: z.number().int(), notes: z.array(z.string()), complaints: z.array(complaint) });

export type RegisterKeeping = z.infer<typeof keeping>;

export const keepRegisterRow = endpoint({
  method: 'post',
  path: '/administration/registers/:register/rows',
  audience: 'office',
  limit: 'administration',
  summary:
    'Aggiunge una riga a un elenco dell’organizzazione, o la cambia se c’è; dice che cosa non va, se non la registra',
  params: register,
  body: z.object({ cells }).strict(),
  response: keeping,
});

export const importRegister = endpoint({
  method: 'post',
  path: '/administration/registers/:register/imports',
  audience: 'office',
  limit: 'administration',
  summary: 'Legge un elenco CSV; con una riga sbagliata dice tutto quello che non va e non registra nulla',
  params: register,
  body: z.object({ content: z.base64().max(900_000) }).strict(),
  response: keeping,
});

export const exportRegister = endpoint({
  method: 'get',
  path: '/administration/registers/:register/list',
  audience: 'office',
  limit: 'register',
  summary: 'Un elenco dell’organizzazione come CSV, con le colonne che l’importazione legge',
  params: register,
  query: z.object({ body: ipaCode.optional() }),
  produces: 'text/csv; charset=utf-8',
});

export const endRegisterRow = endpoint({
  method: 'post',
  path: '/administration/registers/:register/endings',
  audience: 'office',
  limit: 'administration',
  summary: 'Dà l’ultimo giorno a quello che le celle nominano; dice che cosa lo impedisce, se non lo fa',
  params: register,
  body: z.object({ cells, lastOn: day }).strict(),
  response: z.object({ ended: z.boolean(), against: z.string().optional() }),
});

export const consequences = z
  .object({
    /** Dossiers that are not closed and that the change concerns. */
    openDossiers: z.number().int(),
    /** Open tasks of theirs that stay where they are; of a person, the tasks that they have claimed. */
    openTasks: z.number().int(),
    /** The office where these tasks are. */
    officeName: z.string().optional(),
  })
  .meta({ id: 'RegisterConsequences' });

export type Consequences = z.infer<typeof consequences>;

export const readConsequences = endpoint({
  method: 'post',
  path: '/administration/registers/:register/consequences',
  audience: 'office',
  limit: 'search',
  summary: 'Quante pratiche in corso e attività aperte riguarda il cambiamento di una riga',
  params: register,
  body: z.object({ cells }).strict(),
  response: consequences,
});

export const administrationEvent = z
  .object({
    eventId: z.number().int(),
    at: instant,
    author: z.string(),
    register: z.enum(registerNames),
    act: z.enum(['kept', 'ended']),
    ipaCode: z.string(),
    bodyName: z.string(),
    cells,
  })
  .meta({ id: 'AdministrationEvent' });

export type AdministrationEvent = z.infer<typeof administrationEvent>;

export const listAdministrationEvents = endpoint({
  method: 'get',
  path: '/administration/events',
  audience: 'office',
  summary: 'Chi ha cambiato che cosa nell’organizzazione, le ultime modifiche per prime',
  query: z.object({ body: ipaCode.optional(), limit: paging.limit, before: z.coerce.number().int().optional() }),
  response: z.object({ items: z.array(administrationEvent) }),
});
