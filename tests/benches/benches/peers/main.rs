//! smtp-codes beside the crates that people would use instead: `cargo bench -p smtp-codes-benches`.

mod numbers;
mod parsing;
mod pieces;
mod replies;
mod status;
mod writing;

use std::error::Error;

use smtp_codes_benches::Aim;

fn main() -> Result<(), Box<dyn Error>> {
    let mut cases = Vec::new();
    parsing::add(&mut cases);
    pieces::add(&mut cases);
    numbers::add(&mut cases);
    status::add(&mut cases);
    writing::add(&mut cases);

    let against = |text, case, (ours, peer), least| Aim {
        text,
        above: (case, peer),
        below: (case, ours),
        least,
        most: f64::INFINITY,
    };
    let parsed = "smtp-codes, all lines read";
    let aims = [
        against(
            "one line, at least 2.5 times as fast as smtp-proto",
            parsing::LINE,
            (parsed, "smtp-proto"),
            2.5,
        ),
        against("one line, at least 5 times as fast as lettre", parsing::LINE, (parsed, "lettre"), 5.0),
        against(
            "ten lines, at least 2.5 times as fast as smtp-proto",
            parsing::EHLO,
            (parsed, "smtp-proto"),
            2.5,
        ),
        against("ten lines, at least 5 times as fast as lettre", parsing::EHLO, (parsed, "lettre"), 5.0),
        against("number to name, no slower than http", numbers::NAME, ("smtp-codes", "http"), 1.0),
        against("three digits to code, no slower than http", numbers::DIGITS, ("smtp-codes", "http"), 1.0),
        Aim {
            text: "2,000 lines in pieces take twice as long as 1,000, within 10 %",
            above: (pieces::TWO_THOUSAND, "smtp-codes"),
            below: (pieces::THOUSAND, "smtp-codes"),
            least: 1.8,
            most: 2.2,
        },
    ];
    smtp_codes_benches::run(&cases, &aims)
}
