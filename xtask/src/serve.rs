//! The demo page while somebody works on it.

use crate::build;
use crate::setup;
use crate::sh::{self, Result};
use crate::watch::Snapshot;
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

const PORT: u16 = 5173;
const LOOK_EVERY: Duration = Duration::from_millis(300);
const SERVER_STARTS_WITHIN: Duration = Duration::from_secs(60);

/// `cargo xtask serve [--port N]`
pub(crate) fn serve(arguments: &[String]) -> Result {
    let port = free_port(port(arguments)?)?;
    setup::for_building()?;
    let watched = ["src", "kernels", "Cargo.toml", "Cargo.lock"].map(|name| sh::root().join(name));
    let mut seen = Snapshot::of(&watched);
    engine()?;
    sh::timed("Building what else a page may ask for", build::others)?;
    let mut vite = start_vite(port)?;
    println!("\nGlassnet is at http://127.0.0.1:{port}/ (Ctrl-C ends it)\n");
    loop {
        sleep(LOOK_EVERY);
        if let Some(status) = vite.try_wait().map_err(|error| error.to_string())? {
            return Err(format!("the page's server ended by itself ({status})"));
        }
        let now = Snapshot::of(&watched);
        if now != seen {
            seen = now;
            if let Err(message) = engine() {
                eprintln!("error: {message}\nthe page keeps the engine it has until this is fixed");
            }
        }
    }
}

fn engine() -> Result {
    sh::timed("Building the engine", build::unoptimized)
}

fn port(arguments: &[String]) -> Result<Option<u16>> {
    match arguments {
        [] => Ok(None),
        [flag, number] if flag == "--port" => match number.parse() {
            Ok(port @ 1..) => Ok(Some(port)),
            _ => Err(format!("serve: expected a port from 1 to 65535, received `{number}`")),
        },
        _ => Err(format!("serve: expected nothing or `--port N`, received `{}`", arguments.join(" "))),
    }
}

/// The wanted port or, where none is wanted, the first free one from 5173.
pub(crate) fn free_port(wanted: Option<u16>) -> Result<u16> {
    let mut ports = wanted.map_or(PORT..=PORT + 50, |port| port..=port);
    let tried = wanted.map_or(format!("from {PORT} to {}", PORT + 50), |port| port.to_string());
    ports.find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok()).ok_or_else(|| {
        format!("port {tried}: expected a free one, received one in use; `cargo xtask serve --port N` takes another")
    })
}

fn start_vite(port: u16) -> Result<Child> {
    let mut vite = sh::command("node")
        .args(["xtask/js/serve.js", &port.to_string()])
        // Held open by this process: when it ends, however it does, so does the server.
        .stdin(Stdio::piped())
        .spawn()
        .map_err(|error| format!("cannot start the page's server: {error}"))?;
    let start = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if let Ok(Some(status)) = vite.try_wait() {
            return Err(format!("the page's server did not start ({status})"));
        }
        if start.elapsed() > SERVER_STARTS_WITHIN {
            let _ = vite.kill();
            return Err(format!("the page's server did not answer on port {port} within a minute"));
        }
        sleep(Duration::from_millis(50));
    }
    Ok(vite)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn the_port_is_optional_and_a_bad_one_is_rejected() {
        assert_eq!(port(&[]), Ok(None));
        assert_eq!(port(&words("--port 8080")), Ok(Some(8080)));
        for bad in ["--port", "--port 0", "--port 70000", "--port x", "8080"] {
            let message = port(&words(bad)).unwrap_err();
            assert!(message.contains("expected") && message.contains("received"), "{message}");
        }
    }

    #[test]
    fn a_taken_port_is_rejected_when_it_was_asked_for() {
        let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(free_port(Some(port)).is_err());
    }
}
