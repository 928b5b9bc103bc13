package org.samokasa.sim.shelf;

/**
 * Something to buy.
 *
 * @param code what is on its label
 * @param name what people and scripts call it
 * @param grams what it weighs, 0 when that is not known
 */
public record Product(String code, String name, int grams) {
    public Product {
        if (code.isBlank() || name.isBlank() || grams < 0) {
            throw new IllegalArgumentException(
                    "a product has a code, a name and a weight, got '" + code + "', '" + name + "', " + grams);
        }
    }
}
