package org.samokasa.protocol.hid;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.samokasa.protocol.Bytes;

/** What a device says about its reports. Immutable. */
public final class ReportDescriptor {
    private final List<HidField> fields;
    private final Set<Integer> applications;

    ReportDescriptor(List<HidField> fields, Set<Integer> applications) {
        this.fields = List.copyOf(fields);
        this.applications = Set.copyOf(applications);
    }

    /** @throws IllegalArgumentException saying at which byte it makes no sense */
    public static ReportDescriptor parse(Bytes bytes) {
        return new DescriptorReader(bytes).read();
    }

    /** Page and usage as one number. */
    public static int usage(int page, int usage) {
        return page << 16 | usage;
    }

    /** True when one of the device's top collections has this usage. */
    public boolean isFor(int usage) {
        return applications.contains(usage);
    }

    /** Page of a top collection; several interfaces of one family share it. */
    public boolean hasPage(int page) {
        return applications.stream().anyMatch(usage -> usage >>> 16 == page);
    }

    public List<HidField> fields() {
        return fields;
    }

    /** True when the first byte of every report is its id. */
    public boolean usesIds() {
        return fields.stream().anyMatch(field -> field.reportId() != 0);
    }

    /** The elements of this kind with this usage; for a selector use {@link #selector}. */
    public Optional<HidField> find(ReportKind kind, int usage) {
        return fields.stream()
                .filter(field -> field.kind() == kind && !field.selector() && !field.constant())
                .filter(field -> field.usages().contains(usage))
                .map(field -> field.only(usage))
                .filter(field -> field.count() > 0)
                .findFirst();
    }

    /** The selector that can point at this usage. */
    public Optional<HidField> selector(ReportKind kind, int usage) {
        return fields.stream()
                .filter(field -> field.kind() == kind && field.selector())
                .filter(field -> field.usages().contains(usage))
                .findFirst();
    }

    /** Bytes of a report with its id; 0 when there is no such report. */
    public int length(ReportKind kind, int reportId) {
        int bits = fields.stream()
                .filter(field -> field.kind() == kind && field.reportId() == reportId)
                .mapToInt(field -> field.bitOffset() + field.bitSize() * field.count())
                .max()
                .orElse(0);
        return (bits + 7) / 8;
    }

    /** How a report that the host sends goes out: as an output report where there is one of this id, else as a feature. */
    public ReportKind wayOut(int reportId) {
        Set<ReportKind> ways = fields.stream()
                .filter(field -> field.reportId() == reportId)
                .map(HidField::kind)
                .collect(Collectors.toSet());
        return ways.contains(ReportKind.FEATURE) && !ways.contains(ReportKind.OUTPUT)
                ? ReportKind.FEATURE
                : ReportKind.OUTPUT;
    }
}
