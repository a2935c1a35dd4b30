//! How the command reads files: missing files, encodings, sizes, standard input.

use crate::support::{BREAD, KNOTS_PATH, TestFolder, run, run_with_input};

#[test]
fn missing_file_ends_in_2_with_its_name() {
    for arguments in
        [&["check", "no-such-file.json"][..], &["score", KNOTS_PATH, "--answers", "no-such-file.json"]]
    {
        let run = run(arguments);
        run.assert_exit_code(2);
        run.assert_prints("no such file: no-such-file.json");
    }
}

#[test]
fn file_that_is_not_utf_8_json_is_named_for_what_it_seems_to_be() {
    let folder = TestFolder::new("encodings");
    let utf16: Vec<u8> = "{\"format\": 1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, bytes, message) in [
        ("utf16.json", &utf16[..], "this seems to be UTF-16; save the file as UTF-8"),
        ("packed.json", &[0x1f, 0x8b, 8, 0], "this is compressed (gzip); unpack it"),
        ("login.json", b"<!doctype html><title>Log in</title>", "this is an HTML page, such as a login page"),
        ("empty.json", b"", "the file is empty"),
        (
            "latin.json",
            b"{\"title\": \"caf\xe9\"}",
            "byte E9 at line 1 column 15; this seems to be windows-1252",
        ),
    ] {
        let path = folder.write(name, bytes);
        for command in ["check", "odds", "snippet"] {
            let run = run(&[command, &path]);
            run.assert_exit_code(2);
            run.assert_prints(message);
            run.assert_prints(name);
        }
    }
}

#[test]
fn byte_order_mark_is_skipped() {
    let folder = TestFolder::new("byte-order-mark");
    run(&["check", &folder.write("bread.json", format!("\u{feff}{BREAD}"))]).assert_exit_code(0);
}

#[test]
fn file_that_is_too_large_is_reported_as_that() {
    let run = run_with_input(&["check", "-"], &" ".repeat(2 << 20));
    run.assert_exit_code(2);
    run.assert_prints("the file is larger than 1048576 bytes, the most that is read");
}
