//! The custom element's events, and what each may carry. No event carries an answer or a flag. `js/app/host.js` leaves the result out of
//! an event unless the page's owner asks for results.

use super::host_bridge::HostBridge;
use which_cause::WidgetEvent;

/// Dispatches an event of the widget on the element.
pub(super) fn dispatch(bridge: &HostBridge, quiz: &str, event: &WidgetEvent) {
    match event {
        WidgetEvent::Started => bridge.emit("start", quiz, 0, 0, "", ""),
        WidgetEvent::Step { number, of } => {
            #[cfg(debug_assertions)]
            super::panic_hook::panic_if_asked(bridge, &number.to_string());
            bridge.emit("step", quiz, *number, *of, "", "");
        }
        WidgetEvent::Finished { verdict, causes } => {
            let causes: Vec<&str> = causes.iter().map(String::as_str).collect();
            bridge.emit("finish", quiz, 0, 0, verdict, &causes.join(" "));
        }
        WidgetEvent::CourseOpened => bridge.emit("course", quiz, 0, 0, "", ""),
        WidgetEvent::Left => bridge.leave(),
    }
}
