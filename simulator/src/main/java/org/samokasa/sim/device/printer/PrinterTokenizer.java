package org.samokasa.sim.device.printer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.device.printer.PrinterToken.Command;

/**
 * Takes the byte stream apart. A command that announces data swallows exactly so many bytes, whatever they are; an
 * unknown command is skipped with its code. Lengths: protocol sheet printer-escpos, sections 2 to 6.
 */
final class PrinterTokenizer {
    static final int ESC = 0x1B;
    static final int FS = 0x1C;
    static final int GS = 0x1D;
    static final int DLE = 0x10;
    private static final int CLEAR_BUFFER_PARAMETERS = 8;
    /** More than any command may announce here; a longer one is noise and is skipped with its code. */
    private static final int PARAMETERS_MAX = 1 << 18;

    private static final int INCOMPLETE = -1;

    private static final Map<Integer, Integer> ESC_LENGTHS = Map.ofEntries(
            Map.entry((int) '@', 0),
            Map.entry((int) '2', 0),
            Map.entry((int) 'i', 0),
            Map.entry((int) 'm', 0),
            Map.entry(0x0C, 0),
            Map.entry((int) 'd', 1),
            Map.entry((int) 'J', 1),
            Map.entry((int) '3', 1),
            Map.entry((int) 'a', 1),
            Map.entry((int) 'E', 1),
            Map.entry((int) 'G', 1),
            Map.entry((int) '-', 1),
            Map.entry((int) '!', 1),
            Map.entry((int) 'M', 1),
            Map.entry((int) 't', 1),
            Map.entry((int) 'R', 1),
            Map.entry((int) '=', 1),
            Map.entry((int) 'V', 1),
            Map.entry((int) '{', 1),
            Map.entry((int) ' ', 1),
            Map.entry((int) 'B', 2),
            Map.entry((int) 'c', 2),
            Map.entry((int) '$', 2),
            Map.entry((int) '\\', 2),
            Map.entry((int) 'p', 3));

    private static final Map<Integer, Integer> GS_LENGTHS = Map.ofEntries(
            Map.entry((int) '!', 1),
            Map.entry((int) 'B', 1),
            Map.entry((int) 'H', 1),
            Map.entry((int) 'f', 1),
            Map.entry((int) 'h', 1),
            Map.entry((int) 'w', 1),
            Map.entry((int) 'I', 1),
            Map.entry((int) 'r', 1),
            Map.entry((int) 'a', 1),
            Map.entry((int) 'L', 2),
            Map.entry((int) 'W', 2),
            Map.entry((int) 'P', 2),
            Map.entry((int) '/', 1));

    private Bytes rest = Bytes.EMPTY;

    /** Takes in more of the stream and answers the tokens that became whole. */
    List<PrinterToken> feed(Bytes chunk) {
        List<PrinterToken> tokens = new ArrayList<>();
        Bytes stream = rest.plus(chunk);
        int at = 0;
        while (at < stream.size()) {
            int end = next(stream, at, tokens);
            if (end == INCOMPLETE) {
                break;
            }
            at = end;
        }
        rest = stream.slice(at, stream.size());
        return tokens;
    }

    /** Forgets a command that has begun. */
    void reset() {
        rest = Bytes.EMPTY;
    }

    private static int next(Bytes stream, int at, List<PrinterToken> tokens) {
        int octet = stream.at(at);
        if (octet >= 0x20) {
            int end = at + 1;
            while (end < stream.size() && stream.at(end) >= 0x20) {
                end++;
            }
            tokens.add(new PrinterToken.Text(stream.slice(at, end)));
            return end;
        }
        if (octet != ESC && octet != FS && octet != GS && octet != DLE) {
            tokens.add(new PrinterToken.Control(octet));
            return at + 1;
        }
        if (at + 1 >= stream.size()) {
            return INCOMPLETE;
        }
        return octet == DLE ? realTime(stream, at, tokens) : command(stream, at, tokens);
    }

