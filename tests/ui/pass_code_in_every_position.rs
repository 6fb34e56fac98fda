use smtp_codes::{ReplyCode, code};

const HELP: ReplyCode = code!(214);
static ALL: [ReplyCode; 2] = [code!(214), code!(250)];

macro_rules! by_literal {
    ($number:literal) => {
        code!($number)
    };
}

macro_rules! by_expression {
    ($number:expr) => {
        code!($number)
    };
}

macro_rules! by_token {
    ($number:tt) => {
        code!($number)
    };
}

macro_rules! is_one_of {
    ($code:expr, $($number:literal),*) => {
        matches!($code, $(code!($number))|*)
    };
}

fn main() {
    assert_eq!(HELP, ALL[0]);
    assert_eq!([by_literal!(250), by_expression!(250), by_token!(250)], [code!(250); 3]);
    assert!(is_one_of!(ALL[1], 211, 250));
    let code!(214) = HELP else { panic!() };
    if let code!(211) | code!(250) = HELP {
        panic!();
    }
    match (HELP, ALL[1]) {
        (code!(214), found @ (code!(250) | code!(251))) => assert_eq!(found, 250),
        _ => panic!(),
    }
}
