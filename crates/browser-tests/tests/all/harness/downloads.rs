//! Files that a page saves as downloads.

use crate::harness::reader::Reader;

/// Keeps the bytes of each file that a link of the page saves.
const CATCH: &str = "
    delete window.downloaded;
    if (window.blobs) return;
    window.blobs = new Map();
    const { createObjectURL: create } = URL;
    const { click } = HTMLAnchorElement.prototype;
    URL.createObjectURL = (blob) => {
        const address = create.call(URL, blob);
        blobs.set(address, blob);
        return address;
    };
    HTMLAnchorElement.prototype.click = function () {
        if (this.download) blobs.get(this.href).arrayBuffer().then((bytes) => (window.downloaded = [...new Uint8Array(bytes)]));
        return click.call(this);
    }";

impl Reader {
    /// The bytes of the file that a button saves as a download.
    pub(crate) async fn downloads(&self, button: &str) -> Vec<u8> {
        self.page.run(CATCH, vec![]).await;
        self.presses(button).await;
        self.page.waits_until("Array.isArray(window.downloaded)").await;
        let bytes = self.page.run("return window.downloaded", vec![]).await;
        serde_json::from_value(bytes).expect("bytes")
    }

    /// The text of the file that a button saves as a download.
    pub(crate) async fn downloads_text(&self, button: &str) -> String {
        String::from_utf8(self.downloads(button).await).expect("a text")
    }
}
