// Text in HTML.

/** Text as HTML has it, in an attribute too. */
export const escape = (text) => text.replace(/[&<>"]/g, (it) => `&#${it.charCodeAt()};`);
