//! How the page is delivered: the headers stand once in `web/headers.json` and once in `index.html`, and whatever else spells
//! them says the same.

use std::{fs, path::Path};

use serde_json::Value;
use yuntian::{
    catalog::{self, Sources},
    model::Date,
};

use crate::{cli_answers::run, cli_fill::scratch};

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

fn text<'a>(value: &'a Value, keys: &[&str]) -> &'a str {
    keys.iter().fold(value, |value, key| &value[*key]).as_str().unwrap()
}

/// The policy that stands in the page, without what only a header can say.
fn policy() -> String {
    let html = read("index.html");
    let (_, rest) = html.split_once(r#"http-equiv="Content-Security-Policy" content=""#).unwrap();
    rest.split_once('"').unwrap().0.to_owned()
}

/// Every header that every answer carries.
fn headers() -> Vec<(String, String)> {
    let all: Value = serde_json::from_str(&read("web/headers.json")).unwrap();
    let whole = [&policy(), "; ", text(&all, &["policy"])].concat();
    let always = all["always"].as_object().unwrap().iter();
    let always = always.map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned()));
    [("Content-Security-Policy".to_owned(), whole)].into_iter().chain(always).collect()
}

/// The lines of a file that begin with some words, without them and without blanks at the ends.
fn lines<'a>(file: &'a str, begin: &str) -> Vec<&'a str> {
    file.lines().filter_map(|line| line.trim().strip_prefix(begin)).map(str::trim).collect()
}

#[test]
fn nginx_sends_the_headers() {
    let conf = read("web/deploy/nginx.conf");
    let mut found = lines(&conf, "add_header ");
    assert_eq!(found.pop(), Some("Cache-Control $yuntian_caching;"));
    let want: Vec<_> = headers().iter().map(|(name, value)| format!("{name} \"{value}\" always;")).collect();
    assert_eq!(found, want);
}

#[test]
fn caddy_sends_the_headers() {
    let conf = read("web/deploy/Caddyfile");
    let (_, block) = conf.split_once("\theader {\n").unwrap();
    let (block, _) = block.split_once("\n\t}").unwrap();
    let found: Vec<_> = block.lines().map(str::trim).collect();
    let want: Vec<_> = headers().iter().map(|(name, value)| format!("{name} \"{value}\"")).collect();
    assert_eq!(found, want);
}

#[test]
fn names_that_last_are_the_same_everywhere() {
    let all: Value = serde_json::from_str(&read("web/headers.json")).unwrap();
    let (names, lasting, changing) = (
        text(&all, &["lasting", "names"]),
        text(&all, &["lasting", "Cache-Control"]),
        text(&all, &["changing", "Cache-Control"]),
    );
    let caddy = read("web/deploy/Caddyfile");
    assert_eq!(lines(&caddy, "@lasting path_regexp "), [names]);
    assert_eq!(lines(&caddy, "header ?Cache-Control "), [format!("\"{changing}\"")]);
    assert_eq!(lines(&caddy, "header @lasting Cache-Control "), [format!("\"{lasting}\"")]);
    let nginx = read("web/deploy/nginx.conf");
    // nginx has a line for each branch; the first ends at a folder.
    let (folder, file) = names.split_once("/|").unwrap();
    let want = [format!("{folder}/\" \"{lasting}\";"), format!("{file}\" \"{lasting}\";")];
    assert_eq!(lines(&nginx, "\"~"), want);
    assert_eq!(lines(&nginx, "default "), [format!("\"{changing}\";")]);
}

#[test]
fn the_policy_is_strict() {
    let policy = policy();
    for part in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types default",
    ] {
        assert!(policy.split("; ").any(|found| found == part), "{part}");
    }
    for word in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "*"] {
        assert!(!policy.contains(word), "{word}");
    }
    // Nothing of the page needs any of these.
    let permissions = headers().into_iter().find(|(name, _)| name == "Permissions-Policy").unwrap().1;
    for feature in ["camera", "microphone", "geolocation", "usb", "serial", "payment"] {
        assert!(permissions.split(", ").any(|part| part == format!("{feature}=()")), "{feature}");
    }
}

#[test]
fn settings_are_documented_key_by_key() {
    let doc = read("docs/deploy.md");
    let settings: Value = serde_json::from_str(&read("forms/settings.json")).unwrap();
    for key in settings.as_object().unwrap().keys() {
        assert!(doc.contains(&format!("| `{key}` |")), "docs/deploy.md has no row for {key}");
    }
}

#[test]
fn one_colour_everywhere() {
    let tokens = read("src/ui/style/1-tokens.css");
    let (_, rest) = tokens.split_once("--yt-accent: ").unwrap();
    let (accent, _) = rest.split_once(';').unwrap();
    assert!(read("index.html").contains(&format!(r#"name="theme-color" content="{accent}""#)));
    assert!(read("web/icon.svg").contains(&format!(r#"fill="{accent}""#)));
    let manifest: Value = serde_json::from_str(&read("web/manifest.webmanifest")).unwrap();
    assert_eq!(manifest["theme_color"], accent);
    // What makes a browser offer to install it.
    for (size, purpose) in [("192x192", None), ("512x512", None), ("512x512", Some("maskable"))] {
        let icons = manifest["icons"].as_array().unwrap();
        let icon = icons
            .iter()
            .find(|icon| icon["sizes"] == size && icon.get("purpose").and_then(Value::as_str) == purpose);
        let name = icon.unwrap()["src"].as_str().unwrap();
        let picture = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("web").join(name)).unwrap();
        // A PNG says its width at byte 16.
        let width: u32 = size.split('x').next().unwrap().parse().unwrap();
        assert_eq!(&picture[16..20], width.to_be_bytes(), "{name}");
    }
}

#[test]
fn lint_and_pack_refuse_settings_past_their_limits() {
    let text = r#"{"format": "yuntian-settings/1", "district": {"zh": "区", "en": "District"}, "division": "42010", "draftDays": 4000, "mode": "kisok"}"#;
    let sources = Sources([("settings.json".to_owned(), text.as_bytes().to_vec())].into());
    let found = catalog::lint_file(&sources, "settings.json", Date::new(2026, 11, 23).unwrap());
    let found: Vec<_> =
        found.iter().map(|found| (found.code.id(), found.place.pointer.as_str(), found.place.line)).collect();
    assert_eq!(
        found,
        [("F006", "/mode", Some(1)), ("F006", "/division", Some(1)), ("F006", "/draftDays", Some(1))]
    );

    let dir = scratch("deploy-settings");
    let settings = dir.join("settings.json");
    fs::create_dir_all(&dir).unwrap();
    fs::write(&settings, text).unwrap();
    let out = dir.join("packs");
    let args = ["pack", "--settings", settings.to_str().unwrap(), "--out", out.to_str().unwrap()];
    let (_, said, code) = run(&args, "");
    assert_eq!(code, 1);
    for part in ["/mode", "/division", "/draftDays"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!out.exists());
}
