import { LitElement } from 'lit';
import diagramCss from 'bpmn-js/dist/assets/diagram-js.css?inline';

interface Canvas {
  zoom(level: string | number, center?: string): void;
  addMarker(id: string, marker: string): void;
}
interface Registry {
  get(id: string): unknown;
}
interface Picture {
  importXML(xml: string): Promise<unknown>;
  get(service: string): unknown;
  destroy(): void;
}

/** Our colours come from the page's tokens, so that light and dark need nothing here. */
const COLOURS = `
bpmn-diagram { display: block; height: 340px; position: relative; background: var(--surface); }
bpmn-diagram .djs-visual > :is(rect, circle, polygon, path, polyline) { stroke: var(--line-strong) !important; }
bpmn-diagram .djs-shape .djs-visual > :is(rect, circle, polygon):first-child { fill: var(--surface) !important; }
bpmn-diagram .djs-visual text { fill: var(--ink-2) !important; }
bpmn-diagram .djs-visual marker path { fill: var(--line-strong) !important; }
bpmn-diagram .done .djs-visual > :is(rect, circle, polygon):first-child { stroke: var(--act) !important; stroke-width: 2.5px !important; }
bpmn-diagram .done .djs-visual text { fill: var(--act) !important; }
bpmn-diagram .current .djs-visual > :is(rect, circle, polygon):first-child { stroke: var(--act) !important; fill: var(--act) !important; }
bpmn-diagram .current .djs-visual text { fill: var(--on-act) !important; }
`;

/** Draws a BPMN model; the library is fetched only when a picture is opened. */
class BpmnDiagram extends LitElement {
  static override properties = {
    xml: { type: String },
    done: { type: String },
    current: { type: String },
  };

  declare xml: string;
  declare done: string;
  declare current: string;

  private picture?: Picture;
  private drawing = 0;

  constructor() {
    super();
    this.xml = '';
    this.done = '';
    this.current = '';
  }

  /** bpmn-js measures texts and wants its styles in the document. */
  protected override createRenderRoot() {
    return this;
  }

  override updated() {
    void this.draw();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.picture?.destroy();
    this.picture = undefined;
  }

  private async draw() {
    if (!this.xml) return;
    const mine = ++this.drawing;
    const { default: Viewer } = await import('bpmn-js/lib/NavigatedViewer');
    if (mine !== this.drawing || !this.isConnected) return;
    this.picture?.destroy();
    this.replaceChildren();
    const style = document.createElement('style');
    style.textContent = diagramCss + COLOURS;
    const box = document.createElement('div');
    box.style.height = '100%';
    this.append(style, box);
    const picture = new Viewer({ container: box }) as unknown as Picture;
    this.picture = picture;
    await picture.importXML(this.xml);
    const canvas = picture.get('canvas') as Canvas;
    const registry = picture.get('elementRegistry') as Registry;
    const mark = (ids: string, marker: string) =>
      ids.split(' ').filter((id) => id && registry.get(id)).forEach((id) => canvas.addMarker(id, marker));
    mark(this.done, 'done');
    mark(this.current, 'current');
    canvas.zoom('fit-viewport', 'auto');
  }
}

customElements.define('bpmn-diagram', BpmnDiagram);
