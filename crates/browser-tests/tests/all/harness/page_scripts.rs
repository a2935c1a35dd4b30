//! The scripts by which [`Page`](super::page::Page) looks at a page.

/// The visible elements of a selector, in the page and in its shadow roots. With names, only those in whose markup one of the names is:
/// each name that the browser computes costs a request.
pub(super) const VISIBLE: &str = r"
    const [selector, names] = arguments;
    const found = [];
    const compact = (text) => text.replace(/\s/g, '');
    const attributes = ['aria-label', 'title', 'alt', 'placeholder', 'value'];
    const sources = (it) => [it, ...it.querySelectorAll('[aria-label], [title], [alt]')];
    const markup = (it) => {
        const labels = (it.getAttribute('aria-labelledby') ?? '').split(/\s+/)
            .map((id) => id && it.getRootNode().getElementById(id)?.textContent);
        const own = sources(it).flatMap((source) => attributes.map((name) => source.getAttribute(name)));
        const all = [...labels, ...[...(it.labels ?? [])].map((label) => label.textContent), it.textContent, ...own];
        return compact(all.filter(Boolean).join(' '));
    };
    const wanted = names?.map(compact);
    const may_be = (it) => !wanted || wanted.some((name) => markup(it).includes(name));
    const look = (root) => {
        for (const element of root.querySelectorAll('*')) {
            if (element.matches(selector) && element.checkVisibility({ visibilityProperty: true }) && may_be(element)) found.push(element);
            if (element.shadowRoot) look(element.shadowRoot);
        }
    };
    look(document);
    return found;
";

/// The visible text of the page and its shadow roots.
pub(super) const TEXT: &str = r"
    const walk = (node) => {
        if (node.nodeType === Node.TEXT_NODE) return node.data;
        if (node.nodeType !== Node.ELEMENT_NODE) return '';
        // A slot has no box of its own. Its children have.
        const style = getComputedStyle(node);
        // The announcement is for screen readers only.
        if (node.matches('.announcement')) return '';
        if (style.display !== 'contents' && !node.checkVisibility({ visibilityProperty: true })) return '';
        const block = style.display.includes('inline') ? '' : '\n';
        const children = node.shadowRoot ? node.shadowRoot.childNodes
            : node.localName === 'slot' ? node.assignedNodes() : node.childNodes;
        return block + [...children].map(walk).join('') + block;
    };
    return document.body ? walk(document.body).replace(/\s*\n\s*/g, '\n') : '';
";

/// The focused element, also inside shadow roots.
pub(super) const FOCUSED: &str = r"
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
";
