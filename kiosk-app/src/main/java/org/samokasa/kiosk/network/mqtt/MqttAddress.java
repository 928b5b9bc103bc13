package org.samokasa.kiosk.network.mqtt;

import java.net.URI;
import java.util.Optional;

/**
 * Where a broker is and as whom we come.
 *
 * @param host     name or address
 * @param port     1 to 65535
 * @param tls      whether the connection is encrypted, with the platform's trusted authorities
 * @param user     empty when the broker asks for none
 * @param password empty when the broker asks for none
 */
public record MqttAddress(String host, int port, boolean tls, Optional<String> user, Optional<String> password) {
    private static final int PORT = 1883;
    private static final int PORT_TLS = 8883;

    public MqttAddress {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a broker needs a host and a port from 1 to 65535");
        }
    }

    /** A broker of this machine that asks for nothing. */
    public static MqttAddress local(int port) {
        return new MqttAddress("127.0.0.1", port, false, Optional.empty(), Optional.empty());
    }

    /**
     * The broker of a URL, {@code mqtt://host:1883} or {@code mqtts://host:8883}.
     *
     * @throws IllegalArgumentException if it is none; the message says why
     */
    public static MqttAddress of(String url, Optional<String> user, Optional<String> password) {
        URI uri = URI.create(url);
        boolean tls = "mqtts".equals(uri.getScheme());
        if ((!tls && !"mqtt".equals(uri.getScheme())) || uri.getHost() == null) {
            throw new IllegalArgumentException("a broker's URL is mqtt://host:port or mqtts://host:port, not " + url);
        }
        if (uri.getUserInfo() != null) {
            throw new IllegalArgumentException("user and password have keys of their own, they do not go into the URL");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? PORT_TLS : PORT;
        return new MqttAddress(uri.getHost(), port, tls, user, password);
    }

    /** Without the password, for messages. */
    @Override
    public String toString() {
        return (tls ? "mqtts://" : "mqtt://") + host + ":" + port;
    }
}
