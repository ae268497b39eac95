import type { CDPSession, Page } from '@playwright/test';
import type { Page as FirefoxPage } from 'puppeteer-core';
import type { Box } from './hostile';

/** A node of ours as a debugger sees it, closed shadow roots included. */
export interface OurNode {
  /** Local name of an element, empty for text. */
  name: string;
  text: string;
  children: OurNode[];
  /** Where the element is drawn, in CSS pixels of its frame. */
  box(): Promise<Box>;
}

function collect(node: OurNode, tag: string, found: OurNode[] = []): OurNode[] {
  if (node.name === tag) found.push(node);
  else for (const child of node.children) collect(child, tag, found);
  return found;
}

interface CdpNode {
  localName: string;
  nodeName: string;
  nodeValue: string;
  backendNodeId: number;
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
}

const sessions = new WeakMap<Page, CDPSession>();

/** Our elements of one kind in the top document of a Chromium page. */
export async function treesInChromium(page: Page, tag: string): Promise<OurNode[]> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  const { root } = (await session.send('DOM.getDocument', {
    depth: -1,
    pierce: true,
  })) as unknown as {
    root: CdpNode;
  };
  const convert = (node: CdpNode): OurNode => ({
    name: node.localName,
    text: node.nodeName === '#text' ? node.nodeValue : '',
    children: [...(node.shadowRoots ?? []), ...(node.children ?? [])].map(convert),
    async box() {
      const { model } = await session.send('DOM.getBoxModel', {
        backendNodeId: node.backendNodeId,
      });
      const [left = 0, top = 0, right = 0, , , bottom = 0] = model.border;
      return { x: left, y: top, width: right - left, height: bottom - top };
    },
  });
  return collect(convert(root), tag);
}

interface BidiNode {
  sharedId: string;
  value: {
    nodeType: number;
    localName?: string;
    nodeValue?: string;
    children?: BidiNode[];
    shadowRoot?: BidiNode | null;
  };
}

/** The parts of Puppeteer's WebDriver BiDi driver that its types do not show. */
interface Bidi {
  connection: {
    send(method: string, params: object): Promise<{ result: { result: unknown } }>;
  };
}

/** Our elements of one kind in the top document of a Firefox page. */
export async function treesInFirefox(page: FirefoxPage, tag: string): Promise<OurNode[]> {
  const { connection } = page.browser() as unknown as Bidi;
  const target = { context: (page.mainFrame() as unknown as { _id: string })._id };
  const { result } = await connection.send('script.evaluate', {
    // Past an image of the page with this name.
    expression: "Reflect.get(Document.prototype, 'documentElement', document)",
    target,
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 99, includeShadowTree: 'all' },
  });
  const convert = ({ sharedId, value }: BidiNode): OurNode => ({
    name: value.localName ?? '',
    text: value.nodeType === 3 ? (value.nodeValue ?? '') : '',
    children: [...(value.shadowRoot ? [value.shadowRoot] : []), ...(value.children ?? [])].map(
      convert,
    ),
    async box() {
      const answer = await connection.send('script.callFunction', {
        functionDeclaration:
          '(node) => { const { x, y, width, height } = node.getBoundingClientRect(); return JSON.stringify({ x, y, width, height }); }',
        arguments: [{ sharedId }],
        target,
        awaitPromise: false,
      });
      return JSON.parse((answer.result.result as { value: string }).value) as Box;
    },
  });
  return collect(convert(result.result as BidiNode), tag);
}
