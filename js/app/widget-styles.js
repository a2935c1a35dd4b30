/** The widget's style sheet. */
import css from "../../style/widget";
import { sharedSheet } from "./style-sheet.js";

/** Gives a shadow root the widget's style sheet. Without a root it makes the sheet for the page's own document. */
export const adoptWidgetStyles = sharedSheet(css);
