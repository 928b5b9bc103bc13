package org.samokasa.kiosk.domain.barcode;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Numbers of the International Federation for Produce Standards, as on stickers of fruit. */
public final class ProduceNumber {
    /** The more usual of some 1,400 numbers. Where a pair exists, the sizes are those of the list of the federation. */
    private static final String TABLE = """
            4011 Banana, yellow;4235 Plantain;4016 Apple Red Delicious, large;4017 Apple Granny Smith, large
            4020 Apple Golden Delicious, large;4019 Apple McIntosh, large;3283 Apple Honeycrisp, large;4133 Apple Gala, small
            4135 Apple Gala, large;4131 Apple Fuji;4128 Apple Cripps Pink, small;4103 Apple Braeburn, large
            3012 Pear Abate Fetel;3017 Pear Conference;4409 Pear Bartlett/Williams;4413 Pear Bosc, large
            4416 Pear Anjou;4408 Asian pear/Nashi;4012 Orange Navel, large;3107 Orange Navel, medium
            4450 Clementine;4053 Lemon, large;4048 Lime;4281 Grapefruit, red
            4022 Grapes, white seedless;4023 Grapes, red seedless;4056 Grapes, black seedless;4030 Kiwifruit
            4036 Nectarine, yellow, large;4038 Peach, yellow, large;4040 Plum, black, large;4042 Plum, red, large
            4218 Apricot;4045 Cherries;4032 Watermelon, seedless;4050 Cantaloupe melon
            4034 Honeydew melon;4051 Mango;4433 Pineapple;4046 Avocado Hass, small
            4225 Avocado Hass, large;4261 Coconut;3040 Dragon fruit, red;4080 Asparagus, green
            4066 Green beans;4060 Broccoli;4550 Brussels sprouts;4069 Cabbage, green
            4554 Cabbage, red;4079 Cauliflower;4070 Celery, stalks;4585 Celeriac
            4078 Sweetcorn, yellow;4062 Cucumber;4593 Cucumber, long greenhouse;4081 Aubergine
            4608 Garlic;4612 Ginger root;4629 Leek;4061 Iceberg lettuce
            4085 Mushrooms, white, large;4082 Onion, red;4093 Onion, yellow, large;4663 Onion, white
            4068 Spring onions;4065 Pepper, green;4088 Pepper, red;4689 Pepper, yellow
            4072 Baking potato;4073 Potato, red;4083 Potato, white;4816 Sweet potato
            4089 Radishes, bunch;4067 Courgette, green;4759 Butternut squash;4087 Tomato, plum/Roma
            4664 Tomatoes on the vine;4796 Cherry tomatoes;4745 Rhubarb;4672 Parsnip
            """;

    private static final Map<String, String> NAMES = read();

    private ProduceNumber() {}

    /** 3000 to 4999 conventional; 9 before it organic; 83000 to 84999 an ordinary extension whose 8 means nothing. */
    public static boolean isOne(String digits) {
        return digits.matches("[89]?[34][0-9]{3}");
    }

    /** Its English name; empty for the many numbers that are not in this table or that each chain uses in its own way. */
    public static Optional<String> name(String number) {
        boolean organic = number.length() == 5 && number.startsWith("9");
        return Optional.ofNullable(NAMES.get(organic ? number.substring(1) : number))
                .map(name -> organic ? name + ", organic" : name);
    }

    private static Map<String, String> read() {
        Map<String, String> names = new HashMap<>();
        for (String entry : TABLE.strip().split("[;\n]")) {
            names.put(entry.substring(0, 4), entry.substring(5));
        }
        return Map.copyOf(names);
    }
}
