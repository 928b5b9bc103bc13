package org.samokasa.sim.shelf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All products, in the order of the list.
 *
 * @param products names may repeat; the first one wins
 */
public record Shelf(List<Product> products) {
    public static final Shelf EMPTY = new Shelf(List.of());

    public Shelf {
        products = List.copyOf(products);
    }

    public Optional<Product> byName(String name) {
        return products.stream()
                .filter(product -> product.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The code of the product of this name; anything else stays as it is. */
    public String code(String nameOrText) {
        return byName(nameOrText).map(Product::code).orElse(nameOrText);
    }

    /**
     * Reads {@code code,name,grams}, the first line being exactly that heading; names with commas stand in quotes.
     *
     * @throws IllegalArgumentException naming the first line that is wrong
     */
    public static Shelf parse(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).replace("\uFEFF", "").equals("code,name,grams")) {
            throw new IllegalArgumentException("line 1: expected the heading code,name,grams");
        }
        List<Product> products = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                products.add(product(i + 1, lines.get(i)));
            }
        }
        return new Shelf(products);
    }

    private static Product product(int number, String line) {
        List<String> fields = fields(line);
        if (fields.size() != 3 || !fields.get(2).matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException("line " + number + ": expected code,name,grams, got '" + line + "'");
        }
        try {
            return new Product(fields.get(0), fields.get(1), Integer.parseInt(fields.get(2)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
        }
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char each = line.charAt(i);
            if (each == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (each == '"') {
                quoted = !quoted;
            } else if (each == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(each);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }
}
