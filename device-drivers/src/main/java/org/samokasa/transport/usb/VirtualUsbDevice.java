package org.samokasa.transport.usb;

import java.util.Arrays;
import java.util.List;
import javax.usb.UsbConfiguration;
import javax.usb.UsbControlIrp;
import javax.usb.UsbDisconnectedException;
import javax.usb.UsbException;
import javax.usb.UsbPort;
import javax.usb.UsbStallException;
import javax.usb.event.UsbDeviceEvent;
import org.samokasa.protocol.Bytes;

/** A device of the virtual bus as {@code javax.usb} shows it: one configuration, one HID interface, one IN endpoint. */
final class VirtualUsbDevice extends AbstractUsbDevice {
    /** Request type and number: GET_DESCRIPTOR of an interface (HID 1.11, 7.1.1). */
    private static final int GET_DESCRIPTOR = 0x81_06;

    private static final int SET_REPORT = 0x21_09;
    private static final int SET_IDLE = 0x21_0A;
    private static final int REPORT_DESCRIPTOR = 0x22;

    private final VirtualBus.Plug plug;
    private final MergedHub hub;
    private final VirtualConfiguration configuration;

    VirtualUsbDevice(VirtualBus.Plug plug, MergedHub hub) {
        super(plug.identity());
        this.plug = plug;
        this.hub = hub;
        configuration = new VirtualConfiguration(this);
    }

    VirtualBus.Plug plug() {
        return plug;
    }

    void present() {
        if (!plug.isAttached()) {
            throw new UsbDisconnectedException(identity().id() + " was unplugged");
        }
    }

    void gone() {
        listeners().forEach(each -> each.usbDeviceDetached(new UsbDeviceEvent(this)));
    }

    @Override
    public UsbPort getParentUsbPort() {
        present();
        return hub.getUsbPorts().stream()
                .filter(port -> port.getUsbDevice() == this)
                .findFirst()
                .orElse(null);
    }

    @Override
    public boolean isUsbHub() {
        return false;
    }

    @Override
    public List<UsbConfiguration> getUsbConfigurations() {
        return List.of(configuration);
    }

    @Override
    public byte getActiveUsbConfigurationNumber() {
        return 1;
    }

    @Override
    public UsbConfiguration getActiveUsbConfiguration() {
        return configuration;
    }

    @Override
    public boolean isConfigured() {
        return true;
    }

    @Override
    public void syncSubmit(UsbControlIrp irp) throws UsbException {
        present();
        int request = (irp.bmRequestType() & 0xFF) << 8 | irp.bRequest() & 0xFF;
        int what = (irp.wValue() >> 8) & 0xFF;
        if (request == GET_DESCRIPTOR && what == REPORT_DESCRIPTOR) {
            byte[] descriptor = identity().reportDescriptor().toArray();
            int count = Math.min(irp.getLength(), descriptor.length);
            System.arraycopy(descriptor, 0, irp.getData(), irp.getOffset(), count);
            irp.setActualLength(count);
        } else if (request == SET_REPORT) {
            byte[] data = Arrays.copyOfRange(irp.getData(), irp.getOffset(), irp.getOffset() + irp.getLength());
            plug.report(Bytes.copyOf(data));
            irp.setActualLength(irp.getLength());
        } else if (request != SET_IDLE) {
            throw new UsbStallException(
                    String.format("%s does not know request %04X", identity().id(), request));
        }
    }
}
