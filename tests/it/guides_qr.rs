//! `guides qr`: every code of the sheets read back, and what is refused. And what `pack` makes of guides and former ids.

use std::{fs, path::Path, process::Command};

use serde_json::{Value, json};

use super::{cli::run, guides_import::folder};

/// A catalogue of two forms and some guides, with its fonts cut.
fn catalogue(name: &str) -> std::path::PathBuf {
    let folder = folder(name);
    let forms = folder.join("forms");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("forms");
    for id in ["items/SQ031", "benefits/MS01"] {
        fs::create_dir_all(forms.join(id).join("answers")).unwrap();
        fs::copy(root.join(id).join("form.json"), forms.join(id).join("form.json")).unwrap();
        fs::copy(root.join(id).join("answers/full.json"), forms.join(id).join("answers/full.json")).unwrap();
    }
    for file in ["elements.json", "params.json", "settings.json"] {
        fs::copy(root.join(file), forms.join(file)).unwrap();
    }
    for folder in ["codes", "grids"] {
        fs::create_dir_all(forms.join(folder)).unwrap();
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, forms.join(folder).join(path.file_name().unwrap())).unwrap();
        }
    }
    let mut catalog: Value = serde_json::from_slice(&fs::read(root.join("catalog.json")).unwrap()).unwrap();
    catalog["order"] = json!(["SQ031", "MS01"]);
    fs::write(forms.join("catalog.json"), catalog.to_string()).unwrap();
    let guide = |n: u32, more: Value| {
        let mut guide = json!({
            "id": format!("G{n:05}"), "title": {"zh": format!("示例事项{n}")}, "department": "civil",
            "guide": {"summary": {"zh": "示例"}, "materials": [{"title": {"zh": "身份证"}}], "source": "测试", "checkedOn": "2026-11-23"},
        });
        guide.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        guide
    };
    let mut guides: Vec<Value> = (1..=70).map(|n| guide(n, json!({}))).collect();
    guides[69]["department"] = json!("health");
    guides[2] = guide(3, json!({"formerIds": ["G00099", "OLD"]}));
    fs::create_dir_all(forms.join("guides")).unwrap();
    let file = json!({"format": "yuntian-guides/1", "guides": guides});
    fs::write(forms.join("guides/G00001.json"), file.to_string()).unwrap();
    forms
}

