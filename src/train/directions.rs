//! The two directions in which points lie furthest apart.

use crate::sorted::order;

/// Two orthogonal directions of length 1, and the share of the points' variance that lies in their plane.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Directions {
    pub(super) axes: [Vec<f64>; 2],
    pub(super) explained: f64,
}

/// Variances below this share of the largest are what rounding leaves.
const NOTHING: f64 = 1e-12;

/// The main directions of points about their mean, by the small matrix of their inner products; the largest component
/// of each direction is above 0. Where points lie on a line or at one place, the rest is filled with coordinate axes.
///
/// Costs `points² · width / 2` products. `width` is at least 2.
pub(super) fn main_directions(points: &[&[f32]], width: usize) -> Directions {
    let mean = mean(points, width);
    let count = points.len();
    let mut gram = vec![0.0; count * count];
    for i in 0..count {
        for j in 0..=i {
            let products = points[i].iter().zip(points[j]).zip(&mean);
            let product = products.map(|((a, b), mean)| (f64::from(*a) - mean) * (f64::from(*b) - mean)).sum();
            gram[i * count + j] = product;
            gram[j * count + i] = product;
        }
    }
    let total: f64 = (0..count).map(|i| gram[i * count + i]).sum();
    let (values, vectors) = eigen(gram, count);
    let order = order(count, &|a, b| values[b].total_cmp(&values[a]));
    let largest = order.first().map_or(0.0, |&at| values[at]);
    let mut axes: Vec<Vec<f64>> = Vec::new();
    let mut explained = 0.0;
    for &at in order.iter().take(2).filter(|&&at| values[at] > NOTHING * largest) {
        let mut axis = vec![0.0; width];
        for (i, point) in points.iter().enumerate() {
            let share = vectors[i * count + at];
            let parts = axis.iter_mut().zip(point.iter().zip(&mean));
            parts.for_each(|(axis, (value, mean))| *axis += share * (f64::from(*value) - mean));
        }
        axes.push(with_sign(of_length_one(axis)));
        explained += values[at];
    }
    let first = axes.first().cloned().unwrap_or_else(|| across(None, width));
    let second = axes.get(1).cloned().unwrap_or_else(|| across(Some(&first), width));
    Directions { axes: [first, second], explained: if total > 0.0 { explained / total } else { 1.0 } }
}

fn mean(points: &[&[f32]], width: usize) -> Vec<f64> {
    let mut mean = vec![0.0; width];
    for point in points {
        mean.iter_mut().zip(*point).for_each(|(sum, value)| *sum += f64::from(*value));
    }
    mean.iter_mut().for_each(|sum| *sum /= points.len() as f64);
    mean
}

/// A direction across `axis`: the coordinate that it has least of, without what is along it.
fn across(axis: Option<&[f64]>, width: usize) -> Vec<f64> {
    let part = |at: usize| axis.map_or(0.0, |axis| axis[at]);
    let least = (0..width).fold(0, |least, at| if part(at).abs() < part(least).abs() { at } else { least });
    let along = part(least);
    of_length_one((0..width).map(|at| f64::from(u8::from(at == least)) - along * part(at)).collect())
}

fn of_length_one(mut axis: Vec<f64>) -> Vec<f64> {
    let length = axis.iter().map(|part| part * part).sum::<f64>().sqrt();
    axis.iter_mut().for_each(|part| *part /= length);
    axis
}

fn with_sign(mut axis: Vec<f64>) -> Vec<f64> {
    let largest = axis.iter().fold(0.0_f64, |largest, part| if part.abs() > largest.abs() { *part } else { largest });
    if largest < 0.0 {
        axis.iter_mut().for_each(|part| *part = -*part);
    }
    axis
}

