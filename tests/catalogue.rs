//! What is generated from the catalogue: types for JavaScript, the page's choices, a page of the documentation. After a
//! change `UPDATE_CATALOGUE=1 cargo test --test catalogue` writes them anew.
#![cfg(not(target_arch = "wasm32"))]

#[path = "catalogue/hints.rs"]
mod hints;

use glassnet::catalogue::{Kind, Thing, ThingSetting, catalogue};
use glassnet::nn::SettingValue;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// The things of a kind.
fn things<'a>(kinds: &'a [Kind], name: &str) -> &'a [Thing] {
    &kinds.iter().find(|kind| kind.name == name).unwrap_or_else(|| panic!("{name}")).things
}

/// Compares a file with what it should be, or writes it.
fn file_is(path: &str, expected: &str) {
    let file = root().join(path);
    if std::env::var_os("UPDATE_CATALOGUE").is_some() {
        fs::write(&file, expected).unwrap();
    }
    let received = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        received == expected,
        "{path} is not what the catalogue says; UPDATE_CATALOGUE=1 cargo test --test catalogue writes it. \
         Expected:\n{expected}"
    );
}

// ---- types for JavaScript

/// `"a" | "b"`, broken before 120 columns.
fn union(names: impl IntoIterator<Item = String>) -> String {
    let mut lines = vec![String::from(" ")];
    for name in names {
        let last = lines.last_mut().unwrap();
        let member = format!(" | \"{name}\"");
        if last.len() + member.len() > 119 {
            lines.push(format!(" {member}"));
        } else {
            *last += &member;
        }
    }
    format!("\n{}", lines.join("\n"))
}

fn union_type(doc: &str, name: &str, names: Vec<String>) -> String {
    format!("/** {doc} */\nexport type {name} ={};\n\n", union(names))
}

fn names(things: &[Thing]) -> Vec<String> {
    things.iter().map(|thing| thing.name.to_string()).collect()
}

fn aliases(things: &[Thing]) -> Vec<String> {
    things.iter().flat_map(|thing| &thing.aliases).map(ToString::to_string).collect()
}

/// A name as TensorFlow.js writes it: `meanSquaredError`.
fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_string();
    words.fold(first, |camel, word| camel + &word[..1].to_uppercase() + &word[1..])
}

/// Names as TensorFlow.js writes them, where Keras writes them in another way.
fn camel_case_names(things: &[Thing]) -> Vec<String> {
    things
        .iter()
        .map(|thing| camel_case(thing.name))
        .filter(|name| things.iter().all(|thing| thing.name != name))
        .collect()
}

/// Names, aliases and classes: all by which Keras knows the things, and the names as TensorFlow.js writes them.
fn all_names(things: &[Thing]) -> Vec<String> {
    let classes = things.iter().map(|thing| thing.class.clone());
    let mut all: Vec<String> = names(things).into_iter().chain(aliases(things)).chain(classes).collect();
    all.extend(camel_case_names(things));
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|name| seen.insert(name.clone()));
    all
}

/// A value as JavaScript writes it; nothing where there is no default.
fn literal(value: &SettingValue) -> Option<String> {
    match value {
        SettingValue::Nothing => Some("null".to_string()),
        SettingValue::Single(number) | SettingValue::Count(number) if number.is_nan() => None,
        SettingValue::Single(number) | SettingValue::Count(number) => Some(number.to_string()),
        SettingValue::Double(number) => {
            Some(if *number == 0.0 || number.abs() >= 1e-5 { number.to_string() } else { format!("{number:e}") })
        }
        SettingValue::Flag(flag) => Some(flag.to_string()),
        SettingValue::Choice(word) => Some(format!("\"{word}\"")),
        SettingValue::List(_) | SettingValue::Counts(_) => None,
    }
}

fn type_of(setting: &ThingSetting) -> String {
    if !setting.choices.is_empty() {
        return setting.choices.iter().map(|choice| format!("\"{choice}\"")).collect::<Vec<_>>().join(" | ");
    }
    if setting.keras_name == "axis" {
        return "0 | 1 | readonly [0, 1]".to_string();
    }
    let name = match setting.default {
        SettingValue::Flag(_) => "boolean",
        SettingValue::List(_) | SettingValue::Counts(_) => "number[]",
        SettingValue::Nothing
        | SettingValue::Single(_)
        | SettingValue::Double(_)
        | SettingValue::Count(_)
        | SettingValue::Choice(_) => "number",
    };
    name.to_string()
}

