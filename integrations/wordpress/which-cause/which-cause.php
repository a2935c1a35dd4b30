<?php
/**
 * Plugin Name:       Which Cause
 * Description:       A quiz for an article that lists possible causes: "which one is mine?" It runs in the reader's browser; no answer is stored or sent.
 * Version:           0.1.0
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * Author:            The authors of which-cause
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       which-cause
 * Domain Path:       /languages
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

// The folder of the widget's files is named after the version. The packaging checks that all version numbers are equal.
const VERSION = '0.1.0';
const FILE    = __FILE__;

require __DIR__ . '/includes/address.php';
require __DIR__ . '/includes/regions.php';
require __DIR__ . '/includes/check.php';
require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/notices.php';
require __DIR__ . '/includes/counts.php';
require __DIR__ . '/includes/counts-page.php';
require __DIR__ . '/includes/translations.php';
require __DIR__ . '/includes/page.php';
require __DIR__ . '/includes/element.php';
require __DIR__ . '/includes/quiz-files.php';
require __DIR__ . '/includes/block.php';
require __DIR__ . '/includes/shortcode.php';
