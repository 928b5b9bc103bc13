package org.samokasa.kiosk.persistence.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.money.Money;

class CatalogueImportTest {
    @TempDir
    Path directory;

    @Test
    void rows_are_imported_or_rejected_and_never_lost() throws IOException {
        CatalogueImport.Outcome outcome = importing("""
                code,name,price,age,grams
                5901234123457,"Milk, 1 l",3.49,,1030
                5901234123458,Wrong check digit,1.00,,
                plu:4011,Bananas,5.99,,
                96385074,Chewing gum,x,,
                4006381333931,,1.00,,
                9780306406157,Book,49.00,,,extra
                0012345678905,Beer,3.5,18,520
                """);
        assertThat(outcome.imported()).isEqualTo(3);
        assertThat(outcome.rejected()).isEqualTo(4);
        assertThat(Files.readAllLines(outcome.rejects()))
                .satisfiesExactly(
                        header -> assertThat(header).isEqualTo("line,reason,row"),
                        row -> assertThat(row).startsWith("3,check digit 8 where 7 is right"),
                        row -> assertThat(row).startsWith("5,'x' is no amount of money"),
                        row -> assertThat(row).startsWith("6,the name is empty"),
                        row -> assertThat(row).startsWith("7,6 fields where the header has 5"));
    }

    @Test
    void a_repeated_code_updates_and_each_import_is_a_new_version() throws IOException {
        importing("code,name,price\n5901234123457,Milk,3.49\n");
        CatalogueImport.Outcome second = importing("code,name,price\n5901234123457,Milk,3.29\n");
        assertThat(second.version()).isEqualTo(2);
        try (CatalogueFile file = CatalogueFile.open(directory, "PLN")) {
            assertThat(file.size()).isEqualTo(1);
            assertThat(new StoredCatalogue(file).find(ItemKey.gtin("5901234123457")))
                    .hasValueSatisfying(milk -> assertThat(milk.price()).contains(Money.of(329, "PLN")));
        }
    }

    @Test
    void goods_keep_all_their_facts() throws IOException {
        importing("""
                code,name,name_pl,sold_by,price,tax,age,grams,deposit,category,picture,kind
                plu:4011,Bananas,Banany,weight,5.99,C,,,,fruit,banana,
                5901234123457,Cola,Cola,piece,4.99,A,18,520,store:KAUCJA,drinks,,
                store:KAUCJA,Deposit,Kaucja,,0.50,A,,,,,,deposit
                """);
        try (CatalogueFile file = CatalogueFile.open(directory, "PLN")) {
            StoredCatalogue catalogue = new StoredCatalogue(file);
            Article banana = catalogue.category("fruit").get(0);
            assertThat(banana.name("pl")).isEqualTo("Banany");
            assertThat(banana.soldBy()).isEqualTo(Article.SoldBy.WEIGHT);
            Article cola = catalogue.find(ItemKey.gtin("5901234123457")).orElseThrow();
            assertThat(cola.deposit()).isEqualTo(Optional.of(ItemKey.store("KAUCJA")));
            assertThat(cola.ageLimit()).isEqualTo(18);
            assertThat(catalogue.find(ItemKey.store("KAUCJA")).orElseThrow().kind())
                    .isEqualTo(Article.Kind.DEPOSIT);
        }
    }

    @Test
    void searching_folds_letters_and_takes_wildcards_literally() throws IOException {
        importing("code,name,category\nplu:4085,Żółte 100% jabłko,fruit\nplu:4011,Banan,fruit\n");
        try (CatalogueFile file = CatalogueFile.open(directory, "PLN")) {
            StoredCatalogue catalogue = new StoredCatalogue(file);
            assertThat(catalogue.search("zolte", "pl", 10)).hasSize(1);
            assertThat(catalogue.search("100%", "pl", 10)).hasSize(1);
            assertThat(catalogue.search("%", "pl", 10)).hasSize(1);
            assertThat(catalogue.search("jabl", "pl", 10)).hasSize(1);
        }
    }

    @Test
    void a_header_that_is_not_understood_imports_nothing() {
        assertThatThrownBy(() -> importing("code,nam\n5901234123457,Milk\n")).hasMessageContaining("'nam'");
        assertThatThrownBy(() -> importing("name\nMilk\n")).hasMessageContaining("code and name");
    }

    @Test
    void prices_of_another_currency_are_not_mixed_in() throws IOException {
        importing("code,name,price\n5901234123457,Milk,3.49\n");
        assertThatThrownBy(() -> CatalogueFile.open(directory, "EUR")).hasMessageContaining("PLN");
    }

    private CatalogueImport.Outcome importing(String csv) throws IOException {
        Path list = Files.writeString(directory.resolve("list.csv"), csv);
        try (CatalogueDraft draft = CatalogueDraft.open(directory, "PLN")) {
            return new CatalogueImport(draft, Set.copyOf(List.of("A", "B", "C", "D")))
                    .run(list, directory.resolve("rejects.csv"));
        }
    }
}