/// An interface of all the settings that things of a kind have, each with the things that take it.
fn settings_interface(doc: &str, name: &str, things: &[Thing], left_out: &[&str]) -> String {
    let mut fields: Vec<(String, String, Vec<String>)> = Vec::new();
    for thing in things {
        for setting in thing.settings.iter().filter(|setting| !left_out.contains(&setting.keras_name)) {
            let default = match literal(&setting.default).as_deref() {
                None => String::new(),
                Some("null") => ", none by default".to_string(),
                Some(default) => format!(", {default} by default"),
            };
            let of = format!("`{}`{default}", thing.name);
            let former =
                setting.former_name.iter().map(|former| (former, format!("`{}`, as before Keras 3", thing.name)));
            for (name, of) in [(&setting.name, of)].into_iter().chain(former) {
                match fields.iter_mut().find(|(known, ..)| known == name) {
                    Some((.., takers)) => takers.push(of),
                    None => fields.push((name.clone(), type_of(setting), vec![of])),
                }
            }
        }
    }
    let line = |(name, of_type, takers): &(String, String, Vec<String>)| {
        let mut doc = vec![String::from("  /** Of")];
        for (idx, taker) in takers.iter().enumerate() {
            let part = format!(" {taker}{}", if idx + 1 < takers.len() { ";" } else { ". */" });
            if doc.last().unwrap().len() + part.len() > 119 {
                doc.push("   *".to_string());
            }
            *doc.last_mut().unwrap() += &part;
        }
        format!("{}\n  {name}?: {of_type};\n", doc.join("\n"))
    };
    let fields: String = fields.iter().map(line).collect();
    format!("/** {doc} */\nexport interface {name} {{\n{fields}}}\n\n")
}

fn schedule_types(things: &[Thing]) -> String {
    let member = |thing: &Thing| {
        let setting = |setting: &ThingSetting| {
            let optional = if setting.is_required { "" } else { "?" };
            format!("{}{optional}: {}", setting.name, type_of(setting))
        };
        let settings: Vec<String> = thing.settings.iter().map(setting).collect();
        format!("\n  | {{\n      name: \"{}\";\n      {};\n    }}", thing.name, settings.join(";\n      "))
    };
    let doc = "A learning rate that changes with the iterations; the settings are those of Keras's class.";
    format!("/** {doc} */\nexport type Schedule ={};\n\n", things.iter().map(member).collect::<String>())
}

const BEGIN: &str = "// Generated from the catalogue: see tests/catalogue.rs.\n\n";
const END: &str = "// End of what is generated.\n";

fn types(kinds: &[Kind]) -> String {
    let of = |name: &str| things(kinds, name);
    let classes = of("optimizer").iter().map(|thing| thing.class.clone()).collect();
    // Tables have no settings.
    let (tables, generators): (Vec<Thing>, Vec<Thing>) =
        of("data set").iter().cloned().partition(|set| set.settings.is_empty());
    [
        union_type("The name of an activation function.", "ActivationName", names(of("activation"))),
        union_type(
            "Other names of activation functions; all are read in any case, with underscores or without.",
            "ActivationAlias",
            [aliases(of("activation")), camel_case_names(of("activation"))].concat(),
        ),
        settings_interface(
            "What an activation is set to; each takes its own and rejects the others.",
            "ActivationSettings",
            of("activation"),
            &[],
        ),
        union_type(
            "The name of a loss: Keras's, its short names and its classes, and TensorFlow.js's.",
            "LossName",
            all_names(of("loss")),
        ),
        settings_interface("What a loss is set to.", "LossSettings", of("loss"), &[]),
        union_type(
            "The name of an optimizer; it is read in any case, as `\"Adam\"` and `\"SGD\"`.",
            "OptimizerName",
            names(of("optimizer")),
        ),
        union_type("The name of an optimizer's class.", "OptimizerClass", classes),
        settings_interface(
            "What an optimizer is set to.",
            "OptimizerSettings",
            of("optimizer"),
            &["learning_rate", "weight_decay"],
        ),
        union_type(
            "The name of a metric; the history has it as it is written here, `rmse` and `r2` by their full names.",
            "MetricName",
            all_names(of("metric")),
        ),
        settings_interface("What a metric is set to.", "MetricSettings", of("metric"), &[]),
        union_type("The name of an initializer.", "InitializerName", all_names(of("initializer"))),
        settings_interface("What an initializer is set to.", "InitializerSettings", of("initializer"), &[]),
        union_type("The name of a regularizer.", "RegularizerName", all_names(of("regularizer"))),
        union_type("The name of a constraint.", "ConstraintName", all_names(of("constraint"))),
        settings_interface("What a constraint is set to.", "ConstraintSettings", of("constraint"), &[]),
        schedule_types(of("schedule")),
        union_type("The name of a table that is built in.", "BuiltinTableName", names(&tables)),
        union_type("The name of a small problem that is made from a seed.", "GeneratorName", names(&generators)),
        union_type("The kind of a hint.", "HintCode", hints::codes().into_iter().map(String::from).collect()),
    ]
    .concat()
}

