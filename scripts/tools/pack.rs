//! Takes the compiled program apart into what the first paint needs and what is loaded after it (`src/bin/app.rs` names where
//! it is cut: functions and constants that only a part reaches go into it, as the relocations tell), and makes its bindings.
//!
//!     pack app.wasm OUT          OUT/app.js, OUT/app_bg.wasm, OUT/__wasm_split.js, OUT/split_*.wasm
//!     pack --whole x.wasm OUT    OUT/x.js, OUT/x_bg.wasm: a program without parts

use anyhow::{Context, Result, anyhow, bail};
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support::{Options, transform};

fn main() -> Result<()> {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let whole = args.first().is_some_and(|first| first == "--whole");
    if whole {
        args.remove(0);
    }
    let [input, out] = &args[..] else {
        bail!("usage: pack [--whole] PROGRAM.wasm FOLDER");
    };
    let (input, out) = (Path::new(input), Path::new(out));
    std::fs::create_dir_all(out)?;
    let name = input
        .file_stem()
        .and_then(|stem| stem.to_str())
        .context("a program without a name")?;
    if whole {
        return bind(input, name, out, false);
    }
    let main = split(input, name, out)?;
    bind(&main, name, out, true)?;
    Ok(std::fs::remove_file(main)?)
}

/// Writes the parts; the path of the first of them, which still wants its bindings.
fn split(input: &Path, name: &str, out: &Path) -> Result<PathBuf> {
    let program = std::fs::read(input).with_context(|| input.display().to_string())?;
    let main = out.join(format!("{name}.wasm"));
    let module = format!("./{name}.js");
    let mut options = Options::new(&program);
    options.output_dir = out;
    options.main_out_path = &main;
    options.main_module = &module;
    transform(options).map_err(|error| anyhow!("{error:?}"))?;
    Ok(main)
}

/// The bindings of a program; with parts, the names by which they find it stay.
fn bind(program: &Path, name: &str, out: &Path, parts: bool) -> Result<()> {
    let mut bindings = Bindgen::new();
    bindings
        .web(true)?
        .typescript(false)
        .keep_lld_exports(parts)
        .out_name(name);
    bindings.input_path(program).generate(out)
}
