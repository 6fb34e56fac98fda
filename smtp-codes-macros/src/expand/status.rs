//! The enum of enhanced status codes and its tables. Only the library has one.

use super::table::Tables;
use super::{Call, Code, ROOT, bytes, docs, enumeration, index};
use crate::catalogue::{Catalogue, Status};

pub(super) fn status(call: &Call, head: usize, name: &str, catalogue: &Catalogue, code: &mut Vec<Code>) {
    let statuses = &catalogue.statuses;
    let mut variants = String::new();
    let mut all = String::new();
    let mut tables = Tables::new(&call.name);
    for status in statuses {
        let Status { subject, detail, variant, .. } = status;
        docs::lines(&docs::status(status, catalogue), &mut variants);
        // Found as it is written in a reply, too.
        for class in &["X", "2", "4", "5"] {
            variants += &format!("#[doc(alias = \"{class}.{subject}.{detail}\")]");
        }
        variants += &format!("{variant},");
        all += &format!("Self::{variant},");
        rows(status, catalogue, call, &mut tables);
    }
    let mut index = String::new();
    docs::lines(&index::statuses(catalogue), &mut index);
    enumeration(head, &index, &variants, code);
    code.push(Code::Text(tables.implementation(name, statuses.len(), &all)));
    code.push(Code::Text(format!("impl {name} {{ {} }}", look_up(statuses))));
}

fn rows(status: &Status, catalogue: &Catalogue, call: &Call, tables: &mut Tables<'_>) {
    tables.text("__key", &format!("X.{}.{}", status.subject, status.detail));
    tables.text("__name", &status.name);
    tables.text("__description", &status.description);
    tables.text("__remediation", &status.remediation);
    tables.text("__note", status.note.as_deref().unwrap_or_default());
    tables.add("__parts", "(u16, u16)", &format!("({},{})", status.subject, status.detail));
    tables.add("__classes", "&'static [@ROOT@::Class]", &classes(&status.classes));
    tables.add("__any_reply", "&'static [@ROOT@::Class]", &classes(&status.any_reply));
    let mut replies = String::new();
    for number in &status.replies {
        if let Some(reply) = catalogue.reply(*number) {
            replies += &format!("{ROOT}::{}::{},", call.name, reply.variant);
        }
    }
    tables.add("__replies", "&'static [@ROOT@::@OWNER@]", &format!("&[{replies}]"));
    tables.references(&status.references);
    tables.mark(&status.mark);
}

fn classes(classes: &[u8]) -> String {
    let mut list = String::new();
    for class in classes {
        list += &format!("{ROOT}::__private::class_of({class}00),");
    }
    format!("&[{list}]")
}

/// Whether a table by subject and detail is small, and has a byte for each row beside the one for none. A registry of
/// other dimensions is looked up the slow way: there is none.
fn fits(height: usize, width: usize, rows: usize) -> bool {
    height * width <= 1_000 && rows < 255
}

/// From subject and detail to the row: one byte for each pair up to the highest of both.
fn look_up(statuses: &[Status]) -> String {
    let (mut height, mut width) = (0, 0);
    for status in statuses {
        height = height.max(usize::from(status.subject) + 1);
        width = width.max(usize::from(status.detail) + 1);
    }
    if !fits(height, width, statuses.len()) {
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
    let bytes = bytes(&rows);
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

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_table_holds_a_thousand_pairs_and_254_rows() {
        assert!(fits(8, 31, 81) && fits(10, 100, 254) && fits(0, 0, 0));
        assert!(!fits(10, 101, 81) && !fits(8, 607, 82) && !fits(10, 100, 255));
    }
}