#[test]
fn the_types_for_javascript_are_those_of_the_catalogue() {
    let path = "src/bindings/types.d.ts";
    let text = fs::read_to_string(root().join(path)).unwrap();
    let (before, rest) = text.split_once(BEGIN).expect("the mark where it begins");
    let (_, after) = rest.split_once(END).expect("the mark where it ends");
    file_is(path, &format!("{before}{BEGIN}{}{END}{after}", types(&catalogue())));
}

// ---- the page's choices

fn page(kinds: &[Kind]) -> String {
    let value = |value: &SettingValue| literal(value).unwrap_or_else(|| "null".to_string());
    let setting = |setting: &ThingSetting| {
        format!(
            "{{ name: \"{}\", keras: \"{}\", default: {}, required: {} }}",
            setting.name,
            setting.keras_name,
            value(&setting.default),
            setting.is_required
        )
    };
    let list = |items: Vec<String>| format!("[{}]", items.join(", "));
    let quoted = |text: &str| format!("\"{text}\"");
    let thing = |thing: &Thing| {
        format!(
            "    {{ name: \"{}\", aliases: {}, common: {},{} task: {}, settings: {} }},\n",
            thing.name,
            list(thing.aliases.iter().map(|alias| quoted(alias)).collect()),
            thing.is_common,
            if thing.is_api_only { " offered: false," } else { "" },
            thing.task.map_or("null".to_string(), quoted),
            list(thing.settings.iter().map(setting).collect())
        )
    };
    let kind = |kind: &Kind| {
        let things: String = kind.things.iter().map(thing).collect();
        format!("  \"{}\": [\n{things}  ],\n", kind.name)
    };
    format!(
        "// Generated from the engine's catalogue: see tests/catalogue.rs. Do not edit.\n\n\
         /**\n * @typedef {{{{ name: string, keras: string, default: number | boolean | string | null, required: boolean }}}} Setting\n \
         * @typedef {{{{\n *   name: string,\n *   aliases: readonly string[],\n *   common: boolean,\n \
         *   offered?: boolean,\n *   task: string | null,\n *   settings: readonly Setting[],\n * }}}} Thing\n */\n\n\
         // prettier-ignore\n/** @type {{Record<string, readonly Thing[]>}} */\nexport const CATALOGUE = {{\n{}}};\n",
        kinds.iter().filter(|kind| !matches!(kind.name, "constraint" | "data set")).map(kind).collect::<String>()
    )
}

#[test]
fn the_pages_choices_are_those_of_the_catalogue() {
    file_is("www/src/experiment/catalogue.js", &page(&catalogue()));
}

/// The data sets are a file of their own: every scene loads it.
fn data_sets(kinds: &[Kind]) -> String {
    let set = |set: &Thing| format!("  {{ name: \"{}\", task: \"{}\" }},\n", set.name, set.task.unwrap());
    format!(
        "// Generated from the engine's catalogue: see tests/catalogue.rs. Do not edit.\n\n\
         /** @type {{readonly {{ name: string, task: \"regression\" | \"binary\" | \"multiclass\" }}[]}} */\n\
         export const DATA_SETS = [\n{}];\n",
        things(kinds, "data set").iter().map(set).collect::<String>()
    )
}

#[test]
fn the_pages_data_sets_are_those_of_the_catalogue() {
    file_is("www/src/experiment/data-sets.js", &data_sets(&catalogue()));
}

// ---- the documentation

fn document(kinds: &[Kind]) -> String {
    let code = |text: &str| format!("`{}`", text.replace('|', "\\|"));
    let row = |thing: &Thing| {
        let setting = |setting: &ThingSetting| {
            let default =
                literal(&setting.default).map_or("no default".to_string(), |default| match default.as_str() {
                    "null" => "none".to_string(),
                    _ => default,
                });
            let range = match setting.choices.is_empty() {
                true if setting.range == "any" => String::new(),
                true => format!(", {}", setting.range),
                false => format!(", one of {}", setting.choices.join(", ")),
            };
            format!("{} ({default}{range})", code(setting.keras_name))
        };
        let settings: Vec<String> = thing.settings.iter().map(setting).collect();
        let aliases: Vec<String> = thing.aliases.iter().map(|alias| code(alias)).collect();
        format!(
            "| {} | {} | {} | {} |\n",
            code(thing.name),
            aliases.join(", "),
            code(thing.formula),
            settings.join(", ")
        )
    };
    let section = |kind: &Kind| {
        let title = kind.name[..1].to_uppercase() + &kind.name[1..];
        let rows: String = kind.things.iter().map(row).collect();
        format!("\n## {title}\n\n| name | also | computes | settings (default, range) |\n|---|---|---|---|\n{rows}")
    };
    format!(
        "# Catalogue\n\nWhat Glassnet has of Keras, by Keras's names. This page is generated from the engine \
         (`tests/catalogue.rs`).\n\n`z` is a pre-activation, `p` a prediction, `t` a target, `w` a weight, `g` its gradient, \
         `i` an iteration.\n{}\n{}",
        kinds.iter().map(section).collect::<String>(),
        hints::section()
    )
}

