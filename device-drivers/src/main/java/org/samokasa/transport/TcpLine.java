package org.samokasa.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;

/** A TCP connection: no Nagle delay (small requests and answers), keep-alive on (a dead peer is noticed in the end). */
final class TcpLine implements Line {
    private final DeviceAddress.Tcp address;
    private final Socket socket = new Socket();

    TcpLine(DeviceAddress.Tcp address) {
        this.address = address;
    }

    @Override
    public void open() throws IOException {
        InetSocketAddress place = new InetSocketAddress(address.host(), address.port());
        if (place.isUnresolved()) {
            throw new IOException("unknown host " + address.host());
        }
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        socket.connect(place, OPEN_MILLIS_MAX);
    }

    @Override
    public int read(byte[] into) throws IOException {
        return socket.getInputStream().read(into);
    }

    @Override
    public void write(byte[] all) throws IOException {
        socket.getOutputStream().write(all);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // A socket that cannot be closed is a socket that is closed: nothing is left to release.
        }
    }
}
