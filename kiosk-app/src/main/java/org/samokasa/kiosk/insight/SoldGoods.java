package org.samokasa.kiosk.insight;

/**
 * Goods as they were sold.
 *
 * @param name  as printed
 * @param sales in which they were
 */
public record SoldGoods(String name, long sales) {}
