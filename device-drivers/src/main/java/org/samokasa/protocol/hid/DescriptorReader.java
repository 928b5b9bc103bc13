package org.samokasa.protocol.hid;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.samokasa.protocol.Bytes;

/** Reads the short items of a report descriptor one after the other (HID 1.11, 6.2.2). Used once. */
final class DescriptorReader {
    /** Real descriptors of tills' machines have some hundred bytes. */
    static final int BYTES_MAX = 4_096;

    private static final int USAGES_MAX = 1_024;
    private static final int STACK_MAX = 16;
    /** A report longer than this is a misread descriptor. */
    private static final int REPORT_BITS_MAX = 8 * 4_096;

    private static final int LONG_ITEM = 0xFE;

    /** The state that stays from item to item. */
    private record Globals(int page, int minimum, int size, int count, int reportId) {}

    private final Bytes bytes;
    private final List<HidField> fields = new ArrayList<>();
    private final Set<Integer> applications = new HashSet<>();
    private final Deque<Globals> stack = new ArrayDeque<>();
    private final Map<ReportKind, Map<Integer, Integer>> ends = new EnumMap<>(ReportKind.class);
    private final List<Integer> usages = new ArrayList<>();
    private Globals now = new Globals(0, 0, 0, 0, 0);
    private int rangeStart;
    private int depth;
    private int at;

    DescriptorReader(Bytes bytes) {
        this.bytes = bytes;
    }

    ReportDescriptor read() {
        if (bytes.size() > BYTES_MAX) {
            throw new IllegalArgumentException("a report descriptor of " + bytes.size() + " bytes");
        }
        while (at < bytes.size()) {
            int prefix = bytes.at(at);
            if (prefix == LONG_ITEM) {
                skipLong();
                continue;
            }
            int length = (prefix & 3) == 3 ? 4 : prefix & 3;
            if (at + 1 + length > bytes.size()) {
                throw wrong("the item is cut off");
            }
            item(prefix & 0xFC, at + 1, length);
            at += 1 + length;
        }
        if (depth != 0) {
            throw wrong("a collection is not closed");
        }
        return new ReportDescriptor(fields, applications);
    }

    private void skipLong() {
        if (at + 2 >= bytes.size() || at + 3 + bytes.at(at + 1) > bytes.size()) {
            throw wrong("the long item is cut off");
        }
        at += 3 + bytes.at(at + 1);
    }

    private void item(int tag, int from, int length) {
        switch (tag & 0x0C) {
            case 0x00 -> main(tag, unsigned(from, length));
            case 0x04 -> global(tag, from, length);
            case 0x08 -> local(tag, unsigned(from, length), length);
            default -> throw wrong("the item has no known type");
        }
    }

    private void main(int tag, int value) {
        switch (tag) {
            case 0x80 -> field(ReportKind.INPUT, value);
            case 0x90 -> field(ReportKind.OUTPUT, value);
            case 0xB0 -> field(ReportKind.FEATURE, value);
            case 0xA0 -> {
                if (depth == 0 && !usages.isEmpty()) {
                    applications.add(usages.get(usages.size() - 1));
                }
                depth++;
            }
            case 0xC0 -> {
                depth--;
                if (depth < 0) {
                    throw wrong("more collections end than begin");
                }
            }
            default -> {
                // Reserved main items mean nothing to us.
            }
        }
        usages.clear();
    }

    private void field(ReportKind kind, int flags) {
        Map<Integer, Integer> ofKind = ends.computeIfAbsent(kind, each -> new HashMap<>());
        int start = ofKind.getOrDefault(now.reportId(), now.reportId() == 0 ? 0 : 8);
        long end = start + (long) now.size() * now.count();
        if (now.size() < 0 || now.count() < 0 || end > REPORT_BITS_MAX) {
            throw wrong("a report has " + end + " bits");
        }
        ofKind.put(now.reportId(), (int) end);
        boolean constant = (flags & 1) == 1;
        // Elements of more than 32 bits are no numbers; only padding is that wide in practice.
        if (now.size() >= 1 && now.size() <= 32 && now.count() > 0) {
            boolean selector = (flags & 2) == 0 && !constant;
            fields.add(new HidField(
                    kind, now.reportId(), usages, start, now.size(), now.count(), selector, constant, now.minimum()));
        }
    }

    private void global(int tag, int from, int length) {
        int value = unsigned(from, length);
        switch (tag) {
            case 0x04 -> now = new Globals(value & 0xFFFF, now.minimum(), now.size(), now.count(), now.reportId());
            case 0x14 -> now = new Globals(now.page(), signed(from, length), now.size(), now.count(), now.reportId());
            case 0x74 -> now = new Globals(now.page(), now.minimum(), value, now.count(), now.reportId());
            case 0x94 -> now = new Globals(now.page(), now.minimum(), now.size(), value, now.reportId());
            case 0x84 -> {
                if (value < 1 || value > 255) {
                    throw wrong("no report has the id " + value);
                }
                now = new Globals(now.page(), now.minimum(), now.size(), now.count(), value);
            }
            case 0xA4 -> {
                if (stack.size() == STACK_MAX) {
                    throw wrong("too many states are pushed");
                }
                stack.push(now);
            }
            case 0xB4 -> {
                if (stack.isEmpty()) {
                    throw wrong("a state is popped that was not pushed");
                }
                now = stack.pop();
            }
            default -> {
                // Maxima and physical units are not needed to find a field.
            }
        }
    }

    private void local(int tag, int value, int length) {
        // Four bytes carry their own page (HID 1.11, 6.2.2.8).
        int usage = length == 4 ? value : now.page() << 16 | value;
        switch (tag) {
            case 0x08 -> add(usage);
            case 0x18 -> rangeStart = usage;
            case 0x28 -> {
                if (usage - rangeStart < 0 || usage - rangeStart >= USAGES_MAX) {
                    throw wrong("a range of usages runs backwards or is too long");
                }
                for (int each = rangeStart; each <= usage; each++) {
                    add(each);
                }
            }
            default -> {
                // Designators and strings are for humans.
            }
        }
    }

    private void add(int usage) {
        if (usages.size() == USAGES_MAX) {
            throw wrong("too many usages for one item");
        }
        usages.add(usage);
    }

    private int unsigned(int from, int length) {
        int value = 0;
        for (int i = 0; i < length; i++) {
            value |= bytes.at(from + i) << (8 * i);
        }
        return value;
    }

    private int signed(int from, int length) {
        int value = unsigned(from, length);
        int shift = 32 - 8 * length;
        return length == 0 || length == 4 ? value : value << shift >> shift;
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("report descriptor, byte " + at + ": " + why);
    }
}
