package org.samokasa.protocol.escpos;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * One character table of a printer.
 *
 * @param number what ESC t selects it by; the numbers differ by maker, these are Epson's (sheet section 3)
 * @param charset the same table in Java
 */
public record CodePage(int number, Charset charset) {
    public CodePage {
        if (number < 0 || number > 255) {
            throw new IllegalArgumentException("a code page number is one byte, got " + number);
        }
        if (!charset.canEncode()) {
            throw new IllegalArgumentException("the charset " + charset + " cannot encode");
        }
    }

    /** Western, Central European, Cyrillic and Baltic pages of Epson printers, in the order in which they are tried. */
    public static final List<CodePage> EPSON =
            parse("19:IBM00858 18:IBM852 17:IBM866 33:IBM775 16:windows-1252 45:windows-1250 46:windows-1251"
                    + " 51:windows-1257 14:IBM737 13:IBM857");

    /**
     * Reads {@code "19:IBM00858 18:IBM852"}: the number for ESC t and the Java name of the same table.
     *
     * @throws IllegalArgumentException naming the entry that is wrong
     */
    public static List<CodePage> parse(String text) {
        List<CodePage> pages = new ArrayList<>();
        for (String entry : text.trim().split("[\\s,]+")) {
            String[] parts = entry.split(":", 2);
            if (parts.length != 2 || !parts[0].matches("[0-9]{1,3}") || !supported(parts[1])) {
                throw new IllegalArgumentException("code page '" + entry + "': expected NUMBER:CHARSET, as 18:IBM852");
            }
            pages.add(new CodePage(Integer.parseInt(parts[0]), Charset.forName(parts[1])));
        }
        return List.copyOf(pages);
    }

    private static boolean supported(String charset) {
        return charset.matches("[A-Za-z0-9][A-Za-z0-9._:+-]*") && Charset.isSupported(charset);
    }
}
