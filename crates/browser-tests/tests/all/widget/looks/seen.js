// What a reader can see of the quiz: a prelude for the measures beside it. It goes through the tree as it is drawn: into
// the shadow root, and from a slot to the author's own words.

const quiz = document.querySelector('which-cause');

const above = (it) => it.assignedSlot ?? it.parentElement ?? it.getRootNode().host;

/** Every element of the quiz that is seen, in the order in which it is drawn. */
const elements = [];
/** Every text in them that is seen: its node, and its rectangles, one a line. */
const texts = [];

const look = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
        const range = document.createRange();
        range.selectNodeContents(node);
        const lines = [...range.getClientRects()].filter((it) => it.width > 0);
        if (node.data.trim() && lines.length) texts.push({ node, lines, at: node.parentElement });
        return;
    }
    // The announcement is there for screen readers alone.
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches('.announcement')) return;
    const { display } = getComputedStyle(node);
    if (display !== 'contents' && !node.checkVisibility({ visibilityProperty: true })) return;
    elements.push(node);
    const children = node.shadowRoot ? node.shadowRoot.childNodes
        : node.localName === 'slot' ? node.assignedNodes() : node.childNodes;
    children.forEach(look);
};
look(quiz);

/** How a test's reader recognises an element. */
const called = (it) => {
    const words = (it.labels?.[0] ?? it).textContent.trim().replace(/\s+/g, ' ');
    return it.localName + (it.className?.baseVal ?? it.className ? '.' + (it.className.baseVal ?? it.className) : '')
        + (words ? ' “' + words.slice(0, 40) + '”' : '');
};

/** What can be pressed, and what of it takes the press: of a radio or a box its label. */
const controls = elements
    .filter((it) => it.matches('button, a[href], input, summary'))
    .map((it) => ({ it, area: it.labels?.[0] ?? it }));
