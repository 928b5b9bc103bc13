package org.samokasa.transport;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/**
 * A serial port through jSerialComm. The port is looked up at each attempt, because the library resolves a symbolic link
 * at look-up and a replugged adapter may be another device file behind the same link.
 */
final class SerialLine implements Line {
    /** How long one read waits; bounds only how late an unplugged quiet port is noticed. */
    private static final int READ_MILLIS = 200;
    /** Pause while the port takes no bytes (flow control). */
    private static final long FULL_NANOS = 5_000_000L;

    private final DeviceAddress.Serial address;
    private volatile SerialPort port;
    private volatile boolean closed;

    SerialLine(DeviceAddress.Serial address) {
        this.address = address;
    }

    @Override
    public void open() throws IOException {
        SerialPort found = lookUp();
        found.setComPortParameters(address.baud(), address.dataBits(), stopBits(), parity());
        found.setFlowControl(flow());
        found.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
        if (!found.openPort()) {
            throw new IOException("cannot open " + address.path()
                    + ", it is missing, in use or forbidden (system error " + found.getLastErrorCode() + ")");
        }
        port = found;
        // Some machines take a low RTS for "host not ready" and stay silent. A pseudo-terminal has no such lines and
        // answers false, so the answer proves nothing.
        found.setDTR();
        found.setRTS();
        if (closed) {
            found.closePort();
        }
    }

    private SerialPort lookUp() throws IOException {
        try {
            return SerialPort.getCommPort(address.path());
        } catch (SerialPortInvalidPortException e) {
            throw new IOException("there is no port " + address.path(), e);
        }
    }

    private int stopBits() {
        return address.stopBits() == 2 ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT;
    }

    private int parity() {
        return switch (address.parity()) {
            case NONE -> SerialPort.NO_PARITY;
            case EVEN -> SerialPort.EVEN_PARITY;
            case ODD -> SerialPort.ODD_PARITY;
        };
    }

    private int flow() {
        return switch (address.flow()) {
            case NONE -> SerialPort.FLOW_CONTROL_DISABLED;
            case RTSCTS -> SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;
            case DTRDSR -> SerialPort.FLOW_CONTROL_DTR_ENABLED | SerialPort.FLOW_CONTROL_DSR_ENABLED;
            case XONXOFF -> SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
        };
    }

    @Override
    public int read(byte[] into) {
        return port.readBytes(into, into.length);
    }

    @Override
    public void write(byte[] all) throws IOException {
        int done = 0;
        while (done < all.length) {
            int taken = port.writeBytes(all, all.length - done, done);
            // An unplugged port answers 0 for ever and only bytesAvailable tells it from a full one.
            if (closed || taken < 0 || (taken == 0 && port.bytesAvailable() < 0)) {
                throw new IOException(address.path() + " takes no more bytes");
            }
            done += taken;
            if (taken == 0) {
                LockSupport.parkNanos(FULL_NANOS);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        SerialPort open = port;
        if (open != null) {
            open.closePort();
        }
    }
}
