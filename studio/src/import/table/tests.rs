use super::super::quiz_file::tests::assert_only_texts_are_missing;
use super::*;

fn quiz(table: &str) -> String {
    from_table(table, "table").expect("a quiz").quiz.to_json()
}

fn errors(table: &str) -> Vec<String> {
    from_table(table, "table").expect_err("errors")
}

#[test]
fn the_example_table_becomes_a_quiz() {
    let imported = from_table(EXAMPLE_TABLE, "plant").expect("a quiz");
    assert_eq!(imported.left_out, [""; 0]);
    assert_only_texts_are_missing(&imported.quiz);
    let quiz = imported.quiz.to_json();
    assert!(quiz.contains(r#""points": {"too-little-food": 3}"#), "{quiz}");
    assert!(quiz.contains(r#""steps": 5"#), "{quiz}");
    assert!(quiz.contains(r#""text": "None of these", "exclusive": true"#), "{quiz}");
}

#[test]
fn the_order_of_columns_the_case_and_the_separator_do_not_matter() {
    let expected = quiz("question,kind,choice,A,B\nQ,all,x,1,\nQ,all,y,,2\nQ2,,z,1,\n,,w,,1\n");
    for table in [
        "\u{feff}A;Choice;B;QUESTION;Type\n1;x;;Q;ALL\n;y;2;;\n1;z;;Q2;one\n;w;1;Q2;\n",
        "Answer\tQuestion\tKind\tA\tB\r\nx\tQ\tcheckbox\t1.0\t\r\ny\tQ\t\t\t+2\r\n\r\nz\tQ2\t\t1\t0\r\nw\t\t\t\t1\r\n",
    ] {
        assert_eq!(quiz(table), expected, "{table}");
    }
}

#[test]
fn every_error_names_its_row_and_column() {
    let table =
        "question,kind,choice,Posture,Desk\n,one,x,1,\nQ,multiple choice,x,two,100\n,,,1,\nS,scale,a,1,1\n";
    assert_eq!(
        errors(table),
        [
            "Row 2 has no question, and there is none above it.",
            "Row 3, column B (kind): “multiple choice” is not a kind. Write one, all or scale.",
            "Row 3, column D (Posture): “two” is not a whole number from -99 to 99.",
            "Row 3, column E (Desk): “100” is not a whole number from -99 to 99.",
            "Row 4, column C (choice): there are points, but no choice.",
            "“S” is a scale and has 1 rows. A scale has two: its low end and its high end.",
        ]
    );
    assert_eq!(
        errors("\n \nquestion,choice,A\nQ,\"two\nlines\",1\n\nQ,x,one\n"),
        ["Row 6, column C (A): “one” is not a whole number from -99 to 99."]
    );
    assert_eq!(
        errors("question,kind,choice,A\nQ,scale 999999999,low,1\n,,high,1\n")[0],
        "Row 2, column B (kind): a scale has 3 to 11 steps."
    );
    assert!(errors("one,two\n1,2\n")[0].contains("It has: one, two."));
    assert!(errors(" \n")[0].starts_with("The table is empty."));
    assert!(errors("question,choice\nQ,x\n")[0].starts_with("There is no column with points."));
    assert_eq!(
        errors("question,choice,A,a\nQ,x,1,2\n"),
        ["Columns C and D are both named “a”. Each cause needs a name of its own."]
    );
}

#[test]
fn a_question_is_asked_once_and_has_one_kind() {
    let table = "question,kind,choice,A\nHow often?,all,Daily,1\nWhere?,,Here,\nHow often?,one,Weekly,1\n,all,Never,\n";
    assert_eq!(
        errors(table),
        [
            "Row 4: “How often?” is asked in row 2 already. Put its rows together, or give it other words.",
            "Row 5, column B (kind): “all” is not the kind in row 4. A question has one kind.",
        ]
    );
    // A kind that is only in a later row would change those above it.
    assert_eq!(
        errors("question,kind,choice,A\nQ,,x,1\n,tick all,y,\n"),
        ["Row 3, column B (kind): “tick all” is not the kind in row 2. A question has one kind."]
    );
    assert!(quiz("question,kind,choice,A\nQ,all,x,1\nQ,checkbox,y,\n").contains(r#""kind": "all""#));
}

#[test]
fn a_mark_that_is_neither_yes_nor_no_is_an_error() {
    assert_eq!(
        errors("question,kind,choice,exclusive,A\nQ,all,x,no,1\n,,None,WAHR,\n"),
        ["Row 3, column D (exclusive): “WAHR” is neither yes nor no."]
    );
}

#[test]
fn a_number_with_three_zeros_behind_a_comma_is_an_error() {
    assert_eq!(
        errors("question;choice;A\nQ;x;1,000\n;y;1,00\n;z;1.000\n"),
        [
            "Row 2, column C (A): “1,000” is not a whole number from -99 to 99.",
            "Row 4, column C (A): “1.000” is not a whole number from -99 to 99.",
        ]
    );
}

#[test]
fn a_column_without_numbers_is_not_a_cause() {
    let imported =
        from_table("question,choice,A,B,Notes,\nQ,x,1,,ask Jo,?\nQ,y,,1,,\n", "table").expect("a quiz");
    assert_eq!(
        imported.left_out,
        [
            "Column E, “Notes”, has no numbers, so it is not a cause.",
            "Column F has no name in the first row."
        ]
    );
    assert_only_texts_are_missing(&imported.quiz);
}

#[test]
fn columns_have_the_letters_of_a_spreadsheet() {
    assert_eq!([0, 25, 26, 27, 701].map(letters), ["A", "Z", "AA", "AB", "ZZ"]);
}
