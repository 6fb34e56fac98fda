//! The command as a process: its pages, its JSON, its exit statuses.

mod programs;

use std::io::Write;
use std::process::Command;

use programs::{TOOL, json_on, prints, prints_on, program, run, run_on, under};
use serde_json::Value;
use smtp_codes::{Locale, ReplyCode, code};
use smtp_codes_tests::{read, repository};

fn log(name: &str) -> String {
    repository().join("tests/facts/logs").join(name).to_str().unwrap().to_owned()
}

fn words(text: &str) -> Vec<&str> {
    let is_line = |word: &&str| !word.chars().all(|letter| matches!(letter, '-' | '='));
    text.split_whitespace().filter(is_line).collect()
}

/// The exit status and the one line on the standard error.
fn complaint(arguments: &[&str], input: &[u8]) -> (Option<i32>, String) {
    let output = run_on(TOOL, arguments, input);
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn compare_prints_the_page_of_the_library() {
    for locale in Locale::ALL {
        let page = code!(530).compare(code!(354)).in_locale(*locale).to_string();
        let printed = prints(TOOL, &["compare", "530", "354", "--locale", locale.as_str()]);
        assert_eq!(words(&printed), words(&page));
    }
    let page = prints(TOOL, &["compare", "214", "250"]);
    assert!(page.starts_with("SMTP 214 Help Message vs 250 OK\n===============================\n"));
    let markdown = String::from_utf8(run(TOOL, &["compare", "--markdown", "450", "550"]).stdout).unwrap();
    assert_eq!(markdown, code!(450).compare(code!(550)).markdown().to_string());
    let json = json_on(&["compare", "--json", "450", "550"], b"");
    assert_eq!(json["codes"], serde_json::json!([450, 550]));
    assert_eq!(json["title"], code!(450).compare(code!(550)).title().to_string());
}

#[test]
fn list_is_a_table_by_class_and_can_be_narrowed_down() {
    let all = prints(TOOL, &["list"]);
    for code in ReplyCode::ALL {
        let row = all.lines().find(|line| line.starts_with(&format!("  {} ", code.as_str()))).unwrap();
        assert!(row[8..].starts_with(code.name()) && row.ends_with(code.standing().as_str()), "{row}");
    }
    assert_eq!(prints(TOOL, &["list", "4"]), prints(TOOL, &["list", "4XX"]));
    assert_eq!(prints(TOOL, &["list", "--command", "RCPT"]), prints(TOOL, &["list", "--command", "rcpt to"]));
    let standard = json_on(&["list", "--json", "--standing", "standard"], b"");
    assert!(standard.as_array().unwrap().iter().all(|code| code["standing"] == "standard"));
    let rcpt = json_on(&["list", "--json", "--command", "RCPT"], b"");
    assert_eq!(rcpt.as_array().unwrap().len(), smtp_codes::Command::Rcpt.replies().len());
}

#[test]
fn a_code_is_told_in_a_language() {
    for (code, arguments) in [(code!(454), &["454"][..]), (code!(450), &["450 4.2.0 Deferred", "try again"])] {
        let french = code.in_locale(Locale::Fr);
        let report = json_on(&[&["explain", "--json", "--locale", "fr"], arguments].concat(), b"");
        let report = &report["cases"][0];
        let told = report.get("by_itself").or(report.get("meaning")).unwrap().as_str().unwrap();
        assert!(told.ends_with(french.description()), "{told}");
    }
    let report = json_on(&["explain", "--json", "--locale", "fr", "454"], b"");
    let (steps, french) = (report["cases"][0]["steps"].as_array().unwrap(), code!(454).in_locale(Locale::Fr));
    assert_eq!(steps[0]["text"], french.verdict());
    for (told, step) in steps[1..].iter().zip(french.steps()) {
        assert_eq!(told["text"], step.text());
    }
    assert_eq!(steps.len(), french.steps().len() + 1);
    assert!(prints(TOOL, &["explain", "454", "--locale", "fr"]).contains("Développeur : si vous"));
    assert!(prints(TOOL, &["list", "4", "--locale", "fr"]).contains(code!(432).in_locale(Locale::Fr).name()));
}

#[test]
fn explain_has_a_page_for_every_number() {
    let numbers: Vec<String> = (200..600_u16).map(|number| number.to_string()).collect();
    let mut arguments = vec!["explain"];
    arguments.extend(numbers.iter().map(String::as_str));
    let pages = prints(TOOL, &arguments);
    assert!(numbers.iter().all(|number| pages.contains(&format!("SMTP {number} "))));
    for status in smtp_codes::EnhancedStatus::ALL {
        let code = format!("5.{}.{}", status.subject(), status.detail());
        assert!(prints(TOOL, &["explain", &code]).contains(status.name()), "{code}");
    }
    for (number, what) in
        [("101", "unreachable"), ("111", "refused"), ("605", "Mailgun"), ("404", "HTTP"), ("331", "FTP")]
    {
        let page = prints(TOOL, &["explain", number]);
        assert!(page.contains(what) && !page.contains(&format!("SMTP {number}:")), "{page}");
    }
    assert!(prints(TOOL, &["explain", "517"]).contains("517 may be 5.1.7"));
}

#[test]
fn explain_tells_what_the_catalogue_knows_of_a_code() {
    let page = prints(TOOL, &["explain", "454"]);
    let code = code!(454);
    assert!(page.starts_with(&format!("SMTP {code}\n====")));
    assert_eq!(under(&page, "What it means"), code.description());
    assert_eq!(under(&page, "When you see it"), code.seen_when());
    for answer in code.answers() {
        assert!(words(&page).join(" ").contains(&words(answer.meaning()).join(" ")), "{page}");
    }
    assert!(prints(TOOL, &["explain", "--command", "RCPT", "354"]).contains("No standard lets RCPT TO get 354."));
    let gmail = prints(TOOL, &["explain", "--provider", "gmail", "5.7.27"]);
    assert!(under(&gmail, "What providers mean by it").starts_with("Gmail: "));
}

#[test]
fn explain_lets_a_postmaster_act_on_a_reply() {
    let reply = b"550-5.7.26 Unauthenticated email\r\n550 5.7.26 blocked\r\n";
    let page = prints_on(TOOL, &["explain", "-"], reply);
    assert!(page.starts_with("SMTP 550 5.7.26: "), "{page}");
    assert_eq!(under(&page, "The reply"), "550-5.7.26 Unauthenticated email 550 5.7.26 blocked");
    assert!(under(&page, "Who can act").starts_with("Sender. "));
    assert!(under(&page, "The recipient's address").starts_with("Keep it: "));
    // From the arguments it is the same, in one or in several, and so it is without `-`.
    let lines = ["550-5.7.26 Unauthenticated email", "550 5.7.26 blocked"];
    assert_eq!(prints(TOOL, &["explain", lines[0], lines[1]]), page);
    assert_eq!(prints(TOOL, &["explain", &lines.join("\n")]), page);
    assert_eq!(prints_on(TOOL, &["explain"], reply), page);
    assert!(prints(TOOL, &["explain", "550", "5.1.1"]).starts_with("SMTP 550 5.1.1: "));
    let case = &json_on(&["explain", "--json", "--command", "rcpt to", "-"], b"550 5.1.1 Unknown\n")["cases"][0];
    assert_eq!((&case["action"], &case["condemns_recipient"]), (&"fail-recipient".into(), &true.into()));
    let case = &json_on(&["explain", "--json", "-"], b"450 5.1.1 Unknown\n")["cases"][0];
    assert_eq!(case["condemns_recipient"], false);
}

#[test]
fn explain_never_takes_a_refusal_for_a_success() {
    let page = prints(TOOL, &["explain", "550-5.7.1 Refused\n250 OK"]);
    assert!(page.starts_with("A reply that contradicts itself: 550 and 250\n"), "{page}");
    let page = prints(TOOL, &["explain", "550 4.2.2 Mailbox full"]);
    assert!(under(&page, "Warning").contains("550 is a permanent failure"));
    let open = json_on(&["explain", "--json", "-"], b"550-5.1.1 One\n");
    assert_eq!((&open["cases"][0]["code"], &open["cases"][0]["enhanced"]), (&550.into(), &"5.1.1".into()));
}

#[test]
fn explain_shows_any_bytes_without_harm() {
    let text = b"550 5.1.1 Bo\xeete \x1b[31mrouge\x07 \xe2\x80\xaeKO\xe2\x80\xa8x\r\n";
    let page = prints_on(TOOL, &["explain"], text);
    assert!(page.contains("550 5.1.1 Bo\u{fffd}te \u{fffd}[31mrouge\u{fffd} \u{fffd}KO x"), "{page}");
    assert!(!page.contains('\u{1b}'));
}

#[test]
fn explain_reads_each_recipient_of_a_bounce_and_a_file() {
    let report = json_on(&["explain", "--json", &log("bounce.eml")], b"");
    let found: Vec<_> =
        report["cases"].as_array().unwrap().iter().map(|case| (&case["code"], &case["recipient"])).collect();
    assert_eq!(format!("{found:?}").matches("Number").count(), 3);
    let names = ["joe@example.net", "jane@example.org", "ann@example.edu", "kim@example.info"];
    assert!(found.iter().zip(names).all(|((_, recipient), name)| **recipient == name), "{found:?}");
    // The message that came back has such fields as well, and they are not the report's.
    assert!(!report.to_string().contains("5.9.9"));
}

#[test]
fn triage_counts_the_logs_of_the_repository() {
    let report = json_on(&["triage", "--json", &log("postfix.log")], b"");
    for (field, count) in
        [("lines", 15), ("counted", 11), ("failed", 5), ("deferred", 4), ("sent", 2), ("own_refusals", 1)]
    {
        assert_eq!(report[field], count, "{field}: {report}");
    }
    assert_eq!(report["condemned"], serde_json::json!(["ann@example.net", "joe@example.net"]));
    let report = json_on(&["triage", "--json", &log("exim.log")], b"");
    for (field, count) in [("lines", 12), ("counted", 8), ("contradictory", 1), ("own_refusals", 1)] {
        assert_eq!(report[field], count, "{field}: {report}");
    }
    let report = json_on(&["triage", "--json", &log("plain.log")], b"");
    for (field, count) in [("lines", 15), ("cut_off", 1), ("contradictory", 1)] {
        assert_eq!(report[field], count, "{field}: {report}");
    }
    // The address in a reply's text is the other server's word.
    assert_eq!(report["condemned"], serde_json::json!([]));
    let page = prints(TOOL, &["triage", "--top", "1", &log("postfix.log")]);
    assert!(page.contains("Not shown: ") && page.contains("Whom to stop writing to"), "{page}");
}

#[test]
fn triage_adds_up_and_reads_what_is_packed() {
    let both = json_on(&["triage", "--json", &log("postfix.log"), &log("exim.log")], b"");
    assert_eq!(both["lines"], 27);
    let postfix = std::fs::read(log("postfix.log")).unwrap();
    let text = String::from_utf8(postfix).unwrap();
    let plain = json_on(&["triage", "--json", "-"], text.as_bytes());
    let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(json_on(&["triage", "--json"], &utf_16), plain);
    assert_eq!(json_on(&["triage", "--json"], text.replace('\n', "\r\n").as_bytes()), plain);
    assert_eq!(json_on(&["triage", "--json"], format!("\u{feff}{text}").as_bytes()), plain);
}

#[test]
fn nothing_in_a_log_breaks_it() {
    let mut bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    for start in ["550-", "250", "2026-11-20 06:25:02 ** ", ", dsn=, status=(", " to=<, dsn=5.1.1, status=bounced ("] {
        bytes.extend_from_slice(start.as_bytes());
        bytes.push(b'\n');
        bytes.extend((0..=255).rev());
    }
    for tool in ["triage", "explain"] {
        let output = run_on(TOOL, &[tool, "-"], &bytes);
        assert!(matches!(output.status.code(), Some(0 | 1)), "{}", String::from_utf8_lossy(&output.stderr));
        let page = String::from_utf8(output.stdout).unwrap();
        assert!(!page.contains(|letter: char| letter.is_control() && letter != '\n'));
    }
    // A line beyond all measure is one line, and what follows it is read.
    let mut long = vec![b'x'; 3_000_000];
    long.extend_from_slice(b"\n550 5.1.1 <joe@example.net>: unknown");
    let report = json_on(&["triage", "--json"], &long);
    assert_eq!((&report["lines"], &report["counted"]), (&2.into(), &1.into()));
    assert_eq!(json_on(&["triage", "--json"], &b"550-x\n".repeat(50_000))["counted"], 0);
}

#[test]
fn the_exit_status_tells_scripts_what_was_understood() {
    let postfix = log("postfix.log");
    assert_eq!(complaint(&["explain", "550"], b""), (Some(0), String::new()));
    for (arguments, input, says) in [
        (&["explain", "-"][..], "Dear all,\n\nhello\n", "holds no reply"),
        (&["explain", "-"], " \r\n", "is empty"),
        (&["triage", "-"], "nothing\n", "no delivery and no reply in 1 line"),
        (&["triage", "-"], "", "no delivery and no reply"),
    ] {
        let (status, text) = complaint(arguments, input.as_bytes());
        assert!(status == Some(1) && text.contains(says) && text.lines().count() == 1, "{status:?} {text}");
    }
    for (arguments, says) in [
        (&["compare", "214", "25O"][..], "250"),
        (&["compare", "214", "700"], "they run from 200 to 599"),
        (&["compare", "214", "598"], "smtp-codes explain 598"),
        (&["compare", "214"], "<OTHER>"),
        (&["compare", "214", "250", "--locale", "xx"], "en (English), fr (français)"),
        (&["explain", "--command", "MIAL", "550"], "CONNECT"),
        (&["explain", "--provider", "gmial", "550"], "gmail"),
        (&["explain", "no-such.eml"], "cannot read no-such.eml"),
        (&["list", "9"], "expected 2, 3, 4 or 5"),
        (&["list", "--standing", "official"], "standard, historic"),
        (&["triage", "no-such.log"], "cannot read no-such.log"),
        (&["triage", &postfix, "no-such.log"], "cannot read no-such.log"),
        (&["triage", "--top", "0", "-"], "--top"),
        (&["frob"], "frob"),
        (&[], "Usage"),
    ] {
        let (status, text) = complaint(arguments, b"");
        assert!(status == Some(2) && text.contains(says), "{arguments:?}: {status:?} {text}");
    }
    let (status, text) = complaint(&["triage", "-"], b"\xfd7zXZ\0");
    assert!(status == Some(2) && text.contains("xzcat"), "{text}");
    // Something was understood and something was not.
    let half = "550 5.1.1 No\nNov 20 06:25:02 m mta[1]: delivery to <ann@example.net> rejected\n";
    let (status, text) = complaint(&["triage", "-"], half.as_bytes());
    assert!(status == Some(0) && text.contains("1 of 2 lines were not understood, for example: Nov 20"), "{text}");
}

/// The names that a help tells before two blanks, and the fields of an object.
#[test]
fn the_json_has_the_shape_that_the_help_tells() {
    let told = |tool: &str| String::from_utf8(run(TOOL, &[tool, "--help"]).stdout).unwrap();
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let explained = json_on(&["explain", "--json", "-"], b"550 5.1.1 Unknown\n");
    let counted = json_on(&["triage", "--json", &log("postfix.log")], b"");
    for (help, names) in [
        (told("explain"), [keys(&explained), keys(&explained["cases"][0]), keys(&explained["cases"][0]["steps"][0])]),
        (told("triage"), [keys(&counted), keys(&counted["rows"][0]), keys(&counted["recipients"])]),
    ] {
        for name in names.concat() {
            let is_told =
                help.split(|letter: char| !letter.is_alphanumeric() && letter != '_').any(|word| word == name);
            assert!(is_told, "{name} is not in\n{help}");
        }
    }
    // What is not known is null, and never left out.
    let empty = json_on(&["explain", "--json", "-"], b"hello\n");
    assert_eq!(keys(&empty), keys(&explained));
}

#[test]
fn no_colour_in_a_pipe_and_none_where_it_is_not_wanted() {
    for (name, value) in [("NO_COLOR", "1"), ("CLICOLOR", "1"), ("TERM", "xterm-256color")] {
        let output = Command::new(program(TOOL)).args(["explain", "550"]).env(name, value).output().unwrap();
        assert!(!output.stdout.contains(&0x1b), "{name}");
    }
    let forced = Command::new(program(TOOL)).args(["explain", "550"]).env("CLICOLOR_FORCE", "1").output().unwrap();
    assert!(forced.stdout.contains(&0x1b));
}

#[test]
fn the_examples_of_the_help_and_of_the_readme_work() {
    let mut lines: Vec<String> = Vec::new();
    for arguments in
        [&["--help"][..], &["compare", "--help"], &["explain", "-h"], &["triage", "-h"], &["list", "--help"]]
    {
        let help = String::from_utf8(run(TOOL, arguments).stdout).unwrap();
        lines.extend(help.lines().filter_map(|line| {
            let at = line.find("smtp-codes ").filter(|_| !line.contains("Usage"))?;
            line[..at].trim().trim_start_matches("Example:").is_empty().then(|| line[at..].to_owned())
        }));
    }
    lines.extend(
        read("README.md")
            .lines()
            .filter_map(|line| line.strip_prefix("$ smtp-codes "))
            .map(|rest| format!("smtp-codes {rest}")),
    );
    assert!(lines.len() >= 14, "{lines:?}");
    let folder = tempfile::tempdir().unwrap();
    for (name, from) in [("bounce.eml", "bounce.eml"), ("mail.log", "postfix.log"), ("session.txt", "plain.log")] {
        std::fs::copy(log(from), folder.path().join(name)).unwrap();
    }
    for line in lines {
        let line = line
            .replace("/var/log/mail.log", "mail.log")
            .replace("tests/facts/logs/bounce.eml", "bounce.eml")
            .replace("tests/facts/logs/postfix.log", "mail.log")
            .replace("smtp-codes ", &format!("{} ", program(TOOL).display()));
        let output = Command::new("sh").args(["-c", &line]).current_dir(&folder).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{line}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(!output.stdout.is_empty(), "{line}");
    }
    let completions = run(TOOL, &["completions", "bash"]).stdout;
    assert!(String::from_utf8(completions).unwrap().contains("compare explain triage"));
}

#[test]
fn a_closed_pipe_is_no_crash() {
    for arguments in
        [&["compare", "214", "250"][..], &["explain", "250", "421", "550"], &["list"], &["triage", &log("postfix.log")]]
    {
        // Nobody holds the reading end even before the command begins.
        let (_, closed) = std::io::pipe().unwrap();
        let output = Command::new(program(TOOL)).args(arguments).stdout(closed).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    }
}

#[test]
fn what_a_recipient_is_condemned_for_is_the_logs_word() {
    let line = |to: &str, status: &str, reply: &str, command: &str| {
        format!(
            "2026-11-20T06:25:03.123456+01:00 mail postfix/smtp[1]: 4X: to=<{to}>, relay=mx.example.net[192.0.2.10]:25, \
             delay=1, delays=0/0/0/1, dsn=5.0.0, status={status} (host mx.example.net[192.0.2.10] said: {reply} (in \
             reply to {command} command))\n"
        )
    };
    let recipients = |log: &str| {
        let report = json_on(&["triage", "--json"], log.as_bytes());
        let count = |field: &str| report["recipients"][field].as_u64().unwrap();
        (count("given_up"), count("condemned"))
    };
    let unknown = |to: &str| line(to, "bounced", "550 5.1.1 Unknown", "RCPT TO");
    let twice = line("joe@example.net", "bounced", "550 5.7.1 No", "RCPT TO") + &unknown("joe@EXAMPLE.net");
    assert_eq!(recipients(&twice), (1, 1));
    // The local part is the receiving server's own affair.
    assert_eq!(recipients(&(unknown("joe@example.net") + &unknown("Joe@example.net"))), (2, 2));
    assert_eq!(recipients(&line("joe@example.net", "bounced", "550 5.1.1 Unknown", "end of DATA")), (1, 0));
    assert_eq!(recipients(&line("joe@example.net", "deferred", "550 5.1.1 Unknown", "RCPT TO")), (0, 0));
    assert_eq!(recipients(&line("joe@example.net", "SOFTBOUNCE", "550 5.1.1 Unknown", "RCPT TO")), (0, 0));
    assert_eq!(recipients(&line("joe@example.net", "bounced", "550 Unknown", "RCPT TO")), (1, 0));
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(unknown("joe@example.net").as_bytes()).unwrap();
    assert_eq!(json_on(&["triage", "--json", file.path().to_str().unwrap()], b"")["counted"], 1);
}

#[test]
fn the_readme_shows_what_triage_prints() {
    let readme = read("README.md");
    let start = readme.find("Permanent: ").unwrap();
    let shown = &readme[start..start + readme[start..].find("```").unwrap()];
    let page = prints(TOOL, &["triage", &log("postfix.log")]);
    assert!(page.contains(shown), "{page}");
}
