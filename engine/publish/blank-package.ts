/**
 * The files of a new procedure: an application, an examination within the term, an outcome. They can be published as
 * they are, so that every change is made on something that works.
 */
export function blankPackage(procedureId: string, title: string): Readonly<Record<string, string>> {
  return {
    'procedure.bpmn': diagramOf(procedureId, title),
    'service.json': jsonText(cardOf(title)),
    'parameters.json': jsonText({
      giorni: [{ value: 30, validFrom: '2010-01-01', source: 'L. 241/1990, art. 2 c. 2' }],
    }),
    'forms/domanda.json': jsonText(application),
    'forms/esame.json': jsonText(examination),
    'README.md': `# ${title}\n\nChe cosa fa il procedimento, su quale legge si fonda, che cosa resta da decidere.\n`,
  };
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const xmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const diagramOf = (procedureId: string, title: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:iter="urn:iter:bpmn:1" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="definitions" targetNamespace="urn:iter:procedures">
  <bpmn:process id="${procedureId}" name="${xmlText(title)}" isExecutable="true">
    <bpmn:extensionElements>
      <iter:term id="conclusione" label="Conclusione" days="= parameters.giorni" ground="L. 241/1990, art. 2" main="true" expiry="default" />
    </bpmn:extensionElements>
    <bpmn:startEvent id="request-submitted" name="Domanda presentata">
      <bpmn:extensionElements>
        <zeebe:formDefinition formId="domanda" />
        <iter:clock term="conclusione" act="start" on="left" ground="L. 241/1990, art. 2 c. 6" />
      </bpmn:extensionElements>
      <bpmn:outgoing>to-examine</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:userTask id="examine-request" name="Esamina la domanda">
      <bpmn:extensionElements>
        <zeebe:userTask />
        <zeebe:formDefinition formId="esame" />
        <zeebe:assignmentDefinition candidateGroups="urp" />
        <iter:milestone code="in-verifica" label="In verifica" />
        <iter:clock term="conclusione" act="end" on="left" ground="L. 241/1990, art. 2" />
      </bpmn:extensionElements>
      <bpmn:incoming>to-examine</bpmn:incoming>
      <bpmn:outgoing>to-decided</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:boundaryEvent id="overdue" name="Termine superato" attachedToRef="examine-request" cancelActivity="false">
      <bpmn:extensionElements>
        <iter:deadline term="conclusione" />
      </bpmn:extensionElements>
      <bpmn:outgoing>to-noted</bpmn:outgoing>
      <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P30D</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:boundaryEvent>
    <bpmn:endEvent id="delay-noted" name="Ritardo segnato">
      <bpmn:incoming>to-noted</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:endEvent id="decided" name="Conclusa">
      <bpmn:extensionElements>
        <iter:outcome code="= esito" />
      </bpmn:extensionElements>
      <bpmn:incoming>to-decided</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="to-examine" sourceRef="request-submitted" targetRef="examine-request" />
    <bpmn:sequenceFlow id="to-decided" sourceRef="examine-request" targetRef="decided" />
    <bpmn:sequenceFlow id="to-noted" sourceRef="overdue" targetRef="delay-noted" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="${procedureId}">
${shapes.map(shapeOf).join('\n')}
${edges.map(edgeOf).join('\n')}
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;

/** Where the elements of a new procedure are drawn, in pixels. */
const shapes = [
  { id: 'request-submitted', x: 160, y: 122, width: 36, height: 36 },
  { id: 'examine-request', x: 280, y: 100, width: 120, height: 80 },
  { id: 'overdue', x: 322, y: 162, width: 36, height: 36, aside: -58 },
  { id: 'delay-noted', x: 482, y: 242, width: 36, height: 36 },
  { id: 'decided', x: 482, y: 122, width: 36, height: 36 },
] as const;

/** The bends of its flows: x and y of each. */
const edges = [
  {
    id: 'to-examine',
    bends: [
      [196, 140],
      [280, 140],
    ],
  },
  {
    id: 'to-decided',
    bends: [
      [400, 140],
      [482, 140],
    ],
  },
  {
    id: 'to-noted',
    bends: [
      [340, 198],
      [340, 260],
      [482, 260],
    ],
  },
] as const;

function shapeOf({ id, x, y, width, height, ...more }: (typeof shapes)[number]): string {
  // The name of a boundary event stands beside the flow that leaves it.
  const aside = 'aside' in more ? more.aside : 0;
  const bounds = `<dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" />`;
  const label =
    height === 36
      ? `<bpmndi:BPMNLabel><dc:Bounds x="${x - 32 + aside}" y="${y + 42}" width="100" height="28" /></bpmndi:BPMNLabel>`
      : '';
  return `      <bpmndi:BPMNShape id="${id}-shape" bpmnElement="${id}">${bounds}${label}</bpmndi:BPMNShape>`;
}

function edgeOf({ id, bends }: (typeof edges)[number]): string {
  const points = bends.map(([x, y]) => `<di:waypoint x="${x}" y="${y}" />`).join('');
  return `      <bpmndi:BPMNEdge id="${id}-edge" bpmnElement="${id}">${points}</bpmndi:BPMNEdge>`;
}

const cardOf = (title: string) => ({
  category: 'Servizi',
  title,
  status: 'active',
  shortDescription: 'Da scrivere: che cosa si ottiene, in una frase.',
  audience: ['Da scrivere: chi può fare domanda.'],
  howTo: ['Entra con la tua identità digitale e compila la domanda.'],
  needed: ['La tua identità digitale: SPID o CIE'],
  achieved: ['Da scrivere: che cosa si riceve.'],
  times: [{ label: 'Risposta', text: 'Da scrivere: entro quanti giorni.' }],
  costs: ['Da scrivere: se la domanda è gratuita.'],
  access: { label: 'Fai la domanda', level: 2 },
  conditions: [],
  contacts: [],
  legalBasis: [],
  topics: [],
  keywords: [],
  privacyNotice: ['Da scrivere: chi tratta i dati e perché.'],
  maximumDaysParameter: 'giorni',
  competence: { bodyKey: 'ente', officeCode: 'urp' },
  subject: 'oggetto',
});

const application = {
  type: 'default',
  id: 'domanda',
  schemaVersion: 16,
  components: [
    {
      type: 'group',
      id: 'domanda',
      label: 'La tua domanda',
      components: [
        {
          type: 'textfield',
          id: 'ente',
          key: 'ente',
          label: 'A quale ente?',
          properties: { type: 'body' },
          validate: { required: true },
        },
        { type: 'textfield', id: 'oggetto', key: 'oggetto', label: 'Che cosa chiedi?', validate: { required: true } },
      ],
    },
  ],
};

const examination = {
  type: 'default',
  id: 'esame',
  schemaVersion: 16,
  components: [
    {
      type: 'radio',
      id: 'esito',
      key: 'esito',
      label: 'Esito',
      validate: { required: true },
      values: [
        { label: 'Accolta', value: 'accolta' },
        { label: 'Diniego', value: 'diniego' },
      ],
    },
  ],
};
