/** The content types of a build's files, by their ending. */
export const contentTypes = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".quiz": "application/octet-stream",
};
