package org.samokasa.protocol.hid;

import java.util.List;
import org.samokasa.protocol.Bytes;

/**
 * One main item of a report descriptor: a row of equally wide elements.
 *
 * @param reportId 0 when the device uses no ids
 * @param usages page in the upper 16 bits, usage in the lower; the last one stands for all elements that follow
 * @param bitOffset of the first element, counted from the start of the report with its id byte
 * @param bitSize of one element, 1 to 32
 * @param count of elements
 * @param selector true for an "array": each element holds the number of a usage instead of a value
 * @param constant padding
 * @param logicalMinimum decides whether values have a sign; number of a selector's first usage
 */
public record HidField(
        ReportKind kind,
        int reportId,
        List<Integer> usages,
        int bitOffset,
        int bitSize,
        int count,
        boolean selector,
        boolean constant,
        int logicalMinimum) {
    public HidField {
        usages = List.copyOf(usages);
    }

    int usageOf(int element) {
        return usages.isEmpty() ? 0 : usages.get(Math.min(element, usages.size() - 1));
    }

    /** The elements that carry this usage, in a row. */
    HidField only(int usage) {
        int first = 0;
        while (first < count && usageOf(first) != usage) {
            first++;
        }
        int end = first;
        while (end < count && usageOf(end) == usage) {
            end++;
        }
        return new HidField(
                kind,
                reportId,
                List.of(usage),
                bitOffset + first * bitSize,
                bitSize,
                end - first,
                false,
                constant,
                logicalMinimum);
    }

    /** True when the report is long enough for this element. */
    public boolean fits(Bytes report, int element) {
        return bitOffset + (element + 1) * bitSize <= report.size() * 8;
    }

    /**
     * The value of an element, with its sign when the descriptor gives it one.
     *
     * @throws IndexOutOfBoundsException when the report is shorter than {@link #fits} asks
     */
    public long value(Bytes report, int element) {
        long value = 0;
        int start = bitOffset + element * bitSize;
        for (int bit = 0; bit < bitSize; bit++) {
            int at = start + bit;
            value |= (long) (report.at(at / 8) >> (at % 8) & 1) << bit;
        }
        boolean negative = logicalMinimum < 0 && (value >> (bitSize - 1) & 1) == 1;
        return negative ? value - (1L << bitSize) : value;
    }

    /** The usage a selector points at; 0 when it points at none. */
    public int selected(Bytes report, int element) {
        long index = value(report, element) - logicalMinimum;
        return index >= 0 && index < usages.size() ? usages.get((int) index) : 0;
    }

    /** Writes a value into a report under construction. */
    public void put(byte[] report, int element, long value) {
        int start = bitOffset + element * bitSize;
        for (int bit = 0; bit < bitSize; bit++) {
            int at = start + bit;
            int mask = 1 << (at % 8);
            report[at / 8] = (byte) ((value >> bit & 1) == 1 ? report[at / 8] | mask : report[at / 8] & ~mask);
        }
    }
}
