package org.samokasa.transport.usb;

import java.util.ArrayList;
import java.util.List;
import javax.usb.UsbDevice;
import javax.usb.UsbHub;
import javax.usb.UsbPort;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.hid.HidIdentity;

/** The root of the tree: real root hubs and virtual devices side by side. */
final class MergedHub extends AbstractUsbDevice implements UsbHub {
    /** The Linux Foundation's id for root hubs, as lists of devices show it. */
    private static final int LINUX_FOUNDATION = 0x1D6B;

    private final MergedServices services;

    MergedHub(MergedServices services) {
        super(new HidIdentity(LINUX_FOUNDATION, 2, "", "Samokasa", "root of real and virtual devices", Bytes.EMPTY));
        this.services = services;
    }

    @Override
    public byte getNumberOfPorts() {
        return (byte) Math.min(255, services.devices().size());
    }

    @Override
    public List<UsbPort> getUsbPorts() {
        List<UsbPort> ports = new ArrayList<>();
        for (UsbDevice device : services.devices()) {
            ports.add(new MergedPort((byte) (ports.size() + 1), this, device));
        }
        return ports;
    }

    @Override
    public UsbPort getUsbPort(byte number) {
        List<UsbPort> ports = getUsbPorts();
        int place = (number & 0xFF) - 1;
        return place >= 0 && place < ports.size() ? ports.get(place) : null;
    }

    @Override
    public List<UsbDevice> getAttachedUsbDevices() {
        return services.devices();
    }

    @Override
    public boolean isRootUsbHub() {
        return true;
    }

    @Override
    public boolean isUsbHub() {
        return true;
    }

    @Override
    public UsbPort getParentUsbPort() {
        return null;
    }

    /** A socket. */
    record MergedPort(byte getPortNumber, UsbHub getUsbHub, UsbDevice getUsbDevice) implements UsbPort {
        @Override
        public boolean isUsbDeviceAttached() {
            return true;
        }
    }
}