#[test]
fn the_directory_leads_to_forms_guides_and_what_took_their_place() {
    let forms = catalogue("directory");
    let sq031 = forms.join("items/SQ031/form.json");
    let text = fs::read_to_string(&sq031).unwrap().replacen(
        "\"id\": \"SQ031\",",
        "\"id\": \"SQ031\", \"formerIds\": [\"SQ900\"],",
        1,
    );
    fs::write(&sq031, text).unwrap();
    let out = forms.parent().unwrap().join("packs");
    let output = run(&["pack", "--forms", forms.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let read = |name: &str| -> Value { serde_json::from_slice(&fs::read(out.join(name)).unwrap()).unwrap() };
    let manifest = read("manifest.json");
    let files: Vec<&str> =
        manifest["directory"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    assert_eq!(files.len(), yuntian::catalog::n_shelves(2 + 70 + 3));
    let at = |id: &str| read(files[yuntian::catalog::shelf(id, files.len())])[id].clone();
    assert!(out.join(at("SQ031")["pack"].as_str().unwrap()).exists());
    assert!(out.join(at("SQ031")["sample"].as_str().unwrap()).exists());
    assert_eq!(
        (at("SQ900"), at("G00099"), at("OLD")),
        (json!({"now": "SQ031"}), json!({"now": "G00003"}), json!({"now": "G00003"}))
    );
    assert_eq!(at("NONE"), Value::Null);
    for n in [1, 64, 65, 70] {
        let id = format!("G{n:05}");
        let file = fs::read(out.join(at(&id)["guides"].as_str().unwrap())).unwrap();
        let guides = yuntian::catalog::open_guides(&file).unwrap();
        assert!(guides.len() <= 64 && guides.iter().any(|guide| guide.id.as_str() == id));
        // Cut short or altered, it is refused.
        assert!(yuntian::catalog::open_guides(&file[..file.len() - 1]).is_none());
    }
}

#[test]
fn former_ids_that_belong_to_something_else_are_faults() {
    let forms = catalogue("former");
    let guides = forms.join("guides/G00001.json");
    let text = fs::read_to_string(&guides).unwrap().replacen("\"OLD\"", "\"SQ031\",\"G00005\"", 1);
    fs::write(&guides, text).unwrap();
    let output = run(&["lint", "--forms", forms.to_str().unwrap(), "--json"]);
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let found: Vec<(&str, &str)> = found
        .as_array()
        .unwrap()
        .iter()
        .filter(|fault| fault["code"] == "F083")
        .map(|fault| (fault["severity"].as_str().unwrap(), fault["pointer"].as_str().unwrap()))
        .collect();
    assert_eq!(found, [("error", "/guides/2/formerIds/1"), ("error", "/guides/2/formerIds/2")]);
}

#[test]
fn a_broken_guide_is_a_fault_with_its_place_and_stops_the_pack() {
    let forms = catalogue("broken");
    let guides = forms.join("guides/G00001.json");
    let good = fs::read_to_string(&guides).unwrap();
    for (from, to, code, pointer) in [
        ("\"id\":\"G00002\"", "\"id\":\"X2\"", "F006", "/guides/1/id"),
        ("\"id\":\"G00002\"", "\"id\":\"G00001\"", "F008", "/guides/1/id"),
        ("\"department\":\"civil\"", "\"department\":\"nobody\"", "F006", "/guides/0/department"),
        ("\"source\":\"测试\",", "", "F019", "/guides/0/guide"),
        ("\"materials\"", "\"material\"", "F004", "/guides/0/guide/material"),
    ] {
        fs::write(&guides, good.replacen(from, to, 1)).unwrap();
        let output = run(&["lint", "--forms", forms.to_str().unwrap(), "--json"]);
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        let is_it = |fault: &Value| fault["code"] == code && fault["pointer"] == pointer;
        assert!(found.as_array().unwrap().iter().any(is_it), "{code} {pointer}: {found}");
    }
    let out = forms.parent().unwrap().join("packs");
    let output = run(&["pack", "--forms", forms.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!((output.status.code(), out.exists()), (Some(1), false));
}

/// What the codes of a PDF say, page by page.
fn codes(pdf: &Path) -> Vec<String> {
    let stem = pdf.with_extension("");
    let drawn = Command::new("pdftoppm").args(["-r", "200", "-gray"]).arg(pdf).arg(&stem).status().unwrap();
    assert!(drawn.success());
    let mut pages: Vec<_> =
        fs::read_dir(pdf.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.retain(|path| path.extension().is_some_and(|ending| ending == "pgm"));
    pages.sort();
    let mut found = Vec::new();
    for page in pages {
        let bytes = fs::read(page).unwrap();
        // P5, width, height, 255, and the dots.
        let head: Vec<&[u8]> = bytes.splitn(4, |byte| byte.is_ascii_whitespace()).collect();
        let number = |at: usize| std::str::from_utf8(head[at]).unwrap().parse::<usize>().unwrap();
        let (width, height) = (number(1), number(2));
        let dots = &bytes[bytes.len() - width * height..];
        // A label at a time: eight codes side by side confuse the reader, as they would a telephone.
        let (wide, high) = (width / 2, height / 4);
        for label in 0..8 {
            let (left, top) = (label % 2 * wide, label / 2 * high);
            let dot = |x: usize, y: usize| dots[(top + y) * width + left + x];
            let mut image = rqrr::PreparedImage::prepare_from_greyscale(wide, high, dot);
            found.extend(image.detect_grids().iter().map(|grid| grid.decode().unwrap().1));
        }
    }
    found.sort();
    found
}

#[test]
fn every_code_of_the_sheets_reads_back() {
    let forms = catalogue("qr");
    let folder = forms.parent().unwrap().to_path_buf();
    let packs = folder.join("packs");
    let forms = forms.to_str().unwrap();
    assert_eq!(run(&["pack", "--forms", forms, "--out", packs.to_str().unwrap()]).status.code(), Some(0));
    let fonts = packs.join("fonts");
    let qr = |name: &str, more: &[&str]| {
        fs::create_dir_all(folder.join(name)).unwrap();
        let pdf = folder.join(name).join("codes.pdf");
        let args = [
            "guides",
            "qr",
            "--forms",
            forms,
            "--fonts",
            fonts.to_str().unwrap(),
            "--out",
            pdf.to_str().unwrap(),
        ];
        (run(&[&args, more].concat()), pdf)
    };
    let base = "https://example.org/yuntian";
    let (output, pdf) = qr("all", &["--base", base]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let mut expect: Vec<String> = ["SQ031", "MS01"]
        .map(str::to_owned)
        .into_iter()
        .chain((1..=70).map(|n| format!("G{n:05}")))
        .map(|id| format!("{base}/#/i/{id}"))
        .collect();
    expect.sort();
    assert_eq!(codes(&pdf), expect);
    // The same again is the same file.
    let first = fs::read(&pdf).unwrap();
    qr("all", &["--base", base]);
    assert!(fs::read(&pdf).unwrap() == first);

    let (_, pdf) = qr("some", &["G00070", "SQ031", "--base", base]);
    assert_eq!(codes(&pdf), [format!("{base}/#/i/G00070"), format!("{base}/#/i/SQ031")]);
    let text = Command::new("pdftotext").arg(&pdf).arg("-").output().unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    for word in ["高龄津贴申领", "SQ031", "民政", "汉阳区", "示例"] {
        assert!(text.contains(word), "{word}: {text}");
    }
    let (_, pdf) = qr("department", &["--base", base, "--department", "health"]);
    assert_eq!(codes(&pdf), [format!("{base}/#/i/G00070")]);

    for (more, said) in [
        (&[][..], "baseUrl"),
        (&["--base", "example.org"], "https://"),
        (&["--base", "https://example.org/#/"], "https://"),
        (&["NONE", "--base", base], "NONE"),
        (&["--base", base, "--department", "nobody"], "nobody"),
    ] {
        let (output, pdf) = qr("refused", more);
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(
            (output.status.code(), stderr.contains(said), pdf.exists()),
            (Some(2), true, false),
            "{stderr}"
        );
    }
}
