package org.samokasa.kiosk.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samokasa.driver.camera.CodeReader;
import org.samokasa.driver.camera.SeenCode;
import org.samokasa.kiosk.domain.barcode.Mark;
import org.samokasa.kiosk.domain.barcode.ProduceNumber;
import org.samokasa.kiosk.domain.barcode.Scan;
import org.samokasa.kiosk.domain.barcode.ScanReader;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.transport.picture.PictureFile;

/** A scan as a JSON object; what it does not carry is left out. Keys: docs/operating.md. */
final class ScanExplainer {
    private ScanExplainer() {}

    /** @param now of the shop, to say whether the goods are out of date */
    static Map<String, Object> explain(Scan scan, LocalDateTime now) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("raw", scan.raw());
        put(json, "aim", text(scan.aim()));
        put(json, "symbology", text(scan.symbology()));
        if (scan instanceof Scan.TradeItem item) {
            json.put("gtin", item.gtin14());
            put(json, "addOn", text(item.addOn()));
        } else if (scan instanceof Scan.MarkedItem item) {
            json.put("gtin", item.gtin14());
            mark(json, item.mark(), now);
        } else if (scan instanceof Scan.MeasuredItem item) {
            json.put("item", item.key().value());
            put(json, "weightGrams", item.grams());
            put(json, "pieces", item.pieces());
            put(json, "price", item.price().map(ScanExplainer::money));
        } else if (scan instanceof Scan.StoreItem item) {
            json.put("item", item.key().value());
        } else if (scan instanceof Scan.ProduceCode item) {
            json.put("plu", item.key().number());
            put(json, "name", ProduceNumber.name(item.key().number()));
        } else if (scan instanceof Scan.Coupon item) {
            json.put("coupon", new LinkedHashMap<>(item.fields()));
            put(json, "value", item.value().map(ScanExplainer::money));
            put(json, "percentHundredths", item.percentHundredths());
            mark(json, item.mark(), now);
        }
        json.put("valid", !(scan instanceof Scan.Refused));
        if (scan instanceof Scan.Refused refused) {
            json.put("error", refused.reason() + ": " + refused.detail());
        }
        return json;
    }

    /** The same for each code in a picture, with the file in front and the decoder's name of the symbology. */
    static List<Map<String, Object>> explainPicture(
            Path file, CodeReader reader, ScanReader meaning, LocalDateTime now) {
        List<Map<String, Object>> all = new ArrayList<>();
        try {
            for (SeenCode seen : reader.readAll(PictureFile.read(file))) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("file", file.toString());
                json.put("symbology", seen.symbology());
                json.put("text", seen.text());
                Map<String, Object> scan = explain(meaning.read(seen.text(), now.toLocalDate()), now);
                scan.keySet().removeAll(List.of("raw", "symbology"));
                json.putAll(scan);
                all.add(json);
            }
            return all.isEmpty() ? List.of(fault(file, "no code found in " + file)) : all;
        } catch (IOException unreadable) {
            return List.of(fault(file, unreadable.getMessage()));
        }
    }

    private static Map<String, Object> fault(Path file, String what) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file.toString());
        json.put("valid", false);
        json.put("error", what);
        return json;
    }

    private static void mark(Map<String, Object> json, Mark mark, LocalDateTime now) {
        json.put("ai", mark.ai());
        put(json, "weightGrams", mark.measure().grams());
        put(json, "pieces", mark.measure().pieces());
        put(json, "price", mark.measure().price().map(ScanExplainer::money));
        put(json, "unitPrice", mark.measure().unitPrice().map(ScanExplainer::money));
        Mark.Dates dates = mark.dates();
        put(json, "produced", dates.produced().map(Object::toString));
        put(json, "packed", dates.packed().map(Object::toString));
        put(json, "bestBefore", dates.bestBefore().map(Object::toString));
        put(json, "sellBy", dates.sellBy().map(Object::toString));
        put(json, "expiry", dates.expiry().map(Object::toString));
        put(json, "expiryTime", dates.expiryTime().map(Object::toString));
        put(json, "overSince", dates.over(now).map(Object::toString));
        put(json, "lot", mark.lot());
        put(json, "serial", mark.serial());
        put(json, "url", mark.url());
        put(
                json,
                "warnings",
                mark.warnings().isEmpty() ? Optional.<List<String>>empty() : Optional.of(mark.warnings()));
    }

    private static void put(Map<String, Object> json, String key, Optional<?> value) {
        value.ifPresent(present -> json.put(key, present));
    }

    private static Map<String, Object> money(Money money) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("minor", money.minor());
        json.put("currency", money.currency());
        return json;
    }

    private static Optional<String> text(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }
}
