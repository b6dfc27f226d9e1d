//! Orthogonal kernels. Source: <https://keras.io/api/layers/initializers/#orthogonal-class>.

use super::Random;

/// A vector that is no longer than this, once the earlier ones are taken off it, is drawn again.
const SHORTEST: f64 = 1e-6;

/// Fills a kernel `[inputs, units]`, row by row, with `gain` times orthonormal columns, or rows where there are fewer of them.
///
/// Normal vectors, made orthonormal one after the other by Gram and Schmidt: that is the Q of Keras's QR decomposition with
/// the signs that Keras gives it, so every such matrix is equally likely.
pub(super) fn fill(random: &mut Random, gain: f32, units: usize, kernel: &mut [f32]) {
    let inputs = kernel.len() / units.max(1);
    let (length, count) = (inputs.max(units), inputs.min(units));
    let mut vectors: Vec<f64> = Vec::with_capacity(length * count);
    while vectors.len() < length * count {
        let mut drawn: Vec<f64> = (0..length).map(|_| f64::from(random.normal())).collect();
        for former in vectors.chunks_exact(length) {
            let along: f64 = former.iter().zip(&drawn).map(|(a, b)| a * b).sum();
            drawn.iter_mut().zip(former).for_each(|(number, former)| *number -= along * former);
        }
        let norm = drawn.iter().map(|number| number * number).sum::<f64>().sqrt();
        if norm > SHORTEST {
            vectors.extend(drawn.iter().map(|number| number / norm));
        }
    }
    for (input, row) in kernel.chunks_exact_mut(units.max(1)).enumerate() {
        for (unit, number) in row.iter_mut().enumerate() {
            let (vector, place) = if inputs < units { (input, unit) } else { (unit, input) };
            *number = gain * vectors[vector * length + place] as f32;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The products of all pairs of vectors: columns of a kernel, or rows.
    fn products(inputs: usize, units: usize, gain: f32) -> Vec<(usize, usize, f64)> {
        let mut kernel = vec![0.0; inputs * units];
        fill(&mut Random::new(5), gain, units, &mut kernel);
        let wide = inputs < units;
        let vector = |v: usize| -> Vec<f64> {
            let number = |place: usize| if wide { kernel[v * units + place] } else { kernel[place * units + v] };
            (0..inputs.max(units)).map(|place| f64::from(number(place))).collect()
        };
        let pairs = (0..inputs.min(units)).flat_map(|a| (0..inputs.min(units)).map(move |b| (a, b)));
        pairs.map(|(a, b)| (a, b, vector(a).iter().zip(vector(b)).map(|(a, b)| a * b).sum())).collect()
    }

    #[test]
    fn columns_or_the_fewer_rows_are_orthonormal_times_the_gain() {
        for (inputs, units) in [(1, 1), (4, 4), (60, 40), (40, 60), (1, 7), (7, 1)] {
            for (a, b, product) in products(inputs, units, 0.5) {
                let expected = if a == b { 0.25 } else { 0.0 };
                assert!((product - expected).abs() < 1e-6, "{inputs} x {units}: {a} {b} {product}");
            }
        }
    }

    #[test]
    fn every_direction_is_equally_likely() {
        // The mean of a coordinate of 4,000 unit vectors of length 4 has a deviation of 1 / (2 √4000), its square of 0.0033.
        let mut random = Random::new(9);
        let (mut mean, mut square) = (0.0, 0.0);
        for _ in 0..4000 {
            let mut kernel = [0.0; 16];
            fill(&mut random, 1.0, 4, &mut kernel);
            mean += f64::from(kernel[3]) / 4000.0;
            square += f64::from(kernel[3]).powi(2) / 4000.0;
        }
        assert!(mean.abs() < 0.03, "{mean}");
        assert!((square - 0.25).abs() < 0.015, "{square}");
    }
}
