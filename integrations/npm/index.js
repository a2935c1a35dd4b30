/**
 * Defines `<which-cause>`: imports the loader from the folder of your site that has the widget's files. Call it in the browser.
 *
 * @param {string | URL} [folder] The folder's address. It may be relative to the page.
 * @returns {Promise<void>} Fulfilled when the element is defined. Rejected if the loader does not arrive.
 */
export async function loadWhichCause(folder = "/which-cause/") {
  const address = new URL(folder, document.baseURI);
  if (!address.pathname.endsWith("/")) address.pathname += "/";
  // The comments tell Vite, webpack and Turbopack that the address belongs to the site and not to the bundle.
  await import(/* @vite-ignore */ /* webpackIgnore: true */ /* turbopackIgnore: true */ `${address}which-cause.js`);
}
