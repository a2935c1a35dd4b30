//! The contrast of the progress bar, measured in a screenshot: no style says which color its parts have.

use std::io::Cursor;

use macro_rules_attribute::apply;

use crate::harness::engine::Engine;
use crate::harness::engines::every_engine;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::window::{REDUCED_MOTION, Window};
use crate::widget::article::article_that_remembers;
use crate::widget::every_screen::screen_kind;

/// The progress, and the points of [`BAR`].
type Places = (f64, (f64, f64), (f64, f64), (f64, f64));

/// The progress, and three points: in the done part of the bar, in the rest, and on the background below.
const BAR: &str = "
    const bar = document.querySelector('which-cause').shadowRoot.querySelector('progress');
    const { left, width, top, bottom } = bar.getBoundingClientRect(), middle = (top + bottom) / 2;
    return [bar.position, [left + width / 4, middle], [left + width * 7 / 8, middle], [left + width / 2, bottom + 3]];
";

#[apply(every_engine!)]
async fn the_progress_bar_has_enough_contrast(engine: Engine) {
    for dark in [false, true] {
        let reader = Reader::at(engine, Window { dark, ..REDUCED_MOTION }, Mouse).await;
        reader.opens_page(article_that_remembers()).await;
        reader.page.find("button", "Start the safety check").await;
        reader.jumps_to(screen_kind("a question with several answers")).await;
        // The colors are read from a screenshot.
        let (part, done, to_come, background): Places =
            serde_json::from_value(reader.page.run(BAR, vec![]).await).expect("places");
        assert!((0.3..0.8).contains(&part), "the places are right for a bar that is {part} full");
        let picture = reader.page.client.screenshot().await.expect("a picture");
        let [done, to_come, background] = [done, to_come, background].map(|at| luminance(&picture, at));
        for other in [to_come, background] {
            let ratio = (done.max(other) + 0.05) / (done.min(other) + 0.05);
            assert!(ratio >= 3.0, "{ratio:.2} of 3, dark: {dark}");
        }
    }
}

/// The luminance at a point of a screenshot: <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>.
fn luminance(png: &[u8], (x, y): (f64, f64)) -> f64 {
    let mut reader = png::Decoder::new(Cursor::new(png)).read_info().expect("a picture");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
    let frame = reader.next_frame(&mut bytes).expect("a picture");
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place within the picture")]
    let at = y as usize * frame.line_size + x as usize * frame.color_type.samples();
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = [bytes[at], bytes[at + 1], bytes[at + 2]].map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
