package org.samokasa.protocol.nexo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.samokasa.json.JsonTree;

/**
 * Who speaks to whom about what (section 2). Absent parts are empty.
 *
 * @param serviceId unique for each terminal within 48 hours; names the exchange
 * @param deviceId instead of it for class Device
 */
public record NexoHeader(
        String messageClass,
        String category,
        String type,
        String serviceId,
        String deviceId,
        String saleId,
        String poiId) {
    private static final String VERSION = "3.0";

    public static NexoHeader request(String category, String serviceId, String saleId, String poiId) {
        return new NexoHeader("Service", category, "Request", serviceId, "", saleId, poiId);
    }

    /** The header that answers this one. */
    public NexoHeader response() {
        return new NexoHeader(messageClass, category, "Response", serviceId, deviceId, saleId, poiId);
    }

    public static NexoHeader read(JsonTree tree) {
        return new NexoHeader(
                tree.at("MessageClass").textOrEmpty(),
                tree.at("MessageCategory").textOrEmpty(),
                tree.at("MessageType").textOrEmpty(),
                tree.at("ServiceID").textOrEmpty(),
                tree.at("DeviceID").textOrEmpty(),
                tree.at("SaleID").textOrEmpty(),
                tree.at("POIID").textOrEmpty());
    }

    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("ProtocolVersion", VERSION);
        tree.put("MessageClass", messageClass);
        tree.put("MessageCategory", category);
        tree.put("MessageType", type);
        if (!serviceId.isEmpty()) {
            tree.put("ServiceID", serviceId);
        }
        if (!deviceId.isEmpty()) {
            tree.put("DeviceID", deviceId);
        }
        tree.put("SaleID", saleId);
        tree.put("POIID", poiId);
        return tree;
    }

    /** The property of the body: category and type, but for events (section 2). */
    public String bodyName() {
        if (category.equals("Event")) {
            return "EventNotification";
        }
        return category + (type.equals("Response") ? "Response" : "Request");
    }
}
