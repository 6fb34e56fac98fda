//! What to do with a reply: every cell of the decision table, every number, every command, and the table in
//! the documentation.

use smtp_codes::{Action, Command, EnhancedCode, Reply, ReplyCode, ReplyCodes, WireCode, code};
use smtp_codes_tests::{facts, read};

const IDLE: Action = code!(421).action(Command::Noop);
const FULL: ReplyCodes = ReplyCodes::new(WireCode::from_u16(552).unwrap(), EnhancedCode::new(5, 2, 2));
const FULL_FAILS: Action = FULL.action(Command::Rcpt);
const ODD: Action = WireCode::from_u16(571).unwrap().action(Command::Mail);

#[test]
fn actions_work_in_constants() {
    assert_eq!((IDLE, FULL_FAILS, ODD), (Action::Reconnect, Action::FailRecipient, Action::FailMessage));
    assert!(size_of::<ReplyCodes>() <= 8);
}

fn action(name: &str) -> Action {
    let found = Action::ALL.iter().copied().find(|action| format!("{action:?}") == name);
    found.unwrap_or_else(|| panic!("no action {name}"))
}

fn numbers() -> impl Iterator<Item = WireCode> {
    (200..=599).map(|number| WireCode::from_u16(number).unwrap())
}

/// Whether a number is meant by `4yz` or by `452`.
fn meant(replies: &str, number: WireCode) -> bool {
    match replies.strip_suffix("yz") {
        Some(digit) => digit.parse() == Ok(number.class().digit()),
        None => replies.parse() == Ok(number.as_u16()),
    }
}

/// `x.5.3` with the classes that a server may put there, right or wrong; none for an empty text.
fn enhanced(text: &str) -> Vec<Option<EnhancedCode>> {
    match text.strip_prefix('x') {
        Some(rest) => ["2", "4", "5"]
            .iter()
            .map(|class| Some(format!("{class}{rest}").parse::<EnhancedCode>().unwrap()))
            .collect(),
        None => vec![None],
    }
}

#[test]
fn every_cell_of_the_decision_table() {
    let rows = facts("actions.csv");
    let mut checked = 0;
    let mut off = Vec::new();
    for row in &rows {
        let [command, replies, detail, expected] = &row[..] else { panic!("{row:?}") };
        let to: Command = command.parse().unwrap();
        // A number with a row of its own is not meant by the row of its class.
        let own = |number: WireCode| {
            let number = number.to_string();
            *replies != number
                && rows.iter().any(|other| other[..3] == [command.clone(), number.clone(), detail.clone()])
        };
        for number in numbers().filter(|number| meant(replies, *number) && !own(*number)) {
            for enhanced in enhanced(detail) {
                let made = ReplyCodes::new(number, enhanced).action(to);
                checked += 1;
                if made != action(expected) {
                    off.push(format!("{command} {number} {detail}: {made:?} should be {expected}"));
                }
            }
        }
    }
    assert!(off.is_empty(), "{off:#?}");
    // All commands and all numbers without an enhanced code, and the rows with one.
    assert!(checked > Command::ALL.len() * 400, "{checked}");
}

#[test]
fn too_many_recipients_are_not_a_full_mailbox() {
    for (codes, expected) in [
        ("452", Action::SplitRecipients),
        ("452 4.5.3", Action::SplitRecipients),
        ("452 5.5.3", Action::SplitRecipients),
        ("450 4.5.3", Action::SplitRecipients),
        ("452 4.2.2", Action::DeferRecipient),
        ("452 4.3.1", Action::DeferRecipient),
        ("452 4.2.4", Action::DeferRecipient),
        ("452 4.0.0", Action::DeferRecipient),
        ("552", Action::SplitRecipients),
        ("552 5.5.3", Action::SplitRecipients),
        ("552 5.2.2", Action::FailRecipient),
        ("552 5.3.4", Action::FailRecipient),
    ] {
        assert_eq!(codes.parse::<ReplyCodes>().unwrap().action(Command::Rcpt), expected, "{codes}");
    }
}

