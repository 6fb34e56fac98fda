//! smtp-codes beside the crates that people would use instead: `cargo bench -p smtp-codes-benches`.

mod diagnosis;
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
    diagnosis::add(&mut cases);

    let faster =
        |case, peer, least| Aim { above: (case, peer), below: (case, "smtp-codes"), least, most: f64::INFINITY };
    let parsing = [parsing::LINE, parsing::LINE_READ, parsing::EHLO, parsing::EHLO_READ];
    let mut aims: Vec<_> =
        parsing.into_iter().flat_map(|case| [faster(case, "smtp-proto", 2.5), faster(case, "lettre", 5.0)]).collect();
    aims.extend([numbers::NAME, numbers::DIGITS].map(|case| faster(case, "http", 1.0)));
    aims.push(faster(writing::LINE, "smtp-proto", 1.0));
    // Twice the lines take twice as long, within 10 %.
    aims.push(Aim {
        above: (pieces::TWO_THOUSAND, "smtp-codes"),
        below: (pieces::THOUSAND, "smtp-codes"),
        least: 1.8,
        most: 2.2,
    });
    smtp_codes_benches::run(&cases, &aims)
}
