//! Long computations in slices on the page's own thread: each ends before the next frame is due, so that the page stays
//! fluid and cancelling takes effect at once.

use crate::platform::{clock, timer};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Milliseconds after which a slice hands the thread back.
const SLICE: f64 = 8.0;

/// A place for one computation at a time; a new one takes the place of the one before. It ends with the view that made
/// it.
#[derive(Clone, Copy, Debug)]
pub struct Slices {
    serial: StoredValue<u64>,
    progress: RwSignal<Option<f64>>,
}

impl Default for Slices {
    fn default() -> Self {
        Self::new()
    }
}

impl Slices {
    /// Nothing is being computed.
    pub fn new() -> Self {
        Self {
            serial: StoredValue::new(0),
            progress: RwSignal::new(None),
        }
    }

    /// How far it is, 0–1; none while nothing is being computed.
    pub fn progress(self) -> Signal<Option<f64>> {
        self.progress.into()
    }

    /// Ends what is being computed.
    pub fn cancel(self) {
        self.serial.update_value(|s| *s += 1);
        self.progress.set(None);
    }

    /// After `wait` milliseconds begins to call `slice` until it is done. It is handed what tells it that it is late, and
    /// gives how far it is: 1 when it is done.
    pub fn start(self, wait: u32, mut slice: impl FnMut(&mut dyn FnMut() -> bool) -> f64 + 'static) {
        self.serial.update_value(|s| *s += 1);
        let serial = self.serial.get_value();
        self.progress.set(Some(0.0));
        spawn_local(async move {
            timer::pause(wait).await;
            // The view may be gone, or something else asked for.
            while self.serial.try_get_value() == Some(serial) {
                let begun = clock::now();
                let done = slice(&mut || clock::now() - begun >= SLICE);
                if done >= 1.0 {
                    self.progress.set(None);
                    return;
                }
                self.progress.set(Some(done));
                timer::pause(0).await;
            }
        });
    }
}