#[test]
fn the_facts_have_each_command_and_each_number_once() {
    let rows = facts("actions.csv");
    for command in Command::ALL {
        for class in 2..=5 {
            let fits = |row: &&Vec<String>| row[0] == command.as_str() && row[1] == format!("{class}yz");
            assert_eq!(rows.iter().filter(fits).filter(|row| row[2].is_empty()).count(), 1, "{command}");
        }
    }
    for (index, row) in rows.iter().enumerate() {
        assert!(!rows[..index].iter().any(|other| other[..3] == row[..3]), "{row:?} stands twice");
    }
}

/// Enhanced codes of all sorts: those that the rules name, and those that must not matter.
fn samples() -> Vec<Option<EnhancedCode>> {
    let mut samples = vec![None];
    for class in [2, 4, 5] {
        for (subject, detail) in
            [(0, 0), (1, 1), (2, 2), (3, 1), (5, 1), (5, 3), (7, 1), (7, 10), (7, 11), (7, 12), (7, 606)]
        {
            samples.push(EnhancedCode::new(class, subject, detail));
        }
    }
    samples
}

#[test]
fn no_refusal_is_ever_a_yes_and_no_temporary_one_ever_final() {
    for command in Command::ALL.iter().copied() {
        for number in numbers() {
            for enhanced in samples() {
                let action = ReplyCodes::new(number, enhanced).action(command);
                if number.class().is_negative() {
                    assert!(!action.is_positive(), "{number} to {command}: {action}");
                }
                if number.class() != 5 {
                    assert!(!action.is_final(), "{number} to {command}: {action}");
                }
                if command != Command::Auth && command != Command::Data {
                    assert_ne!(action, Action::Continue, "{number} to {command}");
                }
            }
        }
    }
}

#[test]
fn all_types_give_the_same_answer() {
    for number in numbers() {
        let line = format!("{number} Text\r\n");
        let reply = Reply::parse(line.as_bytes()).unwrap().0;
        for command in Command::ALL.iter().copied() {
            let bare = number.action(command);
            assert_eq!(ReplyCodes::from(number).action(command), bare);
            assert_eq!(number.known().map_or(bare, |code| code.action(command)), bare);
            assert_eq!(reply.action(command), bare);
        }
        for enhanced in samples().into_iter().flatten() {
            let status = ReplyCodes::new(number, Some(enhanced));
            let line = format!("{number}-{enhanced} Text\r\n{number} {enhanced} Text\r\n");
            let reply = Reply::parse(line.as_bytes()).unwrap().0;
            // A 3yz has no enhanced code, so there the words stay text.
            if number.class() != 3 {
                assert_eq!(reply.codes(), status);
            }
            assert_eq!(reply.effective_enhanced(), reply.codes().effective_enhanced());
            for command in Command::ALL.iter().copied() {
                assert_eq!(reply.action(command), status.action(command), "{line:?} to {command}");
            }
        }
    }
}

#[test]
fn every_code_of_the_catalogue_has_a_status() {
    for code in ReplyCode::ALL.iter().copied() {
        assert_eq!(ReplyCodes::from(code), ReplyCodes::from(WireCode::from(code)));
        assert_eq!(ReplyCodes::from(code).to_string(), code.as_str());
    }
    assert_eq!(format!("{FULL:?}"), "ReplyCodes(552 5.2.2)");
}

/// The tables of the chapter, read from its source.
struct Chapter {
    yes: Vec<(Vec<Command>, Vec<Action>)>,
    no: Vec<(Vec<Command>, Vec<Action>)>,
    exceptions: Vec<Exception>,
}

/// A row of the last table.
struct Exception {
    commands: Vec<Command>,
    replies: Vec<String>,
    enhanced: Enhanced,
    action: Action,
}

enum Enhanced {
    AnyOrNone,
    None,
    /// Subject and detail.
    OneOf(Vec<(u16, u16)>),
}

impl Chapter {
    fn read() -> Self {
        let source = read("smtp-codes/src/deciding.rs");
        let rows: Vec<Vec<&str>> = source
            .lines()
            .filter_map(|line| line.strip_prefix("//! | ")?.strip_suffix(" |"))
            .filter(|line| !line.starts_with("---"))
            .map(|line| line.split(" | ").collect())
            .collect();
        let at = |head: &[&str]| rows.iter().position(|row| row == head).expect("a table with this head");
        let yes = at(&["To", "2yz", "3yz", "503"]);
        let no = at(&["To", "421", "other 4yz", "other 5yz"]);
        let exceptions = at(&["To", "Reply", "Enhanced code", "Action"]);
        let cells = |rows: &[Vec<&str>]| {
            let row = |row: &Vec<&str>| (commands(row[0]), row[1..].iter().map(|cell| one_action(cell)).collect());
            rows.iter().map(row).collect()
        };
        Self {
            yes: cells(&rows[yes + 1..no]),
            no: cells(&rows[no + 1..exceptions]),
            exceptions: rows[exceptions + 1..].iter().map(|row| exception(row)).collect(),
        }
    }

