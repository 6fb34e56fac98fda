//! The examples in the docs of the library's enum. An enum of somebody's own has none: its codes are not
//! known here, and an example that does not run is worse than none.

use super::{Call, docs};
use crate::catalogue::Kind;

/// `ALL`, `from_u16`, `as_u16`
pub(super) fn for_numbers(call: &Call) -> [String; 3] {
    [
        "assert_eq!(ReplyCode::ALL.len(), 66);\nassert!(ReplyCode::ALL.is_sorted());",
        "const HELP: Option<ReplyCode> = ReplyCode::from_u16(214);\nassert_eq!(HELP, Some(ReplyCode::HelpMessage));\n\
         assert_eq!(ReplyCode::from_u16(215), None);",
        "assert_eq!(ReplyCode::Okay.as_u16(), 250);",
    ]
    .map(|code| example(call, code))
}

/// `as_str`, `name`, `description`, `seen_when`, `remediation`
pub(super) fn for_texts(call: &Call) -> [String; 5] {
    [
        "assert_eq!(ReplyCode::Okay.as_str(), \"250\");",
        "assert_eq!(ReplyCode::HelpMessage.name(), \"Help message\");",
        "assert!(ReplyCode::HelpMessage.description().contains(\"`HELP`\"));",
        "println!(\"{}\", ReplyCode::HelpMessage.seen_when());",
        "println!(\"{}\", ReplyCode::TemporaryAuthenticationFailure.remediation());",
    ]
    .map(|code| example(call, code))
}

/// `class`, `category`, `standing`, `references`, `answers`, `answers_to`, `closes_connection`, `enhanced`,
/// `compare`
pub(super) fn for_facts(call: &Call) -> [String; 9] {
    [
        "# use smtp_codes::Class;\nassert_eq!(ReplyCode::StartMailInput.class(), Class::PositiveIntermediate);",
        "# use smtp_codes::Category;\nassert_eq!(ReplyCode::HelpMessage.category(), Category::Information);",
        "# use smtp_codes::Standing;\nassert_eq!(ReplyCode::Okay.standing(), Standing::Standard);",
        "assert_eq!(ReplyCode::HelpMessage.references()[0].to_string(), \"RFC 5321 section 4.2.3\");",
        "# use smtp_codes::Command;\nassert!(ReplyCode::Okay.answers().iter().any(|row| row.command() == Command::Mail));",
        "# use smtp_codes::Command;\nlet code = ReplyCode::TemporaryAuthenticationFailure;\n\
         for row in code.answers_to(Command::StartTls) {\n    println!(\"{}\", row.meaning());\n}\n\
         assert_eq!(code.answers_to(Command::Help).count(), 0);",
        "# use smtp_codes::Closing;\nassert_eq!(ReplyCode::ServiceNotAvailable.closes_connection(), Closing::Yes);",
        "let pairs = ReplyCode::CredentialsInvalid.enhanced();\n\
         assert!(pairs.iter().any(|code| code.to_string() == \"5.7.8\"));",
        "let page = ReplyCode::HelpMessage.compare(ReplyCode::Okay);\n\
         assert_eq!(page.title().to_string(), \"SMTP 214 Help Message vs 250 OK\");",
    ]
    .map(|code| example(call, code))
}

fn example(call: &Call, code: &str) -> String {
    if !matches!(call.kind, Kind::Library) {
        return String::new();
    }
    let mut lines = vec![String::new(), "```".into(), "# use smtp_codes::ReplyCode;".into()];
    lines.extend(code.lines().map(str::to_owned));
    lines.push("```".into());
    let mut output = String::new();
    docs::lines(&lines, &mut output);
    output
}
