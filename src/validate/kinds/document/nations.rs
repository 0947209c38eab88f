//! The codes of nationality, ISO 3166-1: three letters, and three digits.
//!
//! **Invariant:** both tables have the same 249 nations (a test counts them).

/// Whether three letters stand for a nation.
pub(super) fn has_letters(code: &str) -> bool {
    LETTERS.as_bytes().chunks_exact(3).any(|of| of == code.as_bytes())
}

/// Whether a number of three digits stands for a nation.
pub(super) fn has_number(code: usize) -> bool {
    NUMBERS.get(code / 64).is_some_and(|bits| bits >> (code % 64) & 1 == 1)
}

/// Three letters a nation, in alphabetic order.
const LETTERS: &str = "\
    ABWAFGAGOAIAALAALBANDAREARGARMASMATAATFATGAUSAUTAZEBDIBELBENBESBFABGDBGRBHRBHSBIHBLMBLRBLZBMUBOLBRABRB\
    BRNBTNBVTBWACAFCANCCKCHECHLCHNCIVCMRCODCOGCOKCOLCOMCPVCRICUBCUWCXRCYMCYPCZEDEUDJIDMADNKDOMDZAECUEGYERI\
    ESHESPESTETHFINFJIFLKFRAFROFSMGABGBRGEOGGYGHAGIBGINGLPGMBGNBGNQGRCGRDGRLGTMGUFGUMGUYHKGHMDHNDHRVHTIHUN\
    IDNIMNINDIOTIRLIRNIRQISLISRITAJAMJEYJORJPNKAZKENKGZKHMKIRKNAKORKWTLAOLBNLBRLBYLCALIELKALSOLTULUXLVAMAC\
    MAFMARMCOMDAMDGMDVMEXMHLMKDMLIMLTMMRMNEMNGMNPMOZMRTMSRMTQMUSMWIMYSMYTNAMNCLNERNFKNGANICNIUNLDNORNPLNRU\
    NZLOMNPAKPANPCNPERPHLPLWPNGPOLPRIPRKPRTPRYPSEPYFQATREUROURUSRWASAUSDNSENSGPSGSSHNSJMSLBSLESLVSMRSOMSPM\
    SRBSSDSTPSURSVKSVNSWESWZSXMSYCSYRTCATCDTGOTHATJKTKLTKMTLSTONTTOTUNTURTUVTWNTZAUGAUKRUMIURYUSAUZBVATVCT\
    VENVGBVIRVNMVUTWLFWSMYEMZAFZMBZWE";

/// One bit a number, from 0.
const NUMBERS: [u64; 14] = [
    0x111d_1111_9111_1510,
    0x1111_1111_1450_1551,
    0x9114_c444_5111_1110,
    0x4544_c784_4451_1811,
    0x1111_1111_0018_5454,
    0x1111_1111_1111_5111,
    0x4544_5446_4511_4111,
    0x111d_1011_4444_4444,
    0x4444_4410_10e9_1111,
    0x4445_1111_1140_87b4,
    0xc045_4444_44d8_504c,
    0x1511_1110_1310_1047,
    0x8404_0091_5911_1111,
    0x4084_1000_5444_0107,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_tables_have_every_nation_once() {
        let letters: Vec<&[u8]> = LETTERS.as_bytes().chunks(3).collect();
        assert!(letters.is_sorted_by(|a, b| a < b));
        assert_eq!(letters.len(), 249);
        assert_eq!((0..2000).filter(|code| has_number(*code)).count(), 249);
        for (name, code) in
            [("CHN", 156), ("HKG", 344), ("USA", 840), ("KAZ", 398), ("DEU", 276), ("ZMB", 894)]
        {
            assert!(has_letters(name) && has_number(code), "{name}");
        }
        assert!(!has_letters("KAA") && !has_letters("") && !has_number(0) && !has_number(999));
    }
}
