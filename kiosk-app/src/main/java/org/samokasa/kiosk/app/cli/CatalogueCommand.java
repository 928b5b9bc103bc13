package org.samokasa.kiosk.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.samokasa.kiosk.app.config.ConfigFile;
import org.samokasa.kiosk.app.config.ShopConfig;
import org.samokasa.kiosk.json.JsonLine;
import org.samokasa.kiosk.persistence.catalogue.CatalogueDraft;
import org.samokasa.kiosk.persistence.catalogue.CatalogueImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code catalogue}: the goods of a lane. */
@Command(name = "catalogue", mixinStandardHelpOptions = true, description = "The goods of a lane.")
final class CatalogueCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do: import");
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = {
                "Takes a price list into the catalogue: CSV (plain or .gz), UTF-8, header row.",
                "Columns: code, name and any of name_en, name_pl, sold_by, price, tax, age, grams, deposit,",
                "category, picture, kind. Rows that cannot be taken go to rejects.csv with line and reason."
            })
    int importing(
            @Parameters(paramLabel = "FILE") Path list,
            @Option(names = "--data", defaultValue = "data", description = "lane data directory (${DEFAULT-VALUE})")
                    Path data,
            @Option(names = "--config", description = "file with the shop section: currency and tax letters")
                    Path config)
            throws IOException {
        if (!Files.isRegularFile(list)) {
            throw new ParameterException(spec.commandLine(), "there is no file " + list);
        }
        ConfigFile file = config == null ? SampleShop.config() : ConfigFile.read(config);
        ShopConfig shop = ShopConfig.read(file.section("shop"));
        Files.createDirectories(data);
        try (CatalogueDraft catalogue = CatalogueDraft.open(data, shop.currency())) {
            CatalogueImport.Outcome outcome =
                    new CatalogueImport(catalogue, shop.taxLetters()).run(list, data.resolve("rejects.csv"));
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("imported", outcome.imported());
            json.put("rejected", outcome.rejected());
            json.put("rejects", outcome.rejects());
            json.put("version", outcome.version());
            spec.commandLine().getOut().println(JsonLine.of(json));
        }
        return 0;
    }
}
