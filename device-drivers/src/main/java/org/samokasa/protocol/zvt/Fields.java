package org.samokasa.protocol.zvt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.samokasa.protocol.Bytes;

/**
 * The bitmaps of one message, in the order of the wire (section 5).
 *
 * @param all the readable ones; of a repeated bitmap the first
 * @param damaged numbers of bitmaps that were there and cannot be used: no digits where digits belong, a length that
 *     makes no sense, two different values
 * @param unread why reading stopped before the end, empty when it did not; what follows is dropped because it may hold
 *     card data
 */
public record Fields(List<Field> all, Set<Integer> damaged, Optional<String> unread) {
    public static final Fields NONE = new Fields(List.of(), Set.of(), Optional.empty());

    public static final int AMOUNT = 0x04;
    public static final int TLV = 0x06;
    public static final int SERVICE = 0x03;
    public static final int TRACE = 0x0B;
    public static final int TIME = 0x0C;
    public static final int DATE = 0x0D;
    public static final int STATUS = 0x19;
    public static final int RESULT = 0x27;
    public static final int TERMINAL_ID = 0x29;
    public static final int CONTRACT = 0x2A;
    public static final int ORIGINAL_TRACE = 0x37;
    public static final int APPROVAL_CODE = 0x3B;
    public static final int TEXT = 0x3C;
    public static final int CURRENCY = 0x49;
    public static final int TOTALS = 0x60;
    public static final int RECEIPT = 0x87;
    public static final int CARD_TYPE = 0x8A;
    public static final int CARD_NAME = 0x8B;
    public static final int FULL_DATE = 0xAA;
    public static final int PAN = CardDataGuard.PAN;

    /** Stands for "any" where a receipt number is asked (section 7.6). */
    private static final Bytes ANY_RECEIPT = Bytes.of(0xFF, 0xFF);

    public Fields {
        all = List.copyOf(all);
        damaged = Set.copyOf(damaged);
    }

    /** One bitmap. {@code value} is what follows its number and, where it has one, its length. */
    public record Field(int number, Bytes value) {}

    /** Reads to the end or to the first bitmap of unknown format. Never fails: see {@link #damaged}. */
    public static Fields read(Bytes data) {
        byte[] raw = data.toArray();
        BmpScanner.Scan scan = BmpScanner.scan(raw, 0, raw.length);
        List<Field> fields = new ArrayList<>();
        Set<Integer> damaged = new TreeSet<>();
        for (BmpScanner.Span span : scan.spans()) {
            Field field = new Field(span.row().number(), data.slice(span.from(), span.to()));
            boolean repeated = fields.stream().anyMatch(f -> f.number() == field.number());
            boolean contradicts = repeated && !fields.contains(field);
            if (!isSound(span.row(), field.value()) || contradicts) {
                damaged.add(field.number());
            } else if (!repeated) {
                fields.add(field);
            }
        }
        fields.removeIf(field -> damaged.contains(field.number()));
        scan.stop()
                .filter(stop -> BmpTable.row(stop.number()).isPresent())
                .ifPresent(stop -> damaged.add(stop.number()));
        return new Fields(
                fields, damaged, scan.stop().map(stop -> String.format("%s %02X", stop.why(), stop.number())));
    }

    /** These and one more, at the end. */
    public Fields with(int number, Bytes value) {
        List<Field> more = new ArrayList<>(all);
        more.add(new Field(number, value));
        return new Fields(more, damaged, unread);
    }

    public Fields with(int number, Tlv container) {
        return with(number, container.encode());
    }

    public Optional<Bytes> find(int number) {
        return all.stream()
                .filter(field -> field.number() == number)
                .map(Field::value)
                .findFirst();
    }

    public Optional<Integer> octet(int number) {
        return find(number).filter(value -> value.size() == 1).map(value -> value.at(0));
    }

    /** The digits of a BCD bitmap, leading zeros kept. */
    public Optional<String> digits(int number) {
        return find(number).flatMap(Bcd::digits);
    }

    /** Bitmap 04 in minor units. */
    public Optional<Long> amountMinor() {
        return digits(AMOUNT).map(Long::parseLong);
    }

    /** Bitmap 49 as ISO 4217 letters; empty when absent or a currency we do not know. */
    public Optional<String> currency() {
        return digits(CURRENCY).flatMap(ZvtCurrency::letters);
    }

    /** The TLV container; empty when there is none. */
    public Tlv tlv() {
        return find(TLV).map(Tlv::read).orElse(Tlv.EMPTY);
    }

    /** Text up to the first zero byte, blanks at its ends removed. */
    public Optional<String> text(int number, ZvtCharset charset) {
        return find(number).map(charset::decode).map(text -> {
            int end = text.indexOf('\0');
            return (end < 0 ? text : text.substring(0, end)).strip();
        });
    }

    /**
     * @throws IllegalArgumentException for a bitmap that has no published format or a value of the wrong size: a mistake
     *     of the caller, never of the wire
     */
    public Bytes encode() {
        Bytes bytes = Bytes.EMPTY;
        for (Field field : all) {
            bytes = bytes.plus(Bytes.of(field.number())).plus(lengthOf(field)).plus(field.value());
        }
        return bytes;
    }

    private static boolean isSound(BmpTable.Row row, Bytes value) {
        if (row.content() != BmpTable.Content.BCD) {
            return true;
        }
        return Bcd.digits(value).isPresent() || row.number() == RECEIPT && value.equals(ANY_RECEIPT);
    }

    private static Bytes lengthOf(Field field) {
        BmpTable.Row row = BmpTable.row(field.number())
                .orElseThrow(() -> new IllegalArgumentException(
                        String.format("no published format for bitmap %02X", field.number())));
        int size = field.value().size();
        return switch (row.sizing()) {
            case FIXED -> {
                if (size != row.size()) {
                    throw new IllegalArgumentException(
                            String.format("bitmap %02X has %d bytes, got %d", field.number(), row.size(), size));
                }
                yield Bytes.EMPTY;
            }
            case LLVAR -> Bytes.of(0xF0 + size / 10, 0xF0 + size % 10);
            case LLLVAR -> Bytes.of(0xF0 + size / 100, 0xF0 + size / 10 % 10, 0xF0 + size % 10);
            case TLV -> org.samokasa.protocol.zvt.Tlv.length(size);
        };
    }
}
