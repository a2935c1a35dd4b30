/** Fetches that give up when nothing of a file comes for a time. Without that a reader would wait for as long as a connection hangs. */

/** Seconds without a byte after which a file counts as missing. */
const PATIENCE = 20;

/** Waits for a promise, as long as there is patience for a byte. */
export async function inTime(promise) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`nothing has come for ${PATIENCE} s`)), PATIENCE * 1000);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A response that is on its way. Its body fails when it stands still for too long. */
export async function arriving(fetched) {
  const response = await inTime(fetched);
  const reader = response.body?.getReader();
  if (!reader) return response;
  const body = new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await inTime(reader.read());
        done ? controller.close() : controller.enqueue(value);
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

/** The bytes of a file, and its address after redirects. What it throws names the address. */
export async function bytesAt(address) {
  // A request that went on would hold up the next one for the same file.
  const request = new AbortController();
  try {
    const fetched = fetch(address, { signal: request.signal });
    const { ok, status, url } = await inTime(fetched);
    if (!ok) throw new Error(`the server answers ${status}`);
    return { bytes: new Uint8Array(await (await arriving(fetched)).arrayBuffer()), url };
  } catch ({ message }) {
    request.abort();
    throw new Error(`${address}: ${message}`);
  }
}
