package org.samokasa.kiosk.domain.receipt;

import java.util.List;

/**
 * Who sells.
 *
 * @param id short name for topics and file names
 * @param taxId seller's tax number, empty for none
 */
public record ShopInfo(String id, String name, List<String> address, String taxId) {
    public ShopInfo {
        address = List.copyOf(address);
    }
}