/// The eigenvalues of a symmetric matrix, and its eigenvectors as the columns of a second one: Jacobi's rotations.
fn eigen(mut matrix: Vec<f64>, count: usize) -> (Vec<f64>, Vec<f64>) {
    let mut vectors = vec![0.0; count * count];
    (0..count).for_each(|i| vectors[i * count + i] = 1.0);
    let size: f64 = matrix.iter().map(|value| value * value).sum();
    for _ in 0..60 {
        let off_diagonal = |matrix: &[f64]| -> f64 {
            let square = |at: usize| if at.is_multiple_of(count + 1) { 0.0 } else { matrix[at] * matrix[at] };
            (0..matrix.len()).map(square).sum()
        };
        if off_diagonal(&matrix) <= 1e-30 * size {
            break;
        }
        for p in 0..count {
            for q in p + 1..count {
                rotate(&mut matrix, &mut vectors, count, p, q);
            }
        }
    }
    ((0..count).map(|i| matrix[i * count + i]).collect(), vectors)
}

/// Turns the plane of `p` and `q` so that their common entry becomes 0.
fn rotate(matrix: &mut [f64], vectors: &mut [f64], count: usize, p: usize, q: usize) {
    let common = matrix[p * count + q];
    if common == 0.0 {
        return;
    }
    let theta = (matrix[q * count + q] - matrix[p * count + p]) / (2.0 * common);
    // The smaller of the two angles; where theta² overflows, it is 0 as it should be.
    let tangent = if theta < 0.0 { -1.0 } else { 1.0 } / (theta.abs() + (theta * theta + 1.0).sqrt());
    let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
    let sine = tangent * cosine;
    let turn = |numbers: &mut [f64], a: usize, b: usize| {
        let (x, y) = (numbers[a], numbers[b]);
        numbers[a] = cosine * x - sine * y;
        numbers[b] = sine * x + cosine * y;
    };
    for i in 0..count {
        turn(matrix, i * count + p, i * count + q);
    }
    for i in 0..count {
        turn(matrix, p * count + i, q * count + i);
        turn(vectors, i * count + p, i * count + q);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dot(a: &[f64], b: &[f64]) -> f64 {
        a.iter().zip(b).map(|(a, b)| a * b).sum()
    }

    #[test]
    fn points_of_a_known_plane_give_it_back() {
        // Half as far along (0, 3, 4) / 5 as along (1, 0, 0), about (7, -2, 1).
        let point = |a: f32, b: f32| [7.0 + 4.0 * a, -2.0 + 3.0 * b * 0.4, 1.0 + 4.0 * b * 0.4];
        let points = [point(1.0, 1.0), point(-1.0, 1.0), point(-1.0, -1.0), point(1.0, -1.0)];
        let points: Vec<&[f32]> = points.iter().map(|point| point.as_slice()).collect();
        let found = main_directions(&points, 3);
        for (axis, expected) in found.axes.iter().zip([[1.0, 0.0, 0.0], [0.0, 0.6, 0.8]]) {
            assert!(axis.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-6), "{axis:?}");
        }
        assert!((found.explained - 1.0).abs() < 1e-12);
    }

    #[test]
    fn the_share_is_that_of_the_two_largest_variances() {
        let points =
            [[3.0, 0.0, 0.0], [-3.0, 0.0, 0.0], [0.0, 2.0, 0.0], [0.0, -2.0, 0.0], [0.0, 0.0, 1.0], [0.0, 0.0, -1.0]];
        let points: Vec<&[f32]> = points.iter().map(|point| point.as_slice()).collect();
        let found = main_directions(&points, 3);
        assert!((found.explained - 13.0 / 14.0).abs() < 1e-12, "{}", found.explained);
    }

    #[test]
    fn points_on_a_line_or_at_one_place_still_span_a_plane() {
        let line: [&[f32]; 3] = [&[0.0, 0.0, 0.0], &[-1.0, -1.0, 0.0], &[-2.0, -2.0, 0.0]];
        let place: [&[f32]; 2] = [&[1.0, 2.0, 3.0]; 2];
        for found in [main_directions(&line, 3), main_directions(&place, 3)] {
            let [a, b] = &found.axes;
            assert!((dot(a, a) - 1.0).abs() < 1e-12 && (dot(b, b) - 1.0).abs() < 1e-12 && dot(a, b).abs() < 1e-12);
            assert!((found.explained - 1.0).abs() < 1e-12);
        }
        assert!(main_directions(&line, 3).axes[0][0] > 0.7, "the sign is fixed");
    }
}
