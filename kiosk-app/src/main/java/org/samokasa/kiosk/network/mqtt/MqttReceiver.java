package org.samokasa.kiosk.network.mqtt;

/** What a link hands on; called on the executor that the link was given. */
public interface MqttReceiver {
    /** A message on one of the topics subscribed to; the payload is not looked at yet and may be anything. */
    void onMessage(String topic, byte[] payload);

    /** True when connected and subscribed, false when that is over; never the same twice in a row. */
    void onLink(boolean up);
}
