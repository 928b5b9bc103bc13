package org.samokasa.transport.usb;

import java.util.List;
import javax.usb.UsbConfiguration;
import javax.usb.UsbConfigurationDescriptor;
import javax.usb.UsbConst;
import javax.usb.UsbDevice;
import javax.usb.UsbInterface;
import org.usb4java.javax.descriptors.SimpleUsbConfigurationDescriptor;

/** The one configuration of a virtual device. */
final class VirtualConfiguration implements UsbConfiguration {
    /** Configuration, interface, HID and endpoint descriptor: 9 + 9 + 9 + 7 bytes. */
    private static final short TOTAL_BYTES = 34;

    private final VirtualUsbDevice device;
    private final VirtualInterface only;

    VirtualConfiguration(VirtualUsbDevice device) {
        this.device = device;
        only = new VirtualInterface(this, device);
    }

    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    public List<UsbInterface> getUsbInterfaces() {
        return List.of(only);
    }

    @Override
    public UsbInterface getUsbInterface(byte number) {
        return number == 0 ? only : null;
    }

    @Override
    public boolean containsUsbInterface(byte number) {
        return number == 0;
    }

    @Override
    public UsbDevice getUsbDevice() {
        return device;
    }

    @Override
    public UsbConfigurationDescriptor getUsbConfigurationDescriptor() {
        return new SimpleUsbConfigurationDescriptor(
                (byte) 9,
                UsbConst.DESCRIPTOR_TYPE_CONFIGURATION,
                TOTAL_BYTES,
                (byte) 1,
                (byte) 1,
                (byte) 0,
                UsbConst.CONFIGURATION_POWERED_MASK,
                (byte) 50);
    }

    @Override
    public String getConfigurationString() {
        return null;
    }
}
