package org.samokasa.kiosk.store;

/** How much a lane has sold since the hub's journal began. */
public record LaneSales(long count, long lastSaleNumber) {
    static final LaneSales NONE = new LaneSales(0, 0);

    LaneSales plus(Sale sale) {
        return new LaneSales(count + 1, sale.saleNumber());
    }
}