#[test]
fn the_documentation_is_that_of_the_catalogue() {
    file_is("docs/catalogue.md", &document(&catalogue()));
}

// ---- one list

/// All source files below a folder whose names end so.
fn files(folder: &Path, ends: &[&str], found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && !name.starts_with("pkg") && name != "locales" {
            files(&path, ends, found);
        } else if ends.iter().any(|end| name.ends_with(end)) {
            found.push(path);
        }
    }
}

/// The first list in a text with three of these names: quoted words with nothing but commas and bars between.
fn second_list(text: &str, names: &[String]) -> Option<String> {
    let mut list: Vec<&str> = Vec::new();
    let mut parts = text.split('"');
    while let Some(between) = parts.next() {
        if !between.chars().all(|letter| letter.is_whitespace() || matches!(letter, ',' | '|')) {
            list.clear();
        }
        list.extend(parts.next());
        if list.iter().filter(|word| names.iter().any(|name| name == *word)).count() >= 3 {
            return Some(list.join(", "));
        }
    }
    None
}

/// What is generated of the page's sources.
const GENERATED: [&str; 2] = ["experiment/catalogue.js", "experiment/data-sets.js"];

#[test]
fn no_source_has_a_second_list_of_a_kind() {
    let mut kinds: Vec<(&str, Vec<String>)> = catalogue().iter().map(|kind| (kind.name, names(&kind.things))).collect();
    kinds.push(("hint", hints::codes().into_iter().map(String::from).collect()));
    let mut found = Vec::new();
    files(&root().join("src"), &[".rs"], &mut found);
    for folder in ["www/src", "www/author", "www/demo", "www/gallery"] {
        files(&root().join(folder), &[".js", ".html"], &mut found);
    }
    for file in found.iter().filter(|file| !GENERATED.iter().any(|name| file.ends_with(name))) {
        let text = fs::read_to_string(file).unwrap();
        let is_test_or_keras = file.ends_with("tests.rs") || file.ends_with("keras_names.rs");
        let code = if is_test_or_keras { "" } else { text.split("#[cfg(test)]").next().unwrap() };
        for (kind, names) in &kinds {
            let second = second_list(code, names);
            assert_eq!(second, None, "{}: a second list of the kind {kind}", file.display());
        }
    }
}

#[test]
fn a_second_list_would_be_found() {
    let kinds = catalogue();
    let list = "const NAMES = [\"relu\", \"elu\", \"tanh\"];";
    assert!(second_list(list, &names(things(&kinds, "activation"))).is_some());
    assert_eq!(second_list(list, &names(things(&kinds, "loss"))), None);
}

/// Where the things of a kind lie, a file each, and the files that they share.
const FOLDERS: [(&str, &str, &[&str]); 4] = [
    ("activation", "src/nn/activation", &["mod", "supported", "tests"]),
    ("loss", "src/nn/loss", &["mod", "tests", "crossentropy", "row"]),
    ("optimizer", "src/nn/optimizer", &["mod", "tests", "clip", "state"]),
    ("data set", "src/data/builtin", &["mod", "gate", "points"]),
];

#[test]
fn every_thing_has_a_file_of_its_name_and_every_file_is_in_the_catalogue() {
    let kinds = catalogue();
    for (kind, folder, shared) in FOLDERS {
        let mut expected: Vec<&str> =
            things(&kinds, kind).iter().map(|thing| thing.name).chain(shared.to_vec()).collect();
        let mut paths = Vec::new();
        files(&root().join(folder), &[".rs"], &mut paths);
        let mut found: Vec<_> = paths.iter().map(|file| file.file_stem().unwrap().to_string_lossy()).collect();
        expected.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, expected, "{folder}");
    }
}

#[test]
fn names_and_aliases_of_a_kind_are_told_apart() {
    for Kind { name, things } in catalogue() {
        let mut seen = std::collections::BTreeSet::new();
        for taken in names(&things).into_iter().chain(aliases(&things)) {
            assert!(seen.insert(taken.clone()), "{name} {taken}");
        }
    }
}
