package org.samokasa.transport.usb;

import java.util.List;
import javax.usb.UsbClaimException;
import javax.usb.UsbConfiguration;
import javax.usb.UsbConst;
import javax.usb.UsbEndpoint;
import javax.usb.UsbException;
import javax.usb.UsbInterface;
import javax.usb.UsbInterfaceDescriptor;
import javax.usb.UsbInterfacePolicy;
import org.usb4java.javax.descriptors.SimpleUsbInterfaceDescriptor;

/** The one HID interface of a virtual device. */
final class VirtualInterface implements UsbInterface {
    /** bInterfaceClass of human interface devices. */
    private static final byte HID_CLASS = 3;

    private final VirtualConfiguration configuration;
    private final VirtualUsbDevice device;
    private final VirtualEndpoint in;
    private boolean claimed;

    VirtualInterface(VirtualConfiguration configuration, VirtualUsbDevice device) {
        this.configuration = configuration;
        this.device = device;
        in = new VirtualEndpoint(this, device);
    }

    @Override
    public void claim() throws UsbException {
        claim(null);
    }

    @Override
    public synchronized void claim(UsbInterfacePolicy policy) throws UsbException {
        device.present();
        if (claimed) {
            throw new UsbClaimException("the interface is claimed already");
        }
        claimed = true;
    }

    @Override
    public synchronized void release() throws UsbException {
        if (in.getUsbPipe().isOpen()) {
            throw new UsbException("a pipe of the interface is open");
        }
        claimed = false;
    }

    @Override
    public synchronized boolean isClaimed() {
        return claimed;
    }

    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    public int getNumSettings() {
        return 1;
    }

    @Override
    public byte getActiveSettingNumber() {
        return 0;
    }

    @Override
    public UsbInterface getActiveSetting() {
        return this;
    }

    @Override
    public UsbInterface getSetting(byte number) {
        return number == 0 ? this : null;
    }

    @Override
    public boolean containsSetting(byte number) {
        return number == 0;
    }

    @Override
    public List<UsbInterface> getSettings() {
        return List.of(this);
    }

    @Override
    public List<UsbEndpoint> getUsbEndpoints() {
        return List.of(in);
    }

    @Override
    public UsbEndpoint getUsbEndpoint(byte address) {
        return address == VirtualEndpoint.ADDRESS ? in : null;
    }

    @Override
    public boolean containsUsbEndpoint(byte address) {
        return address == VirtualEndpoint.ADDRESS;
    }

    @Override
    public UsbConfiguration getUsbConfiguration() {
        return configuration;
    }

    @Override
    public UsbInterfaceDescriptor getUsbInterfaceDescriptor() {
        return new SimpleUsbInterfaceDescriptor(
                (byte) 9,
                UsbConst.DESCRIPTOR_TYPE_INTERFACE,
                (byte) 0,
                (byte) 0,
                (byte) 1,
                HID_CLASS,
                (byte) 0,
                (byte) 0,
                (byte) 0);
    }

    @Override
    public String getInterfaceString() {
        return null;
    }
}
