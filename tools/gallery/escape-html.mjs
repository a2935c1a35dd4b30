/** Escapes text for HTML, also inside an attribute. */
export const escapeHtml = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt()};`);
