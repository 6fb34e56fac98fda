//! The examples in the docs of the library's enum. An enum of somebody's own has none: its codes are not
//! known here, and an example that does not run is worse than none.

use super::{Call, docs};
use crate::catalogue::Kind;

/// The attributes that show the example of an item.
pub(super) fn of(call: &Call, item: &str) -> String {
    let mut output = String::new();
    if matches!(call.kind, Kind::Library) {
        let page = format!("\n```\n# use smtp_codes::ReplyCode;\n{}\n```\n", code(item));
        docs::lines(&page, &mut output);
    }
    output
}

fn code(item: &str) -> &'static str {
    match item {
        "ALL" => {
            "assert!(ReplyCode::ALL.contains(&ReplyCode::HelpMessage));\nassert!(ReplyCode::ALL.is_sorted());"
        }
        "from_u16" => {
            "const HELP: Option<ReplyCode> = ReplyCode::from_u16(214);\nassert_eq!(HELP, Some(ReplyCode::HelpMessage));\n\
         assert_eq!(ReplyCode::from_u16(215), None);"
        }
        "as_u16" => "assert_eq!(ReplyCode::Okay.as_u16(), 250);",
        "as_str" => "assert_eq!(ReplyCode::Okay.as_str(), \"250\");",
        "name" => "assert_eq!(ReplyCode::HelpMessage.name(), \"Help message\");",
        "description" => "assert!(ReplyCode::HelpMessage.description().contains(\"`HELP`\"));",
        "seen_when" => "println!(\"{}\", ReplyCode::HelpMessage.seen_when());",
        "remediation" => "println!(\"{}\", ReplyCode::TemporaryAuthenticationFailure.remediation());",
        "class" => {
            "# use smtp_codes::Class;\nassert_eq!(ReplyCode::StartMailInput.class(), Class::PositiveIntermediate);"
        }
        "is_positive" => "assert!(ReplyCode::StartMailInput.is_positive());",
        "is_negative" => "assert!(ReplyCode::MailboxUnavailable.is_negative());",
        "is_transient" => "assert!(ReplyCode::ServiceNotAvailable.is_transient());",
        "is_permanent" => "assert!(ReplyCode::MailboxUnavailable.is_permanent());",
        "category" => {
            "# use smtp_codes::Category;\nassert_eq!(ReplyCode::HelpMessage.category(), Category::Information);"
        }
        "standing" => {
            "# use smtp_codes::Standing;\nassert_eq!(ReplyCode::Okay.standing(), Standing::Standard);"
        }
        "references" => {
            "assert_eq!(ReplyCode::HelpMessage.references()[0].to_string(), \"RFC 5321 section 4.2.3\");"
        }
        "answers" => {
            "# use smtp_codes::Command;\nassert!(ReplyCode::Okay.answers().iter().any(|row| row.command() == Command::Mail));"
        }
        "answers_to" => {
            "# use smtp_codes::Command;\nlet code = ReplyCode::TemporaryAuthenticationFailure;\n\
         for row in code.answers_to(Command::StartTls) {\n    println!(\"{}\", row.meaning());\n}\n\
         assert_eq!(code.answers_to(Command::Help).count(), 0);"
        }
        "closes_connection" => {
            "# use smtp_codes::Closing;\nassert_eq!(ReplyCode::ServiceNotAvailable.closes_connection(), Closing::Yes);"
        }
        "enhanced" => {
            "let pairs = ReplyCode::CredentialsInvalid.enhanced();\n\
         assert!(pairs.iter().any(|code| code.to_string() == \"5.7.8\"));"
        }
        "compare" => {
            "let page = ReplyCode::HelpMessage.compare(ReplyCode::Okay);\n\
         assert_eq!(page.title().to_string(), \"SMTP 214 Help Message vs 250 OK\");"
        }
        _ => "",
    }
}