    private static int realTime(Bytes stream, int at, List<PrinterToken> tokens) {
        int code = stream.at(at + 1);
        int length;
        switch (code) {
            case 0x04, 0x05 -> length = 1;
            case 0x14 -> {
                if (at + 2 >= stream.size()) {
                    return INCOMPLETE;
                }
                length = stream.at(at + 2) == 0x08 ? CLEAR_BUFFER_PARAMETERS : 3;
            }
            default -> {
                return at + 1;
            }
        }
        if (at + 2 + length > stream.size()) {
            return INCOMPLETE;
        }
        tokens.add(new PrinterToken.RealTime(code, stream.slice(at + 2, at + 2 + length)));
        return at + 2 + length;
    }

    private static int command(Bytes stream, int at, List<PrinterToken> tokens) {
        int lead = stream.at(at);
        int code = stream.at(at + 1);
        Bytes after = stream.slice(at + 2, stream.size());
        int length = switch (lead) {
            case ESC -> escLength(code, after);
            case GS -> gsLength(code, after);
            default -> code == 'p' ? 2 : 0;
        };
        if (length > PARAMETERS_MAX) {
            return at + 2;
        }
        if (length == INCOMPLETE || length > after.size()) {
            return INCOMPLETE;
        }
        tokens.add(new Command(lead, code, after.slice(0, length)));
        return at + 2 + length;
    }

    private static int escLength(int code, Bytes after) {
        return switch (code) {
            case 'D' -> untilZero(after);
            case '(' -> counted(after, 1);
            case '*' -> columns(after);
            default -> ESC_LENGTHS.getOrDefault(code, 0);
        };
    }

    private static int gsLength(int code, Bytes after) {
        return switch (code) {
            case 'V' -> after.isEmpty() ? INCOMPLETE : after.at(0) >= 0x41 ? 2 : 1;
            case '(' -> counted(after, 1);
            case '8' -> countedLong(after);
            case 'k' -> barcode(after);
            case 'v' -> raster(after);
            default -> GS_LENGTHS.getOrDefault(code, 0);
        };
    }

    private static int untilZero(Bytes after) {
        for (int i = 0; i < after.size() && i < 33; i++) {
            if (after.at(i) == 0) {
                return i + 1;
            }
        }
        return after.size() < 33 ? INCOMPLETE : 0;
    }

    /** {@code fn pL pH data}. */
    private static int counted(Bytes after, int lengthAt) {
        if (after.size() < lengthAt + 2) {
            return INCOMPLETE;
        }
        return lengthAt + 2 + after.at(lengthAt) + 256 * after.at(lengthAt + 1);
    }

    /** {@code L p1 p2 p3 p4 data}. */
    private static int countedLong(Bytes after) {
        if (after.size() < 5) {
            return INCOMPLETE;
        }
        long length = after.at(1) + 256L * after.at(2) + 65_536L * after.at(3) + 16_777_216L * after.at(4);
        return (int) Math.min(length + 5, PARAMETERS_MAX + 1L);
    }

    /** {@code m nL nH data}: 24-dot columns have three bytes each. */
    private static int columns(Bytes after) {
        if (after.size() < 3) {
            return INCOMPLETE;
        }
        return 3 + (after.at(0) >= 32 ? 3 : 1) * (after.at(1) + 256 * after.at(2));
    }

    /** Form A ends with 00, form B announces its length. */
    private static int barcode(Bytes after) {
        if (after.size() < 2) {
            return INCOMPLETE;
        }
        if (after.at(0) >= 0x41) {
            return 2 + after.at(1);
        }
        for (int i = 1; i < after.size(); i++) {
            if (after.at(i) == 0) {
                return i + 1;
            }
        }
        return after.size() > 256 ? 1 : INCOMPLETE;
    }

    /** {@code 30 m xL xH yL yH data}. */
    private static int raster(Bytes after) {
        if (after.size() < 6) {
            return INCOMPLETE;
        }
        return 6 + (after.at(2) + 256 * after.at(3)) * (after.at(4) + 256 * after.at(5));
    }
}
