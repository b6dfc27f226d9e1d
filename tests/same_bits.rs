//! The same seed gives the same bits, natively as in the browser (`web.rs` compares with the same file).
#![cfg(not(target_arch = "wasm32"))]

mod bits;

#[test]
fn the_bits_are_those_that_were_recorded() {
    let all = [(bits::bits(), bits::RECORDED), (bits::bits_of_activations(false), bits::RECORDED_SINCE)];
    for (bits, recorded) in all {
        for (computed, recorded) in bits.lines().zip(recorded.lines()) {
            assert_eq!(computed, recorded);
        }
        assert_eq!(bits, recorded);
    }
}
