//! The plugin's own words in other languages.

use std::process::Command;

use serde_json::json;

use super::site::Site;
use super::site_user::SiteUser;
use super::visitor::{START, reader_of};
use crate::harness::server::repository;

const SETTINGS: &str = "/wp-admin/options-general.php?page=which-cause";

#[test]
fn every_text_of_the_plugin_is_in_the_template_and_translated() {
    let mut node = Command::new("node");
    let done = node.args(["tools/wordpress/translations.mjs", "check"]).current_dir(repository()).output();
    let done = done.expect("Node");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_reads_settings_and_editor_in_german() {
    let site = Site::with_plugin();
    site.php("update_user_meta( 1, 'locale', 'de_DE' );");
    let owner = SiteUser::logs_in(&site, "admin").await;
    owner.opens("/wp-admin/plugins.php").await;
    owner.reader.page.shows("Ein Quiz für einen Artikel, der mögliche Ursachen nennt").await;
    owner.opens(SETTINGS).await;
    owner.reader.page.shows("Es ist keine Region festgelegt.").await;
    let labels = "return [...document.querySelectorAll('.form-table th')].map((it) => it.textContent.trim())";
    assert_eq!(
        owner.reader.page.run(labels, vec![]).await,
        json!(["Seite des Kurses", "Region", "Zählungen"])
    );
    owner.fills_in("Region", "Österreich").await;
    owner.presses("#submit").await;
    owner.finds("#setting-error-settings_updated").await;
    assert_eq!(site.php("echo get_option( 'which_cause' )['region'];"), "AT");

    owner.opens("/wp-admin/post-new.php?post_type=page").await;
    let title = "return window.wp?.blocks?.getBlockType('which-cause/quiz')?.title";
    assert_eq!(owner.waits_for(title).await, json!("Which-Cause-Quiz"));
    let insert =
        "wp.data.dispatch('core/block-editor').insertBlocks(wp.blocks.createBlock('which-cause/quiz'))";
    owner.reader.page.run(insert, vec![]).await;
    owner
        .waits_for(
            "return [...document.querySelectorAll('button')].some((it) => it.textContent === 'Quiz auswählen')",
        )
        .await;
    // The quiz itself is in the language of the site.
    let card = "return document.querySelector('iframe[name=editor-canvas]').contentDocument.querySelector('.which-cause-card')?.innerHTML";
    let card = owner.waits_for(card).await;
    assert!(card.as_str().is_some_and(|it| it.contains(START)), "{card}");
    owner.sees_no_error().await;
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_reads_the_settings_in_arabic_from_right_to_left() {
    let site = Site::with_plugin();
    // WordPress's own translation has its direction. The rest of it is not needed here.
    site.write(
        "wp-content/languages/ar.l10n.php",
        "<?php return array( 'messages' => array( \"text direction\\4ltr\" => 'rtl', 'html_lang_attribute' => 'ar' ) );",
    );
    site.php("update_option( 'WPLANG', 'ar' );");
    let owner = SiteUser::logs_in(&site, "admin").await;
    owner.opens(SETTINGS).await;
    owner.reader.page.shows("لم تُحدَّد منطقة.").await;
    let field = "const select = document.getElementById('which-cause-region');
        const label = document.querySelector('label[for=which-cause-region]');
        return [getComputedStyle(select).direction, label.textContent, select.options[0].textContent, select.querySelector('[value=EG]').textContent,
            label.getBoundingClientRect().left > select.getBoundingClientRect().left]";
    let shows = owner.reader.page.run(field, vec![]).await;
    assert_eq!(shows, json!(["rtl", "المنطقة", "غير محدَّدة", "مصر (123)", true]));

    // A page of that site has the words of the quiz in Arabic, also those that come with counts.
    let page = site.publishes("quiz", "[which-cause region=\"EG\"]");
    site.php("update_option( 'which_cause', array( 'counts' => true ) );");
    let reader = reader_of(&page).await;
    reader.page.find("button", "البدء بأسئلة السلامة").await;
    reader.page.shows("لا يَعُدّ هذا الموقع إلا عدد مرات بدء الاستبيان وإتمامه وفتح رابط الدورة.").await;
    let heading = "const heading = document.querySelector('which-cause h2'); return [getComputedStyle(heading).direction, heading.lang]";
    assert_eq!(reader.page.run(heading, vec![]).await, json!(["rtl", ""]));
    site.has_a_clean_log();
}

#[test]
fn a_locale_without_a_file_gets_that_of_its_language_and_installed_translations_come_first() {
    let site = Site::with_plugin();
    let settings = |locale: &str| {
        site.write(
            "wp-content/mu-plugins/locale.php",
            &format!("<?php add_filter( 'locale', function () {{ return '{locale}'; }} );"),
        );
        site.php(
            "echo __( 'Settings', 'which-cause' );
            echo load_script_textdomain( 'which-cause-editor', 'which-cause' ) ? ', script too' : '';",
        )
    };
    for (locale, expected) in [
        ("es_MX", "Ajustes, script too"),
        ("de_DE_formal", "Einstellungen, script too"),
        ("ar", "الإعدادات, script too"),
        ("fr_FR", "Settings"),
        ("en_GB", "Settings"),
    ] {
        assert_eq!(settings(locale), expected, "{locale}");
    }
    site.write(
        "wp-content/languages/plugins/which-cause-es_MX.l10n.php",
        "<?php return array( 'messages' => array( 'Settings' => 'De México' ) );",
    );
    assert_eq!(settings("es_MX"), "De México, script too");
    site.has_a_clean_log();
}
