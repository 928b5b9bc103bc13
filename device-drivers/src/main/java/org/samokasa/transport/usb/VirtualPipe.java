package org.samokasa.transport.usb;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.usb.UsbAbortException;
import javax.usb.UsbControlIrp;
import javax.usb.UsbDisconnectedException;
import javax.usb.UsbEndpoint;
import javax.usb.UsbException;
import javax.usb.UsbIrp;
import javax.usb.UsbNotClaimedException;
import javax.usb.UsbNotOpenException;
import javax.usb.UsbPipe;
import javax.usb.event.UsbPipeDataEvent;
import javax.usb.event.UsbPipeErrorEvent;
import javax.usb.event.UsbPipeListener;
import javax.usb.util.DefaultUsbControlIrp;
import javax.usb.util.DefaultUsbIrp;
import org.samokasa.protocol.Bytes;

/** The interrupt IN pipe of a virtual device. A read waits until a report, an abort or the end of the device. */
final class VirtualPipe implements UsbPipe, VirtualBus.Host {
    /** What a device keeps for a host that does not read. */
    private static final int REPORTS_MAX = 64;

    private static final Object ABORT = new Object();
    private static final Object GONE = new Object();

    private final VirtualEndpoint endpoint;
    private final VirtualUsbDevice device;
    private final BlockingQueue<Object> queue = new ArrayBlockingQueue<>(REPORTS_MAX + 2);
    private final List<UsbPipeListener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean open;
    private volatile int waiting;

    VirtualPipe(VirtualEndpoint endpoint, VirtualUsbDevice device) {
        this.endpoint = endpoint;
        this.device = device;
    }

    @Override
    public void in(Bytes report) {
        if (queue.size() < REPORTS_MAX) {
            queue.offer(report);
        }
    }

    @Override
    public void gone() {
        queue.clear();
        queue.offer(GONE);
    }

    @Override
    public void open() throws UsbException {
        device.present();
        if (!endpoint.getUsbInterface().isClaimed()) {
            throw new UsbNotClaimedException();
        }
        if (open) {
            throw new UsbException("the pipe is open already");
        }
        queue.clear();
        if (!device.plug().open(this)) {
            throw new UsbException("another host has the device");
        }
        open = true;
    }

    @Override
    public void close() throws UsbException {
        mustBeOpen();
        if (waiting > 0) {
            throw new UsbException("Pipe is still busy");
        }
        open = false;
        device.plug().close(this);
    }

    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public UsbEndpoint getUsbEndpoint() {
        return endpoint;
    }

    @Override
    public int syncSubmit(byte[] data) throws UsbException {
        UsbIrp irp = new DefaultUsbIrp(data);
        syncSubmit(irp);
        return irp.getActualLength();
    }

    @Override
    public void syncSubmit(UsbIrp irp) throws UsbException {
        mustBeOpen();
        Bytes report = take();
        if (report.size() > irp.getLength()) {
            throw new UsbException("a report of " + report.size() + " bytes for a buffer of " + irp.getLength());
        }
        System.arraycopy(report.toArray(), 0, irp.getData(), irp.getOffset(), report.size());
        irp.setActualLength(report.size());
        listeners.forEach(each -> each.dataEventOccurred(new UsbPipeDataEvent(this, irp)));
    }

    private Bytes take() throws UsbException {
        enter();
        try {
            Object next = queue.take();
            if (next == GONE) {
                // Whoever reads next is told as well.
                queue.offer(GONE);
                throw new UsbDisconnectedException(device.identity().id() + " was unplugged");
            }
            if (next == ABORT) {
                throw new UsbAbortException();
            }
            return (Bytes) next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsbAbortException();
        } finally {
            leave();
        }
    }

    private synchronized void enter() {
        waiting++;
    }

    private synchronized void leave() {
        waiting--;
        notifyAll();
    }

    @Override
    public UsbIrp asyncSubmit(byte[] data) {
        UsbIrp irp = new DefaultUsbIrp(data);
        asyncSubmit(irp);
        return irp;
    }

    @Override
    public void asyncSubmit(UsbIrp irp) {
        mustBeOpen();
        Thread thread =
                new Thread(() -> submit(irp), "virtual usb " + device.identity().id());
        thread.setDaemon(true);
        thread.start();
    }

    private void submit(UsbIrp irp) {
        try {
            syncSubmit(irp);
        } catch (UsbException e) {
            failed(irp, e);
        } catch (UsbDisconnectedException e) {
            failed(irp, new UsbException(e.getMessage()));
        }
        irp.complete();
    }

    private void failed(UsbIrp irp, UsbException why) {
        irp.setUsbException(why);
        listeners.forEach(each -> each.errorEventOccurred(new UsbPipeErrorEvent(this, irp)));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void syncSubmit(List irps) throws UsbException {
        for (Object irp : irps) {
            syncSubmit((UsbIrp) irp);
        }
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void asyncSubmit(List irps) {
        for (Object irp : irps) {
            asyncSubmit((UsbIrp) irp);
        }
    }

    /** As usb4java's: returns when nobody waits any more. */
    @Override
    public synchronized void abortAllSubmissions() {
        mustBeOpen();
        queue.clear();
        if (!device.plug().isAttached()) {
            queue.offer(GONE);
        }
        for (int i = 0; i < waiting; i++) {
            queue.offer(ABORT);
        }
        boolean interrupted = false;
        while (waiting > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        queue.removeIf(each -> each == ABORT);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void mustBeOpen() {
        if (!open) {
            throw new UsbNotOpenException();
        }
    }

    @Override
    public UsbIrp createUsbIrp() {
        return new DefaultUsbIrp();
    }

    @Override
    public UsbControlIrp createUsbControlIrp(byte type, byte request, short value, short index) {
        return new DefaultUsbControlIrp(type, request, value, index);
    }

    @Override
    public void addUsbPipeListener(UsbPipeListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeUsbPipeListener(UsbPipeListener listener) {
        listeners.remove(listener);
    }
}