    fn action(&self, command: Command, status: ReplyCodes) -> Action {
        let code = status.code();
        let excepted = |row: &&Exception| {
            let detail = status.enhanced().map(|code| (code.subject(), code.detail()));
            row.commands.contains(&command)
                && match &row.enhanced {
                    Enhanced::AnyOrNone => true,
                    Enhanced::None => detail.is_none(),
                    Enhanced::OneOf(listed) => detail.is_some_and(|detail| listed.contains(&detail)),
                }
                && row.replies.iter().any(|replies| meant(replies, code))
        };
        if !matches!(code.as_u16(), 421 | 503)
            && let Some(row) = self.exceptions.iter().find(excepted)
        {
            return row.action;
        }
        let (table, column) = match (code.as_u16(), code.class().digit()) {
            (503, _) => (&self.yes, 2),
            (421, _) => (&self.no, 0),
            (_, digit @ (2 | 3)) => (&self.yes, digit - 2),
            (_, digit) => (&self.no, digit - 3),
        };
        // The row without a command is for all that have none.
        let row = |wanted: &[Command]| table.iter().find(|(commands, _)| commands == wanted);
        let named: Vec<_> = table.iter().filter(|(commands, _)| commands.contains(&command)).collect();
        assert!(named.len() <= 1, "{command} has {} rows", named.len());
        let (_, actions) = named.first().copied().or(row(&[])).expect("a row for every command");
        actions[usize::from(column)]
    }
}

fn exception(row: &[&str]) -> Exception {
    let named = commands(row[0]);
    let others = || Command::ALL.iter().copied().filter(|command| !named.contains(command)).collect();
    let enhanced = match row[2] {
        "any or none" => Enhanced::AnyOrNone,
        "none" => Enhanced::None,
        listed => {
            let codes = listed.split(", ").filter_map(|one| enhanced(one)[0]);
            Enhanced::OneOf(codes.map(|code| (code.subject(), code.detail())).collect())
        }
    };
    Exception {
        commands: if row[0].starts_with("any but") { others() } else { named },
        replies: row[1].split(", ").map(str::to_owned).collect(),
        enhanced,
        action: one_action(row[3]),
    }
}

/// The words that a cell has as code: [`RCPT`], [`MAIL`].
fn words(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

fn commands(cell: &str) -> Vec<Command> {
    words(cell).map(|word| word.parse().unwrap()).collect()
}

fn one_action(cell: &str) -> Action {
    let [word] = words(cell).collect::<Vec<_>>()[..] else { panic!("{cell}") };
    action(word)
}

#[test]
fn the_table_in_the_documentation_is_the_function() {
    let chapter = Chapter::read();
    let mut off = Vec::new();
    for command in Command::ALL.iter().copied() {
        for number in numbers() {
            for enhanced in samples() {
                let status = ReplyCodes::new(number, enhanced);
                let (made, told) = (status.action(command), chapter.action(command, status));
                if made != told {
                    off.push(format!("{status} to {command}: {made:?}, the chapter says {told:?}"));
                }
            }
        }
    }
    assert!(off.is_empty(), "{off:#?}");
}

#[test]
fn each_action_has_a_name_and_a_sentence_of_its_own_and_occurs() {
    let rows = facts("actions.csv");
    for (index, action) in Action::ALL.iter().enumerate() {
        let before = &Action::ALL[..index];
        assert!(before.iter().all(|other| other < action), "{action}");
        assert!(before.iter().all(|other| other.name() != action.name()), "{action}");
        assert!(before.iter().all(|other| other.description() != action.description()), "{action}");
        assert!(action.description().ends_with('.') && action.name().len() <= 21, "{action}");
        assert_eq!(format!("{action:<22}|"), format!("{:<22}|", action.as_str()));
        assert!(rows.iter().any(|row| row[3] == format!("{action:?}")), "{action} never occurs");
    }
}
