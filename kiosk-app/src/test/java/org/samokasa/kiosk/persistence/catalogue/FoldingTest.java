package org.samokasa.kiosk.persistence.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource({
        "Żółty, zolty",
        "Čokoláda, cokolada",
        "Agurkų, agurku",
        "Käse, kase",
        "Зелёный чай, зеленыи чаи",
        // The signs make other words of the same consonants: kela is a banana, kala is black.
        "केला, केला",
    })
    void accents_go_and_letters_stay(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }
}
