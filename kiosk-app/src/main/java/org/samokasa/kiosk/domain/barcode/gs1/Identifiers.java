package org.samokasa.kiosk.domain.barcode.gs1;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All application identifiers that GS1 has given out. */
final class Identifiers {
    /**
     * GS1's application identifier dictionary, release of 27 January 2026. A line holds identifiers, the shape of their
     * value, and {@code g} when a separator must follow. {@code 310n-316n} stands for 3100 to 3105, 3110 to 3115 and so on:
     * the last digit is the number of decimals, 0 to 5.
     */
    private static final String DICTIONARY = """
            00 N18:c
            01,02,03 N14:c
            10 X..20 g
            11-13,15-17 N6:d0
            20 N2
            21,22 X..20 g
            235 X..28 g
            240,241 X..30 g
            242 N..6 g
            243 X..20 g
            250,251 X..30 g
            253 N13:c+[X..17] g
            254 X..20 g
            255 N13:c+[N..12] g
            30 N..8 g
            310n-316n,320n-337n,340n-357n,360n-369n N6
            37 N..8 g
            3900-3909 N..15 g
            3910-3919 N3+N..15 g
            3920-3929 N..15 g
            3930-3939 N3+N..15 g
            3940-3943 N4 g
            3950-3955 N6 g
            400,401 X..30 g
            402 N17:c g
            403 X..30 g
            410-417 N13:c
            420 X..20 g
            421 N3+X..9 g
            422 N3 g
            423,425 N3+[N3]+[N3]+[N3]+[N3] g
            424,426 N3 g
            427 X..3 g
            4300,4301 X..35 g
            4302-4306 X..70 g
            4307 X2 g
            4308 X..30 g
            4309 N10+N10 g
            4310,4311 X..35 g
            4312-4316 X..70 g
            4317 X2 g
            4318 X..20 g
            4319 X..30 g
            4320 X..35 g
            4321-4323 N1 g
            4324,4325 N6:d0+N4:t g
            4326 N6:d g
            4330-4333 N6+[X1] g
            7001 N13 g
            7002 X..30 g
            7003 N6:d+N4:t g
            7004 N..4 g
            7005 X..12 g
            7006 N6:d g
            7007 N6:d+[N6:d] g
            7008 X..3 g
            7009 X..10 g
            7010 X..2 g
            7011 N6:d+[N4:t] g
            7020-7022 X..20 g
            7023 X..30 g
            7030-7039 N3+X..27 g
            7040 N1+X1+X1+X1 g
            7041 X..4 g
            710-717 X..20 g
            7230-7239 X2+X..28 g
            7240 X..20 g
            7241 N2 g
            7242 X..25 g
            7250 N8 g
            7251 N8+N4:t g
            7252 N1 g
            7253,7254 X..40 g
            7255 X..10 g
            7256 X..90 g
            7257 X..70 g
            7258 X3 g
            7259 X..40 g
            8001 N4+N5+N3+N1+N1 g
            8002 X..20 g
            8003 N1+N13:c+[X..16] g
            8004 X..30 g
            8005 N6 g
            8006 N14:c+N4 g
            8007 X..34 g
            8008 N6:d+N2+[N2]+[N2] g
            8009 X..50 g
            8010 Y..30 g
            8011 N..12 g
            8012 X..20 g
            8013,8014 X..25 g
            8017,8018 N18:c g
            8019 N..10 g
            8020 X..25 g
            8026 N14:c+N4 g
            8030 Z..90 g
            8040,8041 N15 g
            8042 N32 g
            8043 N18+[N..2] g
            8110 X..70 g
            8111 N4 g
            8112,8200 X..70 g
            90 X..30 g
            91-99 X..90 g
            """;

    private static final int DECIMALS_MAX = 5;
    private static final int LONGEST_AI = 4;
    private static final Map<String, Identifier> ALL = read();

    private Identifiers() {}

    static Optional<Identifier> find(String ai) {
        return Optional.ofNullable(ALL.get(ai));
    }

    /** The identifier that begins at this place; the longest one that is in the dictionary. */
    static Optional<Identifier> at(String data, int place) {
        for (int length = Math.min(LONGEST_AI, data.length() - place); length >= 2; length--) {
            Identifier found = ALL.get(data.substring(place, place + length));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    static int count() {
        return ALL.size();
    }

    private static Map<String, Identifier> read() {
        Map<String, Identifier> all = new HashMap<>();
        for (String line : DICTIONARY.split("\n")) {
            String[] words = line.split(" ");
            for (String range : words[0].split(",")) {
                String[] ends = range.split("-");
                boolean decimals = range.endsWith("n");
                int from = Integer.parseInt(ends[0].replace("n", ""));
                int to = Integer.parseInt(ends[ends.length - 1].replace("n", ""));
                for (int number = from; number <= to; number++) {
                    String ai = ends[0].startsWith("0") ? "0" + number : String.valueOf(number);
                    for (int n = 0; n <= (decimals ? DECIMALS_MAX : 0); n++) {
                        String whole = decimals ? ai + n : ai;
                        all.put(whole, Identifier.of(whole, words[1], words.length > 2));
                    }
                }
            }
        }
        return Map.copyOf(all);
    }
}
