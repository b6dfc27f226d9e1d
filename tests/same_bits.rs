//! The same seed gives the same bits, natively as in the browser (`web.rs` compares with the same file).
#![cfg(not(target_arch = "wasm32"))]

mod bits;

#[test]
fn the_bits_are_those_that_were_recorded() {
    let bits = bits::bits();
    for (computed, recorded) in bits.lines().zip(bits::RECORDED.lines()) {
        assert_eq!(computed, recorded);
    }
    assert_eq!(bits.lines().count(), bits::RECORDED.lines().count());
}
