//! Counters for the operator, in the text form of Prometheus. Nothing in them tells one person from another.

use axum::http::{Method, StatusCode};
use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{counter::Counter, family::Family, gauge::Gauge},
    registry::Registry,
};

/// All counters of the process.
pub struct Metrics {
    registry: Registry,
    requests: Family<RequestLabels, Counter>,
    /// Responses stored since the process began.
    pub responses: Counter,
    /// Contributions stored by the scoring worker since the process began.
    pub contributions: Counter,
    /// Bindings that are paused because of a fault.
    pub paused_bindings: Gauge,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RequestLabels {
    method: String,
    route: String,
    status: u16,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("heard");
        let requests = Family::<RequestLabels, Counter>::default();
        let responses = Counter::default();
        let contributions = Counter::default();
        let paused_bindings = Gauge::default();
        registry.register("requests", "Requests answered, by route and status", requests.clone());
        registry.register("responses_stored", "Responses stored", responses.clone());
        registry.register("contributions_stored", "Contributions stored by the scoring worker", contributions.clone());
        registry.register("bindings_paused", "Bindings paused because of a fault", paused_bindings.clone());
        Self { registry, requests, responses, contributions, paused_bindings }
    }
}

impl Metrics {
    pub(crate) fn count(&self, method: &Method, route: &str, status: StatusCode) {
        // Anyone can make a method up; each would be a counter.
        let method = if [Method::GET, Method::POST, Method::HEAD].contains(method) { method.as_str() } else { "other" };
        let labels = RequestLabels { method: method.to_owned(), route: route.to_owned(), status: status.as_u16() };
        self.requests.get_or_create(&labels).inc();
    }

    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        // Writing into a String cannot fail.
        encode(&mut text, &self.registry).unwrap_or_default();
        text
    }
}
