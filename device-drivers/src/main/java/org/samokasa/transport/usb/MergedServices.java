package org.samokasa.transport.usb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.usb.UsbDevice;
import javax.usb.UsbException;
import javax.usb.UsbHub;
import javax.usb.UsbServices;
import javax.usb.event.UsbServicesEvent;
import javax.usb.event.UsbServicesListener;
import org.usb4java.javax.Services;

/**
 * What {@code javax.usb.UsbHostManager} makes, once for the process: real devices by usb4java, where it can be loaded,
 * and those of {@link VirtualBus#ofThisProcess}. With the system property {@value #REMOTE} set to {@code HOST:PORT} the
 * virtual devices of a simulator in another process are among them.
 */
public final class MergedServices implements UsbServices {
    /** System property: where a simulator offers its USB devices. */
    public static final String REMOTE = "samokasa.usb";

    private static final System.Logger LOG = System.getLogger(MergedServices.class.getName());

    private final Services real;
    private final MergedHub hub;
    private final Map<VirtualBus.Plug, VirtualUsbDevice> virtual = new ConcurrentHashMap<>();
    private final List<UsbServicesListener> listeners = new CopyOnWriteArrayList<>();

    /** Called by {@code UsbHostManager}. */
    public MergedServices() {
        real = loadReal();
        hub = new MergedHub(this);
        VirtualBus.ofThisProcess().watch(new Attendance());
        if (real != null) {
            real.addUsbServicesListener(new RealOnes());
        }
        String remote = System.getProperty(REMOTE, "");
        if (!remote.isEmpty()) {
            new BusClient(remote, VirtualBus.ofThisProcess()).start();
        }
    }

    /** Null where libusb cannot be loaded; a till without USB machines needs none. */
    private static Services loadReal() {
        try {
            return new Services();
        } catch (UsbException | RuntimeException | LinkageError e) {
            LOG.log(System.Logger.Level.WARNING, "real USB devices cannot be used: {0}", e.toString());
            return null;
        }
    }

    List<UsbDevice> devices() {
        List<UsbDevice> all = new ArrayList<>();
        if (real != null) {
            for (Object each : real.getRootUsbHub().getAttachedUsbDevices()) {
                all.add((UsbDevice) each);
            }
        }
        all.addAll(virtual.values());
        return all;
    }

    @Override
    public UsbHub getRootUsbHub() {
        return hub;
    }

    @Override
    public void addUsbServicesListener(UsbServicesListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeUsbServicesListener(UsbServicesListener listener) {
        listeners.remove(listener);
    }

    @Override
    public String getApiVersion() {
        return "1.0.2";
    }

    @Override
    public String getImpVersion() {
        return real == null ? "virtual" : real.getImpVersion();
    }

    @Override
    public String getImpDescription() {
        return real == null ? "virtual devices alone" : real.getImpDescription() + ", and virtual devices";
    }

    private void attached(UsbDevice device) {
        listeners.forEach(each -> each.usbDeviceAttached(new UsbServicesEvent(this, device)));
    }

    private void detached(UsbDevice device) {
        listeners.forEach(each -> each.usbDeviceDetached(new UsbServicesEvent(this, device)));
    }

    private final class Attendance implements VirtualBus.Watcher {
        @Override
        public void attached(VirtualBus.Plug plug) {
            VirtualUsbDevice device = new VirtualUsbDevice(plug, hub);
            if (virtual.putIfAbsent(plug, device) != null) {
                return;
            }
            if (!plug.isAttached()) {
                virtual.remove(plug);
                return;
            }
            MergedServices.this.attached(device);
        }

        @Override
        public void detached(VirtualBus.Plug plug) {
            VirtualUsbDevice device = virtual.remove(plug);
            if (device != null) {
                device.gone();
                MergedServices.this.detached(device);
            }
        }
    }

    private final class RealOnes implements UsbServicesListener {
        @Override
        public void usbDeviceAttached(UsbServicesEvent event) {
            attached(event.getUsbDevice());
        }

        @Override
        public void usbDeviceDetached(UsbServicesEvent event) {
            detached(event.getUsbDevice());
        }
    }
}
