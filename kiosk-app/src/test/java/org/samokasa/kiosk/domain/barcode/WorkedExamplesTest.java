package org.samokasa.kiosk.domain.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.kiosk.domain.barcode.MeasureRule.Verifier;

/**
 * The worked examples of the barcode sheet, section 18, by their number there: own numbers of the demonstration range 952,
 * results checked with an independent parser when the sheet was written. {@code <GS>} is the separator.
 */
class WorkedExamplesTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 21, 10, 0);

    private static Scan read(String where, String raw) {
        String currency = switch (where) {
            case "GB" -> "GBP";
            case "US" -> "USD";
            case "CZ" -> "CZK";
            case "SE" -> "SEK";
            default -> "EUR";
        };
        List<MeasureRule> rules = switch (where) {
            case "-" -> List.of();
            case "odoo" ->
                List.of(
                        new MeasureRule(List.of("21"), "PPIIIIIWWWWWK", 3, Verifier.IGNORED),
                        new MeasureRule(List.of("23"), "PPIIIIIMMMMMK", 2, Verifier.IGNORED));
            case "6-digit items" -> List.of(new MeasureRule(List.of("23"), "PPIIIIIIWWWWK", 3, Verifier.IGNORED));
            default -> RegionalRules.of(where);
        };
        return new ScanReader(rules, currency).read(raw, NOW.toLocalDate());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1   | -  | ]E09521234543213 | EAN-13 09521234543213",
                "2   | -  | ]E00012345678905 | UPC-A 00012345678905",
                "3   | -  | 012345678905 | UPC-A 00012345678905",
                "4   | -  | ]E495214566 | EAN-8 00000095214566",
                "5   | -  | UPC_E:01234565 | UPC-E 00012345000065",
                "6   | -  | UPC_E:04252614 | UPC-E 00042100005264",
                "7   | -  | UPC_E:06543236 | UPC-E 00065400000326",
                "8   | -  | UPC_E:09876547 | UPC-E 00098760000057",
                "8b  | -  | ]E0987654 | UPC-E 00098760000057",
                "9   | -  | ]E09521234543214 | BAD_CHECK_DIGIT",
                "10  | -  | ]E0952123454321 | BAD_CHECK_DIGIT",
                "11  | -  | ]E09780306406157 | EAN-13 09780306406157",
                "12  | -  | ]E3978030640615751999 | EAN-13 09780306406157 addOn 51999",
                "13  | -  | ]E3977123456700305 | EAN-13 09771234567003 addOn 05",
                "14  | -  | ]E105 | ADDON_ONLY",
                "15  | -  | ]I119521234543210 | LOGISTIC_UNIT unless gtin:19521234543210",
                "15b | -  | ]I31952123454321 | LOGISTIC_UNIT unless gtin:19521234543210",
                "16  | CZ | ]E02812340015006 | store:2812340000002 1500 g",
                "17  | CZ | ]E02943210002557 | store:2943210000003 255 g",
                "18  | DE | ]E02847111007850 | store:2847110000005 785 g",
                "19  | DE | ]E02247111012340 | store:2247110000003 12.34 EUR",
                "20  | DE | ]E02547119000128 | store:2547110000004 12 pieces",
                "21  | DE | ]E02847112007859 | BAD_CHECK_DIGIT",
                "22  | GB | ]E02054321119994 | store:2054321000001 19.99 GBP",
                "23  | US | 254321607251 | store:0254321000007 7.25 USD",
                "23b | US | ]E00254321607251 | store:0254321000007 7.25 USD",
                "24  | LT | ]E02365432107856 | store:2365432100000 785 g",
                "25  | LT | ]E02465432112345 | store:2465432100007 12340 g",
                "26  | SE | ]E02065432112347 | store:2065432100009 12.34 SEK",
                "27  | SE | ]E02165432112344 | store:2165432100006 123.40 SEK",
                "28  | DK | ]E02754321002257 | store:2754321000000 225 g",
                "29  | RU | ]E02254321012343 | store:2254321000005 1234 g",
                "30  | 6-digit items | ]E02365432109850 | store:2365432100000 985 g",
                "31  | odoo | ]E02100042082502 | store:2100042000001 8250 g",
                "32  | odoo | ]E02300042123452 | store:2300042000005 123.45 EUR",
                "33  | -  | ]E02100042082502 | store:2100042082502",
                "34  | -  | ]E421234569 | store:21234569",
                "35  | -  | ]E00420000123453 | store:0420000123453",
                "36  | -  | ]E09800123456781 | COUPON_NOT_HERE unless gtin:09800123456781",
                "37  | -  | ]E09901234015000 | COUPON_NOT_HERE unless gtin:09901234015000",
                "38  | -  | ]e00109521234543213 | GS1 DataBar 09521234543213",
                "39  | -  | RSS_14:09521234543213 | GS1 DataBar 09521234543213",
                "97  | -  | ]C0LOY-0012345678 | NOT_FOR_GOODS",
                "98  | -  | 94011 | plu:94011",
                "98b | -  | 2999 | NOT_A_NUMBER",
            })
    void numbers(String example, String where, String raw, String meaning) {
        assertThat(summary(read(where, raw))).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "40 | ]C1010952123454321310ABC123<GS>21SN1<GS>17261231 | GS1-128 09521234543213 use by 2026-12-31 lot ABC123 serial SN1",
                "41 | ]C1010952123454321310ABC12321SN117261231 | GS1-128 09521234543213 1 warnings",
                "42 | ]e00109521234543213310300019539220299<GS>17261231 | GS1 DataBar 09521234543213 195 g 2.99 EUR use by 2026-12-31",
                "43 | ]e00199521234543216310300175015270115 | GS1 DataBar 99521234543216 1750 g best before 2027-01-15",
                "44 | ]e001995212345432163012<GS>39200599 | GS1 DataBar 99521234543216 12 pieces 599.00 EUR",
                "45 | ]e00199521234543216310300019539329780299 | GS1 DataBar 99521234543216 195 g 2.99 EUR",
                "46 | ]e00199521234543216310300019539328260299 | WRONG_CURRENCY",
                "47 | ]e0019952123454321631020012343952000999 | GS1 DataBar 99521234543216 12340 g 9.99 EUR a unit",
                "48 | ]e0010952123454321332020001008005000499 | GS1 DataBar 09521234543213 4.99 EUR a unit",
                "49 | ]e00199521234543216 | VARIABLE_WITHOUT_MEASURE",
                "50 | ]e001095212345432133922199 | GS1 DataBar 09521234543213 1.99 EUR 1 warnings",
                "51 | ]d201095212345432131726123110ABC123<GS>21SN1 | GS1 DataMatrix 09521234543213 use by 2026-12-31 lot ABC123 serial SN1",
                "52 | DATA_MATRIX:<GS>0109521234543213 | GS1 DataMatrix 09521234543213",
                "53 | ]Q301095212345432131727020010L0T-7 | GS1 QR Code 09521234543213 use by 2027-02-28 lot L0T-7",
                "54 | ]C1010952123454321317261121 | GS1-128 09521234543213 use by 2026-11-21",
                "55 | ]C1010952123454321317261120 | GS1-128 09521234543213 use by 2026-11-20 over",
                "56 | ]C1010952123454321370032612311830 | GS1-128 09521234543213 use by 2026-12-31 18:30",
                "57 | ]C1010952123454321317770131 | GS1-128 09521234543213 use by 1977-01-31 over",
                "58 | ]C1010952123454321317760131 | GS1-128 09521234543213 use by 2076-01-31",
                "59 | ]C1010952123454321317991332 | BAD_GS1",
                "60 | ]C101095212345432132406X-77<GS>112609011326090216270101 | GS1-128 09521234543213 sell by 2027-01-01",
                "61 | ]e00109521234543213<GS>310300019510L1 | GS1 DataBar 09521234543213 195 g lot L1",
                "62 | ]d201095212345432131726123110L1<GS> | GS1 DataMatrix 09521234543213 use by 2026-12-31 lot L1",
                "63 | ]C1010952123454321310ABCDEFGHIJKLMNOPQRSTU | BAD_GS1",
                "64 | ]C1010952123454321310AB C | BAD_GS1",
                "65 | ]e00109521234543213310300195 | BAD_GS1",
                "66 | ]C10109521234543214 | BAD_CHECK_DIGIT",
                "67 | ]C101095212345432130109521234543220 | BAD_GS1",
                "68 | ]C1010952123454321310ABC123<GS>10ABC123 | GS1-128 09521234543213 lot ABC123",
                "69 | ]C101095212345432130209521234543213<GS>3705 | BAD_GS1",
                "70 | ]C100106141411234567897 | LOGISTIC_UNIT",
                "71 | ]d2010952123454321321Ab1%5<GS>93dGVz | GS1 DataMatrix 09521234543213 serial Ab1%5",
                "72 | (01)09521234543213(10)AB(17)C | GS1 09521234543213 lot AB(17)C",
                "72b | (01)09521234543213(10)AB(17)261231 | GS1 09521234543213 use by 2026-12-31 lot AB",
                "72c | (01)09521234543213(10)A\\(17)261231 | GS1 09521234543213 lot A(17)261231",
                "72d | (01)09521234543213(10) | BAD_GS1",
                "95 | ]e0010952123454321310ABC123<GS>17261231 | GS1 DataBar 09521234543213 use by 2026-12-31 lot ABC123",
                "0  | 010952123454321317261231 | GS1 09521234543213 use by 2026-12-31",
                "0  | ]C101095212345432130600 | GS1-128 09521234543213 1 warnings",
            })
    void elements(String example, String raw, String meaning) {
        assertThat(summary(read("-", raw))).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "73 | ]Q1https://id.gs1.org/01/09521234543213 | QR Code 09521234543213",
                "74 | ]Q1https://id.gs1.org/01/09521234543213/10/ABC1/21/12345?17=261231 | QR Code 09521234543213 use by 2026-12-31 lot ABC1 serial 12345",
                "75 | ]Q1https://dal.example/01/09521234543213?3103=000195&3922=0299&17=261231 | QR Code 09521234543213 195 g 2.99 EUR use by 2026-12-31",
                "76 | ]Q1https://brand.example/gb/p/01/09521234543213/10/L7?linkType=gs1:pip&17=261231 | QR Code 09521234543213 use by 2026-12-31 lot L7",
                "77 | ]Q1https://id.gs1.org/01/09521234543213/10/A%2FB-1 | QR Code 09521234543213 lot A/B-1",
                "78 | ]Q1HTTPS://ID.GS1.ORG/01/09521234543213 | QR Code 09521234543213",
                "79 | ]Q1https://brand.example/01/9521234543213 | QR Code 09521234543213 1 warnings",
                "80 | ]Q1https://id.gs1.org/01/09521234543213?10=ABC1 | QR Code 09521234543213 lot ABC1 1 warnings",
                "81 | ]Q1https://id.gs1.org/01/09521234543213/21/S1/10/L1 | QR Code 09521234543213 lot L1 serial S1 1 warnings",
                "82 | ]Q1https://id.gs1.org/01/09521234543213?17=261231&17=261231 | BAD_GS1",
                "83 | ]Q1https://id.gs1.org/01/09521234543213?123=9 | BAD_GS1",
                "84 | ]Q1https://id.gs1.org/01/09521234543214 | BAD_CHECK_DIGIT",
                "85 | ]Q1https://id.gs1.org/gtin/09521234543213 | NOT_A_PRODUCT_LINK",
                "86 | ]Q1https://brand.example/promo?utm=1 | NOT_A_PRODUCT_LINK",
                "87 | ]Q1https://id.gs1.org/AQnYUc1gmiERBhQ | NOT_A_PRODUCT_LINK",
                "88 | ]d1https://id.gs1.org/01/09521234543213?17=261231 | Data Matrix 09521234543213 use by 2026-12-31",
                "0  | ]Q1https://id.gs1.org/01/09521234543213/10/A%00 | BAD_GS1",
                "0  | ]Q1https://id.gs1.org/01/09521234543213/10/A%2 | BAD_GS1",
                "0  | ]Q1https://id.gs1.org/01/09521234543213/10/A+B?21=C%2bD | QR Code 09521234543213 lot A+B serial C+D 1 warnings",
                "0  | ]Q1WIFI:S:shop;T:WPA;P:secret;; | NOT_FOR_GOODS",
            })
    void links(String example, String raw, String meaning) {
        assertThat(summary(read("-", raw))).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "89 | ]e02559521234000013000123<GS>39020150<GS>17261231 | coupon {gcn=9521234000013, serial=000123} 1.50 EUR until 2026-12-31",
                "90 | ]e02559521234000013<GS>39421500 | coupon {gcn=9521234000013} 1500 hundredths of a percent",
                "91 | ]Q1https://id.gs1.org/255/9521234000013000123?3902=0150 | coupon {gcn=9521234000013, serial=000123} 1.50 EUR",
                "92 | ]e08110106141416543213150110120 | coupon {company=0614141, offer=654321, save=150, purchase=1, requirement=0, family=120} 1.50 EUR",
                "93 | ]e08112010614141123456212345678 | coupon {format=0, funder=0614141, offer=123456, serial=12345678}",
                "0  | ]e081101061414165432131501101201 | BAD_GS1",
                "0  | ]e0811010614141654321315011012032612319 | BAD_GS1",
            })
    void coupons(String example, String raw, String meaning) {
        assertThat(summary(read("-", raw))).isEqualTo(meaning);
    }

    private static String summary(Scan scan) {
        if (scan instanceof Scan.Refused refused) {
            return refused.reason()
                    + refused.unlessListed().map(key -> " unless " + key).orElse("");
        } else if (scan instanceof Scan.TradeItem item) {
            return item.symbology() + " " + item.gtin14() + (item.addOn().isEmpty() ? "" : " addOn " + item.addOn());
        } else if (scan instanceof Scan.MarkedItem item) {
            return item.symbology() + " " + item.gtin14() + mark(item.mark());
        } else if (scan instanceof Scan.MeasuredItem item) {
            return item.key()
                    + some(" %s g", item.grams())
                    + some(" %s pieces", item.pieces())
                    + some(" %s", item.price());
        } else if (scan instanceof Scan.StoreItem item) {
            return item.key().value();
        } else if (scan instanceof Scan.ProduceCode item) {
            return item.key().value();
        }
        Scan.Coupon coupon = (Scan.Coupon) scan;
        return "coupon " + coupon.fields()
                + some(" %s", coupon.value())
                + some(" %s hundredths of a percent", coupon.percentHundredths())
                + some(" until %s", coupon.mark().dates().expiry());
    }

    private static String mark(Mark mark) {
        List<String> parts = new ArrayList<>();
        parts.add(some(" %s g", mark.measure().grams()));
        parts.add(some(" %s pieces", mark.measure().pieces()));
        parts.add(some(" %s", mark.measure().price()));
        parts.add(some(" %s a unit", mark.measure().unitPrice()));
        parts.add(some(" best before %s", mark.dates().bestBefore()));
        parts.add(some(" sell by %s", mark.dates().sellBy()));
        parts.add(some(" use by %s", mark.dates().expiry()));
        parts.add(some(" %s", mark.dates().expiryTime().map(LocalDateTime::toLocalTime)));
        parts.add(mark.dates().over(NOW).isPresent() ? " over" : "");
        parts.add(some(" lot %s", mark.lot()));
        parts.add(some(" serial %s", mark.serial()));
        parts.add(mark.warnings().isEmpty() ? "" : " " + mark.warnings().size() + " warnings");
        return String.join("", parts);
    }

    private static String some(String format, Optional<?> value) {
        return value.map(present -> String.format(format, present)).orElse("");
    }
}
