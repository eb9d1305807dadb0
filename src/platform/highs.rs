//! The exact solver HiGHS in a worker of its own: the only home of that worker. It is loaded when it is first used and
//! cancelled by dropping [`Solving`]; the next use starts a fresh worker from what is loaded.

use js_sys::{Float64Array, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = ntmSolver, catch)]
    async fn parts() -> Result<JsValue, JsValue>;
}

/// What is to be solved.
#[derive(Clone, Debug)]
pub struct Task {
    /// The problem in CPLEX LP format.
    pub text: String,
    /// Names of the columns asked about, separated by line ends.
    pub names: String,
    /// A plan to begin with: values of those columns.
    pub start: Vec<f64>,
    /// Time limit, seconds.
    pub seconds: f64,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The solver could not be loaded or its worker not started; in the browser's words.
    Load(String),
    /// It ran out of memory.
    Memory,
    /// It stopped; in its own words.
    Solver(String),
}

/// How a run of the solver ended.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// `optimal`, `timeLimit`, `infeasible`…, as HiGHS names it.
    pub status: String,
    /// Objective of the best plan.
    pub best: Option<f64>,
    /// No plan has a higher objective.
    pub bound: Option<f64>,
    /// Values of the columns asked about; empty without a plan.
    pub values: Vec<f64>,
}

/// What the solver says.
#[derive(Clone, Debug, PartialEq)]
pub enum SolverMessage {
    /// It is loaded and at work.
    Ready,
    /// How far it is.
    Progress {
        /// Objective of its best plan.
        best: Option<f64>,
        /// No plan has a higher objective.
        bound: Option<f64>,
    },
    /// A better plan than all before.
    Plan {
        /// Objective of the plan, the score 0–1.
        best: f64,
        /// Values of the columns asked about.
        values: Vec<f64>,
    },
    /// It has ended.
    End(End),
    /// It has failed.
    Failed(Failure),
}

/// A worker at work; dropping it ends it at once.
pub struct Solving {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl std::fmt::Debug for Solving {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Solving")
    }
}

impl Drop for Solving {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// Loads the solver if need be and sets it to work; `heard` is told what it says.
///
/// # Errors
/// [`Failure::Load`] if it cannot be loaded or started.
pub async fn solve(task: Task, hear: impl Fn(SolverMessage) + Clone + 'static) -> Result<Solving, Failure> {
    let load = |error: JsValue| Failure::Load(words(&error));
    let parts = parts().await.map_err(load)?;
    let script = field(&parts, "script").as_string().unwrap_or_default();
    let worker = Worker::new(&script).map_err(load)?;
    let tell = hear.clone();
    let on_message = Closure::new(move |event: MessageEvent| {
        if let Some(solver_message) = read(&event.data()) {
            tell(solver_message);
        }
    });
    let on_error = Closure::new(move |event: ErrorEvent| {
        event.prevent_default();
        hear(SolverMessage::Failed(Failure::Load(event.message())));
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    let solving = Solving {
        worker,
        _on_message: on_message,
        _on_error: on_error,
    };
    let message = Object::new();
    let members: [(&str, JsValue); 5] = [
        ("module", field(&parts, "module")),
        ("text", task.text.into()),
        ("names", task.names.into()),
        ("start", Float64Array::from(task.start.as_slice()).into()),
        ("seconds", task.seconds.into()),
    ];
    for (name, value) in members {
        Reflect::set(&message, &name.into(), &value).map_err(load)?;
    }
    solving.worker.post_message(&message).map_err(load)?;
    Ok(solving)
}

fn read(data: &JsValue) -> Option<SolverMessage> {
    let number = |name: &str| field(data, name).as_f64();
    let values = || field(data, "values").dyn_into::<Float64Array>().map(|v| v.to_vec());
    Some(match field(data, "kind").as_string()?.as_str() {
        "ready" => SolverMessage::Ready,
        "progress" => SolverMessage::Progress {
            best: number("best"),
            bound: number("bound"),
        },
        "plan" => SolverMessage::Plan {
            best: number("best")?,
            values: values().ok()?,
        },
        "end" => SolverMessage::End(End {
            status: field(data, "status").as_string().unwrap_or_default(),
            best: number("best"),
            bound: number("bound"),
            values: values().unwrap_or_default(),
        }),
        "failed" if field(data, "memory").is_truthy() => SolverMessage::Failed(Failure::Memory),
        "failed" => SolverMessage::Failed(Failure::Solver(field(data, "words").as_string().unwrap_or_default())),
        _ => return None,
    })
}

fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn words(error: &JsValue) -> String {
    let own = error.dyn_ref::<js_sys::Error>().map(|e| String::from(e.message()));
    own.or_else(|| error.as_string()).unwrap_or_default()
}
