//! Numbers that are right, wrong and doubtful, kind by kind; the published vectors are in `tests/it/vectors.rs`.

use super::*;
use crate::model::Regions;

fn today() -> Date {
    Date::new(2026, 11, 23).unwrap()
}

/// What is wrong with a number, or nothing.
fn found(kind: DocumentKind, raw: &str) -> &'static str {
    let reading =
        read(kind, raw, &Tables { regions: Some(Regions::default()), ..Tables::default() }, today());
    reading.faults.first().map_or("", |fault| fault.kind.code())
}

fn check(kind: DocumentKind, cases: &[(&str, &str)]) {
    for (raw, want) in cases {
        assert_eq!(found(kind, raw), *want, "{kind:?} {raw}");
    }
}

#[test]
fn firms() {
    check(
        DocumentKind::CreditCode,
        &[
            ("9133 0106 MA27Y4U47R", ""),
            ("91330100799655058B", ""),
            ("91350100M0001TGQXM", "check_digit"),
            ("91420105MA4K12346Y", "org_check_digit"),
            ("00420105MA4K12345U", "category"),
            ("91420105MA4K12345", "format"),
            ("9142010SMA4K12345U", "format"),
            ("九一四二零一零五", "format"),
        ],
    );
    check(
        DocumentKind::OrgCode,
        &[("D2143569-X", ""), ("d2143569x", ""), ("D2143569-0", "check_digit"), ("D214356", "format")],
    );
    check(
        DocumentKind::BusinessRegistration,
        &[("110108000000016", ""), ("110108000000017", "check_digit"), ("11010800000001X", "format")],
    );
    check(
        DocumentKind::FoodLicence,
        &[("JY2 4201050001234", ""), ("JY44201050001234", "format"), ("JY24201050001235", "check_digit")],
    );
}

#[test]
fn people() {
    check(
        DocumentKind::Passport,
        &[
            ("e12345678", ""),
            ("EA1234567", ""),
            ("EO1234567", "format"),
            ("G1234567", "format"),
            ("141234567", ""),
            ("DE1234567", ""),
            ("K12345678", ""),
            ("MA1234567", ""),
        ],
    );
    check(
        DocumentKind::HmTravelPermit,
        &[("H1234567801", ""), ("M12345678", ""), ("H1234567", "format"), ("A12345678", "format")],
    );
    check(DocumentKind::TwTravelPermit, &[("12345678", ""), ("1234567801", ""), ("T12345678", "format")]);
    check(DocumentKind::ExitPermit, &[("CA1234567", ""), ("W12345678", ""), ("CI1234567", "format")]);
    check(
        DocumentKind::HmtResidencePermit,
        &[
            ("830000199201300022", ""),
            ("830000199202300022", "birth_date"),
            ("830000199201300023", "check_digit"),
            ("420105199001010013", "format"),
        ],
    );
    check(
        DocumentKind::ForeignResidence,
        &[
            ("KAZ110090123105", ""),
            ("KAZ110090133105", "birth_date"),
            ("KAZ110090123106", "check_digit"),
            ("911398199012310021", ""),
            ("911999199012310021", "nationality"),
            ("911398209012310021", "birth_date"),
            ("811398199012310021", "format"),
        ],
    );
    check(
        DocumentKind::Disability,
        &[
            ("42010519790606018X42", "region"),
            ("42010519790606018X42B1", "region"),
            ("42010519790606018X40", "format"),
            ("42010519790606018042", "check_digit"),
        ],
    );
    check(DocumentKind::Birth, &[("X420012345", ""), ("4200123456", "format")]);
    check(
        DocumentKind::Marriage,
        &[
            ("J420105-2023-000123", ""),
            ("L420105 2023 000123", ""),
            ("BJ420105-2019-000007", ""),
            ("A420105-2023-000123", "format"),
        ],
    );
}

#[test]
fn things() {
    check(
        DocumentKind::Plate,
        &[
            ("鄂A12345", ""),
            ("鄂a·12b45", ""),
            ("鄂AAB345", ""),
            ("鄂AABC45", "format"),
            ("鄂AD12345", ""),
            ("鄂AL12345", "format"),
            ("鄂A12345F", ""),
            ("粤Z1234港", ""),
            ("鄂A1234警", ""),
            ("鄂A1234", "format"),
        ],
    );
    check(
        DocumentKind::Postcode,
        &[
            ("430050", ""),
            ("４３００５０", ""),
            ("000001", "format"),
            ("870000", "format"),
            ("43005", "format"),
        ],
    );
    check(
        DocumentKind::RealEstate,
        &[
            ("鄂（2023）武汉市汉阳不动产权第0012345号", ""),
            ("鄂 (2023) 武汉市汉阳不动产权第 0012345 号", ""),
            ("鄂(23)武汉市汉阳不动产权第0012345号", "format"),
            ("武房权证汉字第2008001234号", "format"),
        ],
    );
}

#[test]
fn a_document_of_any_kind_is_read_by_its_shape() {
    check(
        DocumentKind::Personal,
        &[
            ("420105199001010013", "region"),
            ("420105199001010014", "check_digit"),
            ("810000199408230021", ""),
            ("810000199408230022", "check_digit"),
            ("KAZ110090123107", "check_digit"),
            ("H12345678", ""),
            ("AB1234567", ""),
            ("无", "format"),
        ],
    );
    assert_eq!(personal("passport"), Some(Kind::Document(DocumentKind::Passport)));
    assert_eq!(personal("none"), None);
    check(DocumentKind::Other, &[("军字第1234567号", ""), (" ", "format")]);
}

#[test]
fn numbers_as_people_read_them() {
    let check = |kind: DocumentKind, text: &str, screen: &str, paper: &str, mask: &str| {
        assert_eq!(grouped(kind, text), screen);
        assert_eq!(printed(kind, text), paper);
        assert_eq!(masked(kind, text).unwrap_or_default(), mask);
        assert_eq!(clean(kind, screen), text, "folds back");
        assert_eq!(clean(kind, paper), text, "folds back");
    };
    let (code, org) = ("91420105MA4K12345U", "D2143569X");
    check(DocumentKind::CreditCode, code, "91 420105 MA4K12345 U", code, "");
    check(DocumentKind::OrgCode, org, "D2143569-X", "D2143569-X", "");
    let permit = "810000199408230021";
    check(DocumentKind::HmtResidencePermit, permit, "810000 19940823 0021", permit, "810000********0021");
    check(DocumentKind::Personal, permit, "810000 19940823 0021", permit, "810000********0021");
    check(DocumentKind::Personal, "E12345678", "E12345678", "E12345678", "E1***5678");
    check(DocumentKind::Passport, "E12345678", "E12345678", "E12345678", "E****5678");
    let card = "KAZ110090123105";
    check(DocumentKind::ForeignResidence, card, "KAZ 1100 901231 05", card, "KA*********3105");
    let marriage = "BL420105-2019-000007";
    check(DocumentKind::Marriage, "BL4201052019000007", marriage, marriage, "B*************0007");
    check(DocumentKind::Plate, "鄂A12345", "鄂A·12345", "鄂A·12345", "鄂A***45");
    assert_eq!(grouped(DocumentKind::CreditCode, "9142"), "9142");
}
