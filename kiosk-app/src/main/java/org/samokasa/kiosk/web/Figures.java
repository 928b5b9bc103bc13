package org.samokasa.kiosk.web;

import java.util.List;
import java.util.Map;

/**
 * What happened since a moment.
 *
 * @param sales         completed
 * @param takingsMinor  by ISO currency, in minor units
 * @param interventions by cause, the most frequent first
 */
public record Figures(long sales, Map<String, Long> takingsMinor, List<Cause> interventions) {
    /**
     * Requests of one cause.
     *
     * @param count               raised
     * @param acceptMillisMedian  from raised to accepted, of those accepted; 0 if none was
     */
    public record Cause(String cause, long count, long acceptMillisMedian) {}
}
