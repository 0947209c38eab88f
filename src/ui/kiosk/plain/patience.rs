//! How long a kiosk or a helper's counter waits for somebody to do something.
//!
//! Two clocks are read. The steady one only ever goes on, so a clock that is set back hinders nothing; in some browsers it
//! stands still while the machine sleeps, and then the wall clock tells.

/// How long, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limits {
    /// So long nobody may do anything before the warning comes.
    pub(crate) idle: u64,
    /// So long the warning stands before it is over.
    pub(crate) warning: u64,
}

/// A kiosk clears everything.
pub(crate) const KIOSK: Limits = Limits { idle: 90_000, warning: 30_000 };
/// A counter is locked after five minutes, the warning among them.
pub(crate) const COUNTER: Limits = Limits { idle: 270_000, warning: 30_000 };

/// A moment, by both clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Moment {
    /// Milliseconds of the clock that only goes on.
    pub(crate) steady: u64,
    /// Milliseconds of the clock that people set.
    pub(crate) wall: u64,
}

/// How it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Somebody is there.
    Used,
    /// Nobody was for a while; so many seconds are left.
    Warned(u64),
    /// Nobody is there.
    Over,
}

/// Counts the time in which nothing happened.
#[derive(Debug)]
pub(crate) struct Patience {
    limits: Limits,
    idle: u64,
    last: Moment,
}

impl Patience {
    /// Begins to wait.
    pub(crate) fn from(limits: Limits, now: Moment) -> Self {
        Self { limits, idle: 0, last: now }
    }

    /// Somebody did something.
    pub(crate) fn touched(&mut self, now: Moment) {
        *self = Self::from(self.limits, now);
    }

    /// Time has passed. By the wall clock alone nothing is cleared without the whole warning: somebody may have set it.
    pub(crate) fn tick(&mut self, now: Moment) -> Stage {
        let Limits { idle, warning } = self.limits;
        let passed = |now: u64, last: u64| self.idle + now.saturating_sub(last);
        let by_steady = passed(now.steady, self.last.steady);
        let by_wall = passed(now.wall, self.last.wall).min(idle);
        self.idle = by_steady.max(by_wall);
        self.last = now;
        match (idle + warning).saturating_sub(self.idle) {
            0 => Stage::Over,
            left if self.idle >= idle => Stage::Warned(left.div_ceil(1000)),
            _ => Stage::Used,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(steady_s: u64, wall_s: u64) -> Moment {
        Moment { steady: steady_s * 1000, wall: wall_s * 1000 }
    }

    /// The stage after ticks at these seconds of both clocks.
    fn check(ticks: &[(u64, u64)], expect: Stage) {
        let mut patience = Patience::from(KIOSK, at(0, 1000));
        let stages: Vec<Stage> =
            ticks.iter().map(|(steady, wall)| patience.tick(at(*steady, *wall))).collect();
        assert_eq!(stages.last(), Some(&expect), "{ticks:?}");
    }

    #[test]
    fn ninety_seconds_then_thirty() {
        check(&[(89, 1089)], Stage::Used);
        check(&[(90, 1090)], Stage::Warned(30));
        check(&[(119, 1119)], Stage::Warned(1));
        check(&[(120, 1120)], Stage::Over);
    }

    #[test]
    fn a_counter_waits_five_minutes_with_its_warning() {
        let mut patience = Patience::from(COUNTER, at(0, 0));
        let stages = [269, 270, 299, 300].map(|n| patience.tick(at(n, n)));
        assert_eq!(stages, [Stage::Used, Stage::Warned(30), Stage::Warned(1), Stage::Over]);
    }

    #[test]
    fn a_throttled_timer_comes_late_and_clears_all_the_same() {
        check(&[(60, 1060), (150, 1150)], Stage::Over);
    }

    #[test]
    fn a_clock_set_back_hinders_nothing() {
        check(&[(60, 1060), (90, 10)], Stage::Warned(30));
        check(&[(60, 1060), (90, 10), (120, 0)], Stage::Over);
    }

    #[test]
    fn after_a_sleep_the_warning_comes_first() {
        check(&[(1, 9000)], Stage::Warned(30));
        check(&[(1, 9000), (11, 9010)], Stage::Warned(20));
        check(&[(1, 9000), (31, 9030)], Stage::Over);
    }

    #[test]
    fn a_touch_begins_anew_as_often_as_one_likes() {
        let mut patience = Patience::from(KIOSK, at(0, 0));
        for n in 1..=20 {
            assert_eq!(patience.tick(at(n * 100, n * 100)), Stage::Warned(20));
            patience.touched(at(n * 100, n * 100));
        }
    }
}
