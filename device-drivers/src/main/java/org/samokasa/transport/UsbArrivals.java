package org.samokasa.transport;

import java.io.IOException;
import javax.usb.UsbException;
import javax.usb.UsbHostManager;
import javax.usb.UsbServices;
import javax.usb.event.UsbServicesEvent;
import javax.usb.event.UsbServicesListener;

/** Tells a link that something was plugged in, so that it need not wait for its next turn to look. */
final class UsbArrivals implements UsbServicesListener {
    private Runnable hint = () -> {};
    private UsbServices services;
    private boolean closed;

    /** What to do when something arrives; before {@link #listen}. */
    void tell(Runnable newHint) {
        hint = newHint;
    }

    /** Begins with the first attempt to open, because asking for the bus loads it. Harmless when repeated. */
    synchronized void listen() throws IOException {
        if (services != null || closed) {
            return;
        }
        try {
            services = UsbHostManager.getUsbServices();
        } catch (UsbException | RuntimeException e) {
            throw new IOException("the USB bus cannot be read: " + e.getMessage(), e);
        }
        services.addUsbServicesListener(this);
    }

    synchronized void close() {
        closed = true;
        if (services != null) {
            services.removeUsbServicesListener(this);
        }
    }

    @Override
    public void usbDeviceAttached(UsbServicesEvent event) {
        hint.run();
    }

    @Override
    public void usbDeviceDetached(UsbServicesEvent event) {
        // Whoever has the device open hears it from its pipe.
    }
}
