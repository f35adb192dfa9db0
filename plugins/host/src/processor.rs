//! The processor: how much of it a thread has used, and who goes first.

use std::time::Duration;

/// Has everything else go before this thread (elsewhere than on Linux: nothing). A page that somebody waits for takes
/// the processor from a plugin at once; a plugin that has it to itself is as quick as ever.
pub fn stand_back() {
    #[cfg(target_os = "linux")]
    {
        use thread_priority::unix::{set_thread_priority_and_policy, thread_native_id};
        use thread_priority::{NormalThreadSchedulePolicy, ThreadPriority, ThreadSchedulePolicy};
        // Niceness would only make its turns shorter: whoever wakes up would still wait for one to end. A refusal leaves
        // the thread where it is.
        let idle = ThreadSchedulePolicy::Normal(NormalThreadSchedulePolicy::Idle);
        let _refused = set_thread_priority_and_policy(thread_native_id(), ThreadPriority::Min, idle);
    }
}

/// The processor time that this thread has used.
#[cfg(unix)]
pub(crate) fn time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap_or(0), time.tv_nsec.try_into().unwrap_or(0))
}

/// Where the processor does not say: the time since somebody first asked.
#[cfg(not(unix))]
pub(crate) fn time() -> Duration {
    static BEGAN: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    BEGAN.elapsed()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use thread_priority::unix::thread_schedule_policy;
    use thread_priority::{NormalThreadSchedulePolicy, ThreadSchedulePolicy};

    #[test]
    fn a_thread_that_stands_back_is_idle_and_its_time_is_told() {
        let stands_back = || {
            super::stand_back();
            thread_schedule_policy().expect("a thread has a policy")
        };
        let policy = std::thread::spawn(stands_back).join().expect("it ends");
        assert_eq!(policy, ThreadSchedulePolicy::Normal(NormalThreadSchedulePolicy::Idle));
        let began = super::time();
        while super::time() == began {
            std::hint::black_box(began);
        }
    }
}
