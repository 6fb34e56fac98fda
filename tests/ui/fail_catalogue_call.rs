//! Calls of `catalogue!` that are not what it takes.
smtp_codes::catalogue! { enum NoPath; }
smtp_codes::catalogue! { enum NoQuotes in own.toml; }
smtp_codes::catalogue! { enum NothingMore in }
smtp_codes::catalogue! { enum NoSemicolon in "own.toml" }
smtp_codes::catalogue! { enum Comma in "own.toml", }
smtp_codes::catalogue! { enum }
smtp_codes::catalogue! { enum Another in "own.toml"; enum Second in "own.toml"; }
smtp_codes::catalogue! { enum Left in "own.toml"; pub }
smtp_codes::catalogue! { enum NoName in "own.toml"; macro; }
smtp_codes::catalogue! { enum NoEnd in "own.toml"; macro no_end }
smtp_codes::catalogue! { enum Twice in "own.toml"; macro twice; pub(crate) macro twice; }
smtp_codes::catalogue! {}

fn main() {}
