/**
 * The MQTT client behind the channels of {@link org.samokasa.kiosk.network}. It owns no thread of ours: everything that
 * arrives is handed to an executor given from outside.
 */
package org.samokasa.kiosk.network.mqtt;
