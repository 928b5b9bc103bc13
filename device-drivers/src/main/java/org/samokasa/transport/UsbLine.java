package org.samokasa.transport;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import javax.usb.UsbConst;
import javax.usb.UsbControlIrp;
import javax.usb.UsbDevice;
import javax.usb.UsbEndpoint;
import javax.usb.UsbException;
import javax.usb.UsbInterface;
import javax.usb.UsbPipe;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.hid.ReportDescriptor;
import org.samokasa.protocol.hid.ReportKind;

/**
 * A HID interface through {@code javax.usb}: what is read is one report, what is written is one report. The device is
 * looked for at each attempt, so it is found again at another socket.
 */
final class UsbLine implements Line {
    private static final int GET_DESCRIPTOR = 0x06;
    private static final int SET_REPORT = 0x09;
    private static final int FROM_INTERFACE = 0x81;
    private static final int CLASS_TO_INTERFACE = 0x21;
    private static final int REPORT_DESCRIPTOR = 0x22;
    private static final int DESCRIPTOR_BYTES_MAX = 4_096;
    /** Our own line before this one may need so long to let go (see javax.usb.properties, timeout). */
    private static final int CLAIM_TRIES = 20;

    private static final long CLAIM_PAUSE_NANOS = 50_000_000L;

    private final DeviceAddress.Usb address;
    private final UsbArrivals arrivals;
    private UsbDevice device;
    private UsbInterface claimed;
    private UsbPipe out;
    private ReportDescriptor reports;
    private volatile UsbPipe in;
    private volatile boolean closed;
    private Bytes description = Bytes.EMPTY;

    UsbLine(DeviceAddress.Usb address, UsbArrivals arrivals) {
        this.address = address;
        this.arrivals = arrivals;
    }

    @Override
    public void open() throws IOException {
        arrivals.listen();
        device = UsbFinder.find(address);
        try {
            UsbInterface wanted = UsbFinder.hidInterface(device, address);
            claim(wanted);
            claimed = wanted;
            description = readDescriptor();
            if (description.isEmpty()) {
                throw new IOException("USB device " + address.id() + " gives no report descriptor");
            }
            reports = understood(description);
            UsbPipe pipe = pipe(UsbConst.ENDPOINT_DIRECTION_IN);
            pipe.open();
            out = pipe(UsbConst.ENDPOINT_DIRECTION_OUT);
            if (out != null) {
                out.open();
            }
            in = pipe;
        } catch (UsbException | RuntimeException e) {
            release();
            throw UsbFinder.failed(address, e);
        } catch (IOException e) {
            release();
            throw e;
        }
    }

    /** The kernel's own driver has the interface; it is taken from it. */
    private void claim(UsbInterface wanted) throws UsbException, IOException {
        for (int tries = 0; wanted.isClaimed(); tries++) {
            if (tries == CLAIM_TRIES) {
                throw new IOException("USB device " + address.id() + " is in use by another driver of this process");
            }
            LockSupport.parkNanos(CLAIM_PAUSE_NANOS);
        }
        wanted.claim(kernelDriver -> true);
    }

    private Bytes readDescriptor() throws UsbException {
        UsbControlIrp request = device.createUsbControlIrp(
                (byte) FROM_INTERFACE, (byte) GET_DESCRIPTOR, (short) (REPORT_DESCRIPTOR << 8), number());
        request.setData(new byte[DESCRIPTOR_BYTES_MAX]);
        device.syncSubmit(request);
        return Bytes.copyOf(Arrays.copyOf(request.getData(), request.getActualLength()));
    }

    /** A descriptor that makes no sense is the driver's to judge; for writing it then counts as one without ids. */
    private static ReportDescriptor understood(Bytes description) {
        try {
            return ReportDescriptor.parse(description);
        } catch (IllegalArgumentException e) {
            return ReportDescriptor.parse(Bytes.EMPTY);
        }
    }

    private short number() {
        return claimed.getUsbInterfaceDescriptor().bInterfaceNumber();
    }

    private UsbPipe pipe(byte direction) {
        for (Object each : claimed.getUsbEndpoints()) {
            UsbEndpoint endpoint = (UsbEndpoint) each;
            if (endpoint.getType() == UsbConst.ENDPOINT_TYPE_INTERRUPT && endpoint.getDirection() == direction) {
                return endpoint.getUsbPipe();
            }
        }
        return null;
    }

    @Override
    public Bytes description() {
        return description;
    }

    @Override
    public int read(byte[] into) throws IOException {
        if (closed) {
            release();
            return -1;
        }
        try {
            return in.syncSubmit(into);
        } catch (UsbException | RuntimeException e) {
            release();
            throw closed ? new IOException("closed") : new IOException("USB device " + address.id() + " was lost", e);
        }
    }

    @Override
    public void write(byte[] report) throws IOException {
        int id = reports.usesIds() && report.length > 0 ? report[0] & 0xFF : 0;
        ReportKind kind = reports.wayOut(id);
        try {
            if (out != null && kind == ReportKind.OUTPUT) {
                out.syncSubmit(report);
                return;
            }
            UsbControlIrp request = device.createUsbControlIrp(
                    (byte) CLASS_TO_INTERFACE, (byte) SET_REPORT, (short) (kind.code() << 8 | id), number());
            request.setData(report);
            device.syncSubmit(request);
        } catch (UsbException | RuntimeException e) {
            throw new IOException("USB device " + address.id() + " refuses report " + Bytes.copyOf(report), e);
        }
    }

    /** Ending a read may take as long as the bus's time-out, so a thread of its own does it. */
    @Override
    public void close() {
        closed = true;
        UsbPipe reading = in;
        if (reading == null) {
            return;
        }
        Thread ending = new Thread(() -> abort(reading), "close " + address);
        ending.setDaemon(true);
        ending.start();
    }

    private static void abort(UsbPipe pipe) {
        try {
            pipe.abortAllSubmissions();
        } catch (RuntimeException alreadyOver) {
            // Closed or unplugged: no read waits any more.
        }
    }

    /** Lets go of everything; on the thread that opened and reads, so that no read is under way. */
    private void release() {
        UsbPipe reading = in;
        in = null;
        quietly(() -> {
            if (reading != null) {
                reading.close();
            }
        });
        quietly(() -> {
            if (out != null) {
                out.abortAllSubmissions();
                out.close();
            }
        });
        quietly(() -> {
            if (claimed != null) {
                claimed.release();
            }
        });
        claimed = null;
    }

    @FunctionalInterface
    private interface Step {
        void run() throws UsbException;
    }

    private static void quietly(Step step) {
        try {
            step.run();
        } catch (UsbException | RuntimeException gone) {
            // What is unplugged cannot be closed and need not be.
        }
    }
}
