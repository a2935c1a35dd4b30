/**
 * Fetches that fail when no byte of a file comes for a time, and that end after a number of bytes. Without that, a reader would wait for
 * as long as a connection hangs, and a file without an end would fill the memory.
 */

/** Seconds without a byte after which a file counts as missing. */
const TIMEOUT = 20;

/** The most bytes of a file: `MAX_FILE_BYTES` in `crates/quiz/`. A longer file is cut off after that, and the parser reports that it is too large. */
export const MAX_FILE_BYTES = 1 << 20;

/**
 * Waits for a promise, and fails when it takes too long.
 *
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
export async function inTime(promise) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Promise<never>} */
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing has come for ${TIMEOUT} s`)), TIMEOUT * 1000);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A response whose body fails when no byte comes for too long, and which ends when it has more bytes than a limit.
 *
 * @param {Promise<Response>} fetched
 * @param {number} [limit]
 */
export async function withTimeout(fetched, limit = Infinity) {
  const response = await inTime(fetched);
  const reader = response.body?.getReader();
  if (!reader) return response;
  let size = 0;
  const body = new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await inTime(reader.read());
        if (done) return controller.close();
        controller.enqueue(value);
        size += value.length;
        if (size <= limit) return;
        controller.close();
        reader.cancel().catch(() => {});
      } catch (error) {
        reader.cancel(error).catch(() => {});
        throw error;
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  const { status, statusText, headers } = response;
  return new Response(body, { status, statusText, headers });
}

/**
 * Whether an address has the page's own origin.
 *
 * @param {string} address
 */
const isSameOrigin = (address) => new URL(address).origin === location.origin;

/**
 * The bytes of a quiz file, and its address after redirects. Its errors name the address. A file of the page's own site may not redirect
 * to another one: with a redirect to anywhere, a site would show the quiz of any stranger as its own.
 *
 * @param {string} address
 */
export async function fetchBytes(address) {
  // A request that went on after the timeout would hold up the next one for the same file.
  const request = new AbortController();
  try {
    const fetched = fetch(address, { signal: request.signal });
    const { ok, status, url } = await inTime(fetched);
    if (!ok) throw new Error(`the server answers ${status}`);
    if (isSameOrigin(address) && !isSameOrigin(url)) throw new Error(`it redirects to another site, ${url}`);
    return { bytes: new Uint8Array(await (await withTimeout(fetched, MAX_FILE_BYTES)).arrayBuffer()), url };
  } catch (error) {
    request.abort();
    throw new Error(`${address}: ${/** @type {Error} */ (error).message}`);
  }
}
