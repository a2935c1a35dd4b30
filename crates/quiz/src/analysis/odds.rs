//! The odds of each result when readers answer at random.

/// The odds of one cause. All are chances, 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct CauseOdds {
    /// It leads by itself.
    pub leads: f64,
    /// Its texts are shown: it leads, or is one of a mixed result.
    pub shown: f64,
    /// Its score is in each band, in the order of the quiz's bands.
    pub bands: Vec<f64>,
}

/// The odds of each result. All are chances, 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Odds {
    /// One cause leads.
    pub leads: f64,
    /// The picture is mixed.
    pub mixed: f64,
    /// The picture is mixed, and more causes are close than are shown.
    pub spread: f64,
    /// Nothing stands out.
    pub nothing: f64,
    /// By cause, in the article's order.
    pub causes: Vec<CauseOdds>,
    /// How the odds came about.
    pub method: Method,
}

/// How odds came about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Method {
    /// Exactly, up to the rounding of floating point, over this many vectors of points.
    Exact {
        /// How many there are.
        vectors: usize,
    },
    /// From this many random readers, since there are too many vectors.
    Sampled {
        /// How many readers.
        readers: usize,
        /// Three standard errors of a chance of a half, the widest there is: nearly every figure is this close.
        error: f64,
    },
}
