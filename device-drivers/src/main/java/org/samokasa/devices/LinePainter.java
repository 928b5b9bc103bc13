package org.samokasa.devices;

import java.util.Optional;

/** Draws lines that a printer has no characters for. Drawing needs fonts, which drivers do not have. */
@FunctionalInterface
public interface LinePainter {
    /** A shop without fonts: what no character table has is printed as {@code ?}. */
    LinePainter NONE = (line, paper) -> Optional.empty();

    /**
     * @param dots printable width
     * @param columns characters of the standard font on that width, so that drawn text is as large as the printer's own
     */
    record Paper(int dots, int columns) {}

    /** The line as dots, wrapped as the printer would wrap it; empty for lines that are no text or cannot be drawn. */
    Optional<PaperLine.Image> paint(PaperLine line, Paper paper);
}
