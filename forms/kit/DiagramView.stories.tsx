import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { DiagramView } from './DiagramView.tsx';

const shape = (id: string, x: number, [width, height]: readonly [number, number]): string =>
  `<bpmndi:BPMNShape id="${id}-di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${118 - height / 2}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;

const EVENT = [36, 36] as const;
const TASK = [120, 80] as const;

const edge = (id: string, from: number, to: number): string =>
  `<bpmndi:BPMNEdge id="${id}-di" bpmnElement="${id}"><di:waypoint x="${from}" y="118" /><di:waypoint x="${to}" y="118" /></bpmndi:BPMNEdge>`;

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="definitions" targetNamespace="urn:story">
  <bpmn:process id="process" isExecutable="true">
    <bpmn:startEvent id="received" name="Domanda ricevuta" />
    <bpmn:userTask id="review" name="Esame della domanda" />
    <bpmn:userTask id="decide" name="Decisione" />
    <bpmn:endEvent id="closed" name="Conclusa" />
    <bpmn:sequenceFlow id="a" sourceRef="received" targetRef="review" />
    <bpmn:sequenceFlow id="b" sourceRef="review" targetRef="decide" />
    <bpmn:sequenceFlow id="c" sourceRef="decide" targetRef="closed" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="process">
    ${shape('received', 100, EVENT)}
    ${shape('review', 200, TASK)}
    ${shape('decide', 380, TASK)}
    ${shape('closed', 560, EVENT)}
    ${edge('a', 136, 200)}${edge('b', 320, 380)}${edge('c', 500, 560)}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

const meta = {
  title: 'Kit/DiagramView',
  component: DiagramView,
  args: {
    xml,
    state: { active: ['decide'], completed: ['received', 'review'] },
    names: { received: 'Domanda ricevuta', review: 'Esame della domanda', decide: 'Decisione', closed: 'Conclusa' },
  },
} satisfies Meta<typeof DiagramView>;
export default meta;

type Story = StoryObj<typeof meta>;

/** The line of the list that tells of an element. */
const lineOf = (canvas: HTMLElement, name: string): HTMLElement | null =>
  within(within(canvas).getByRole('list')).getByText(name).closest('li');

/** Open where the dossier stands; arrows move it, plus and minus zoom, and the list says the same in words. */
export const UnderWay: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole('button', { name: 'Ingrandisci' }, { timeout: 10_000 });
    await waitFor(() =>
      expect(canvasElement.querySelector('[data-element-id="decide"]')).toHaveClass('iter-mark-active'),
    );
    const scale = (): string | null => canvasElement.querySelector('.viewport')?.getAttribute('transform') ?? null;
    const before = scale();
    canvas.getByRole('group', { name: 'Diagramma del procedimento' }).focus();
    await userEvent.keyboard('+');
    await expect(scale()).not.toBe(before);
    await userEvent.click(canvas.getByText('Il diagramma come elenco'));
    await expect(lineOf(canvasElement, 'Decisione')).toHaveTextContent('Decisione (in corso)');
    await expect(lineOf(canvasElement, 'Decisione')).toBeVisible();
  },
};

/** An element that calls a diagram opens it, pressed in the drawing or in the list. */
export const Calling: Story = {
  args: { calls: { review: { id: 'opinions', title: 'Pareri' } }, onOpen: fn() },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const box = await waitFor(() => {
      const drawn = canvasElement.querySelector('[data-element-id="review"].iter-mark-opens .djs-hit');
      if (drawn === null) throw new Error('not drawn yet');
      return drawn;
    });
    await userEvent.click(box);
    await expect(args.onOpen).toHaveBeenCalledWith('opinions');
    await userEvent.click(canvas.getByText('Il diagramma come elenco'));
    await userEvent.click(canvas.getByRole('button', { name: 'Apri «Pareri»' }));
    await expect(args.onOpen).toHaveBeenCalledTimes(2);
  },
};

/** A diagram that cannot be drawn leaves the list, open. */
export const Unreadable: Story = {
  args: { xml: '<no-diagram/>' },
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByText(/non può essere mostrato/, {}, { timeout: 10_000 }),
    ).toBeVisible();
    await expect(lineOf(canvasElement, 'Decisione')).toHaveTextContent('Decisione (in corso)');
    await expect(lineOf(canvasElement, 'Decisione')).toBeVisible();
  },
};
