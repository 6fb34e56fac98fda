//! The enum of enhanced status codes and its tables. Only the library has one.

use super::table::Tables;
use super::{Call, Code, ROOT, docs, enumeration, joined};
use crate::catalogue::{Catalogue, Status};

pub(super) fn status(call: &Call, head: usize, name: &str, catalogue: &Catalogue, code: &mut Vec<Code>) {
    let statuses = &catalogue.statuses;
    let mut variants = String::new();
    let mut all = String::new();
    for status in statuses {
        let Status { subject, detail, variant, .. } = status;
        docs::lines(&docs::status(status, catalogue), &mut variants);
        // Found as it is written in a reply, too.
        for class in ["X", "2", "4", "5"] {
            variants += &format!("#[doc(alias = \"{class}.{subject}.{detail}\")]");
        }
        variants += &format!("{variant},");
        all += &format!("Self::{variant},");
    }
    let mut index = String::new();
    docs::lines(&docs::status_index(catalogue), &mut index);
    enumeration(head, &index, &variants, code);
    let mut tables = Tables::new(statuses.len());
    tables.texts("__key", statuses, &|status| format!("X.{}.{}", status.subject, status.detail));
    tables.texts("__name", statuses, &|status| status.name.clone());
    tables.texts("__description", statuses, &|status| status.description.clone());
    tables.texts("__remediation", statuses, &|status| status.remediation.clone());
    tables.texts("__note", statuses, &|status| status.note.clone().unwrap_or_default());
    let parts = joined(statuses, "", &|status| format!("({},{}),", status.subject, status.detail));
    tables.add("__parts", "(u16, u16)", &parts);
    let class = |class: &u8| format!("{ROOT}::__private::class_of({class}00),");
    let classes = joined(statuses, "", &|status| format!("&[{}],", joined(&status.classes, "", &class)));
    let list = format!("&'static [{ROOT}::Class]");
    tables.add("__classes", &list, &classes);
    let any = joined(statuses, "", &|status| format!("&[{}],", joined(&status.any_reply, "", &class)));
    tables.add("__any_reply", &list, &any);
    let reply = |number: &u16| {
        let found = catalogue.reply(*number);
        found.map(|reply| format!("{ROOT}::{}::{},", call.name, reply.variant)).unwrap_or_default()
    };
    let replies = joined(statuses, "", &|status| format!("&[{}],", joined(&status.replies, "", &reply)));
    tables.add("__replies", &format!("&'static [{ROOT}::{}]", call.name), &replies);
    tables.references(&call.name, statuses, &|status| status.references.clone());
    tables.marks(statuses, &|status| status.mark.clone());
    code.push(Code::Text(tables.of(name, &all)));
    code.push(Code::Text(format!("impl {name} {{ {} }}", look_up(statuses))));
}

/// From subject and detail to the row: one byte for each pair up to the highest of both.
fn look_up(statuses: &[Status]) -> String {
    let (mut height, mut width) = (0, 0);
    for status in statuses {
        height = height.max(usize::from(status.subject) + 1);
        width = width.max(usize::from(status.detail) + 1);
    }
    // A registry of other dimensions is looked up the slow way: there is none.
    if height * width > 1_000 || statuses.len() > 254 {
        return "#[inline] pub(crate) const fn __row_of(subject: u16, detail: u16) -> usize {
                    let mut row = 0;
                    while row < Self::__ALL.len() {
                        let (a, b) = Self::__ALL[row].__parts();
                        if a == subject && b == detail { break; }
                        row += 1;
                    }
                    row
                }"
        .to_owned();
    }
    let mut rows = vec![255_u8; height * width];
    for (row, status) in statuses.iter().enumerate() {
        let at = usize::from(status.subject) * width + usize::from(status.detail);
        if let (Some(slot), Ok(row)) = (rows.get_mut(at), u8::try_from(row)) {
            *slot = row;
        }
    }
    let bytes = joined(&rows, "", &|row| format!("\\x{row:02x}"));
    format!(
        "/// The row of a subject and a detail; past the end of the tables where there is none.
         #[inline] pub(crate) const fn __row_of(subject: u16, detail: u16) -> usize {{
             static ROWS: &[u8; {}] = b\"{bytes}\";
             if subject < {height} && detail < {width} {{
                 ROWS[subject as usize * {width} + detail as usize] as usize
             }} else {{
                 255
             }}
         }}",
        height * width
    )
}
