package org.samokasa.transport.usb;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.usb.UsbConfiguration;
import javax.usb.UsbConst;
import javax.usb.UsbControlIrp;
import javax.usb.UsbDevice;
import javax.usb.UsbDeviceDescriptor;
import javax.usb.UsbException;
import javax.usb.UsbStallException;
import javax.usb.UsbStringDescriptor;
import javax.usb.event.UsbDeviceListener;
import javax.usb.util.DefaultUsbControlIrp;
import org.samokasa.protocol.hid.HidIdentity;
import org.usb4java.javax.descriptors.SimpleUsbDeviceDescriptor;
import org.usb4java.javax.descriptors.SimpleUsbStringDescriptor;

/** What virtual devices and the root hub have in common: strings, descriptors and no configuration. */
abstract class AbstractUsbDevice implements UsbDevice {
    private static final byte MANUFACTURER = 1;
    private static final byte PRODUCT = 2;
    private static final byte SERIAL = 3;
    private static final int DESCRIPTOR_BYTES = 18;

    private final HidIdentity identity;
    private final UsbDeviceDescriptor descriptor;
    private final List<UsbDeviceListener> listeners = new CopyOnWriteArrayList<>();

    AbstractUsbDevice(HidIdentity identity) {
        this.identity = identity;
        descriptor = new SimpleUsbDeviceDescriptor(
                (byte) DESCRIPTOR_BYTES,
                UsbConst.DESCRIPTOR_TYPE_DEVICE,
                (short) 0x0200,
                (byte) 0,
                (byte) 0,
                (byte) 0,
                (byte) 64,
                (short) identity.vendor(),
                (short) identity.product(),
                (short) 0x0100,
                MANUFACTURER,
                PRODUCT,
                identity.serial().isEmpty() ? 0 : SERIAL,
                (byte) 1);
    }

    final HidIdentity identity() {
        return identity;
    }

    final List<UsbDeviceListener> listeners() {
        return listeners;
    }

    @Override
    public String getManufacturerString() {
        return identity.manufacturer();
    }

    @Override
    public String getSerialNumberString() {
        return identity.serial().isEmpty() ? null : identity.serial();
    }

    @Override
    public String getProductString() {
        return identity.name();
    }

    @Override
    public Object getSpeed() {
        return UsbConst.DEVICE_SPEED_FULL;
    }

    @Override
    public List<? extends UsbConfiguration> getUsbConfigurations() {
        return List.of();
    }

    @Override
    public UsbConfiguration getUsbConfiguration(byte number) {
        return containsUsbConfiguration(number) ? getActiveUsbConfiguration() : null;
    }

    @Override
    public boolean containsUsbConfiguration(byte number) {
        return number == getActiveUsbConfigurationNumber() && isConfigured();
    }

    @Override
    public byte getActiveUsbConfigurationNumber() {
        return 0;
    }

    @Override
    public UsbConfiguration getActiveUsbConfiguration() {
        return null;
    }

    @Override
    public boolean isConfigured() {
        return false;
    }

    @Override
    public UsbDeviceDescriptor getUsbDeviceDescriptor() {
        return descriptor;
    }

    @Override
    public UsbStringDescriptor getUsbStringDescriptor(byte index) throws UsbException {
        String text = getString(index);
        if (text == null) {
            throw new UsbStallException("no string " + index);
        }
        try {
            return new SimpleUsbStringDescriptor((byte) (2 + 2 * text.length()), UsbConst.DESCRIPTOR_TYPE_STRING, text);
        } catch (UnsupportedEncodingException e) {
            throw new UsbException("string " + index + " cannot be told: " + e.getMessage());
        }
    }

    @Override
    public String getString(byte index) {
        return switch (index) {
            case MANUFACTURER -> getManufacturerString();
            case PRODUCT -> getProductString();
            case SERIAL -> getSerialNumberString();
            default -> null;
        };
    }

    @Override
    public void syncSubmit(UsbControlIrp irp) throws UsbException {
        throw new UsbStallException("a root hub takes no requests");
    }

    @Override
    public void asyncSubmit(UsbControlIrp irp) {
        try {
            syncSubmit(irp);
        } catch (UsbException e) {
            irp.setUsbException(e);
        }
        irp.complete();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void syncSubmit(List irps) throws UsbException {
        for (Object irp : irps) {
            syncSubmit((UsbControlIrp) irp);
        }
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void asyncSubmit(List irps) {
        for (Object irp : irps) {
            asyncSubmit((UsbControlIrp) irp);
        }
    }

    @Override
    public UsbControlIrp createUsbControlIrp(byte type, byte request, short value, short index) {
        return new DefaultUsbControlIrp(type, request, value, index);
    }

    @Override
    public void addUsbDeviceListener(UsbDeviceListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeUsbDeviceListener(UsbDeviceListener listener) {
        listeners.remove(listener);
    }
}
