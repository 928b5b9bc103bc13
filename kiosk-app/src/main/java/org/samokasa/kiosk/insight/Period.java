package org.samokasa.kiosk.insight;

import java.time.Instant;
import java.util.List;

/**
 * What the tables know of a span of time.
 *
 * @param from          that included
 * @param to            that not
 * @param interventions raised in it, in the order in which they were raised
 * @param sales         completed in it
 * @param goods         sold in it, without discounts
 * @param hours         in which lanes were heard
 * @param stays         of staff who were on duty in some of it, in the order in which they came
 */
public record Period(
        Instant from,
        Instant to,
        List<Intervention> interventions,
        List<SaleAt> sales,
        List<SoldGoods> goods,
        List<LaneHour> hours,
        List<Stay> stays) {
    public Period {
        interventions = List.copyOf(interventions);
        sales = List.copyOf(sales);
        goods = List.copyOf(goods);
        hours = List.copyOf(hours);
        stays = List.copyOf(stays);
    }
}
