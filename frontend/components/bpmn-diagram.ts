import { LitElement } from 'lit';
import diagramCss from 'bpmn-js/dist/assets/diagram-js.css?inline';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
interface Canvas {
  zoom(level?: number): number;
  scroll(by: { dx: number; dy: number }): void;
  resized(): void;
  viewbox(): { inner: Box; outer: Box };
  viewbox(box: Box): void;
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

const ZOOM_STEP = 1.25;
const SMALLEST = 0.2;
const LARGEST = 4;
const SCROLL_STEP = 80;
const MARGIN = 12;
const SLIGHTLY = 1.35;

/** Our colours come from the page's tokens, so that light and dark need nothing here. */
const COLOURS = `
bpmn-diagram { display: block; height: var(--diagram-height, 340px); background: var(--surface); }
bpmn-diagram > .picture { height: calc(100% - 52px); }
bpmn-diagram svg:focus-visible { outline: 2px solid var(--act); outline-offset: -2px; }
bpmn-diagram > .zoom { box-sizing: border-box; height: 52px; padding: 8px; display: flex; justify-content: flex-end; gap: 6px; }
bpmn-diagram > .zoom button { font: inherit; font-weight: 600; min-width: 36px; min-height: 36px; padding: 0 10px; cursor: pointer;
  color: var(--act); background: var(--surface); border: 1.5px solid var(--line-strong); border-radius: var(--r-s); }
bpmn-diagram > .zoom button:hover { border-color: var(--act); }
bpmn-diagram .djs-visual > :is(rect, circle, polygon, path, polyline) { stroke: var(--line-strong) !important; }
bpmn-diagram .djs-shape .djs-visual > :is(rect, circle, polygon):first-child { fill: var(--surface) !important; }
bpmn-diagram .djs-visual text { fill: var(--ink-2) !important; }
bpmn-diagram .djs-visual marker path { fill: var(--line-strong) !important; }
bpmn-diagram .done .djs-visual > :is(rect, circle, polygon):first-child { stroke: var(--act) !important; stroke-width: 2.5px !important; }
bpmn-diagram .done .djs-visual text { fill: var(--act) !important; }
bpmn-diagram .current .djs-visual > :is(rect, circle, polygon):first-child { stroke: var(--act) !important; fill: var(--act) !important; }
bpmn-diagram .current .djs-visual text { fill: var(--on-act) !important; }
`;

/**
 * Draws a BPMN model over the whole width; the library is fetched only when a picture is opened. Buttons and keys (+, -, 0 and the
 * arrows) make it larger and smaller and move it.
 */
class BpmnDiagram extends LitElement {
  static override properties = {
    xml: { type: String },
    done: { type: String },
    current: { type: String },
    label: { type: String },
    zoomIn: { type: String },
    zoomOut: { type: String },
    fitWidth: { type: String },
  };

  declare xml: string;
  declare done: string;
  declare current: string;
  declare label: string;
  declare zoomIn: string;
  declare zoomOut: string;
  declare fitWidth: string;

  private picture?: Picture;
  private canvas?: Canvas;
  private drawing = 0;
  private fitted = true;
  private readonly sized = new ResizeObserver(() => {
    this.canvas?.resized();
    if (this.fitted) this.fit();
  });

  constructor() {
    super();
    this.xml = '';
    this.done = '';
    this.current = '';
    this.label = '';
    this.zoomIn = '';
    this.zoomOut = '';
    this.fitWidth = '';
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
    this.clear();
  }

  private clear() {
    this.sized.disconnect();
    this.picture?.destroy();
    this.picture = undefined;
    this.canvas = undefined;
    this.replaceChildren();
  }

  private async draw() {
    if (!this.xml) return;
    const mine = ++this.drawing;
    const { default: Viewer } = await import('bpmn-js/lib/NavigatedViewer');
    if (mine !== this.drawing || !this.isConnected) return;
    this.clear();
    const style = document.createElement('style');
    style.textContent = diagramCss + COLOURS;
    const box = document.createElement('div');
    box.className = 'picture';
    this.append(style, this.buttons(), box);
    const picture = new Viewer({ container: box }) as unknown as Picture;
    this.picture = picture;
    await picture.importXML(this.xml);
    if (mine !== this.drawing || !this.isConnected) return;
    const canvas = picture.get('canvas') as Canvas;
    const registry = picture.get('elementRegistry') as Registry;
    const mark = (ids: string, marker: string) =>
      ids.split(' ').filter((id) => id && registry.get(id)).forEach((id) => canvas.addMarker(id, marker));
    mark(this.done, 'done');
    mark(this.current, 'current');
    this.canvas = canvas;
    this.listen(box);
    this.fit();
    this.sized.observe(box);
  }

  private buttons() {
    const bar = document.createElement('div');
    bar.className = 'zoom';
    const add = (sign: string, name: string, act: () => void) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = sign;
      button.title = name;
      button.setAttribute('aria-label', name);
      button.addEventListener('click', act);
      bar.append(button);
    };
    add('+', this.zoomIn, () => this.zoomBy(ZOOM_STEP));
    add('−', this.zoomOut, () => this.zoomBy(1 / ZOOM_STEP));
    add(this.fitWidth, this.fitWidth, () => this.fit());
    return bar;
  }

  /** The picture itself takes the focus, so that it can be read and moved without a mouse. */
  private listen(box: HTMLElement) {
    const svg = box.querySelector('svg');
    svg?.setAttribute('role', 'img');
    svg?.setAttribute('aria-label', this.label);
    const acts: Record<string, () => void> = {
      '+': () => this.zoomBy(ZOOM_STEP),
      '=': () => this.zoomBy(ZOOM_STEP),
      '-': () => this.zoomBy(1 / ZOOM_STEP),
      '0': () => this.fit(),
      ArrowLeft: () => this.move(SCROLL_STEP, 0),
      ArrowRight: () => this.move(-SCROLL_STEP, 0),
      ArrowUp: () => this.move(0, SCROLL_STEP),
      ArrowDown: () => this.move(0, -SCROLL_STEP),
    };
    svg?.addEventListener('keydown', (event) => {
      const act = acts[event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act();
    });
  }

  private zoomBy(factor: number) {
    if (!this.canvas) return;
    this.fitted = false;
    this.canvas.zoom(Math.min(LARGEST, Math.max(SMALLEST, this.canvas.zoom() * factor)));
  }

  private move(dx: number, dy: number) {
    this.fitted = false;
    this.canvas?.scroll({ dx, dy });
  }

  /** Over the whole width, from the top; a little smaller where that shows all of it, else what is below is reached by moving. */
  private fit() {
    if (!this.canvas) return;
    this.fitted = true;
    const { inner, outer } = this.canvas.viewbox();
    if (!inner.width || !outer.width) return;
    const whole = inner.height + 2 * MARGIN;
    let width = inner.width + 2 * MARGIN;
    let height = (outer.height * width) / outer.width;
    if (whole > height && whole <= height * SLIGHTLY) {
      width *= whole / height;
      height = whole;
    }
    this.canvas.viewbox({ x: inner.x - (width - inner.width) / 2, y: inner.y - MARGIN, width, height });
  }
}

customElements.define('bpmn-diagram', BpmnDiagram);
