//! The worker's end: a server with the clock of the machine.

use crate::platform::{clock, panic, worker};
use crate::protocol::{Reply, Server, from_text, to_text};

/// Longest slice, milliseconds: what a newer request waits at most, but for single long steps.
const SLICE: f64 = 5.0;

struct Inside {
    server: Server,
    /// Whether the page knows that this is ready.
    greeted: bool,
}

impl worker::Serve for Inside {
    fn take(&mut self, text: &str) {
        if let Ok(request) = from_text(text) {
            self.server.take(request, clock::now());
        }
    }

    fn advance(&mut self) -> Option<String> {
        let answer = if self.greeted {
            let now = clock::now();
            self.server.advance(now, || clock::now() - now >= SLICE)?
        } else {
            self.greeted = true;
            Reply::Ready
        };
        to_text(&answer).ok()
    }

    fn wait(&self) -> Option<f64> {
        self.server.wait(clock::now())
    }
}

/// Computes for the page, in a worker.
pub fn serve() {
    panic::install();
    worker::serve(Inside {
        server: Server::default(),
        greeted: false,
    });
}
