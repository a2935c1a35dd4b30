//! Records the widget's events as they reach the page.

use serde_json::Value;

use crate::harness::reader::Reader;

impl Reader {
    /// Starts to record the widget's events.
    pub(crate) async fn records_events(&self) {
        const RECORD: &str = "
            window.events = [];
            for (const name of ['start', 'step', 'finish', 'course', 'error'])
                document.addEventListener('which-cause-' + name, (event) => events.push({ type: event.type, detail: event.detail }))";
        self.page.run(RECORD, vec![]).await;
    }

    /// The events so far.
    pub(crate) async fn recorded_events(&self) -> Vec<Value> {
        serde_json::from_value(self.page.run("return events", vec![]).await).expect("events")
    }
}
