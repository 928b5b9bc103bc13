package org.samokasa.driver.javapos;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jpos.JposConst;
import jpos.JposException;
import jpos.config.JposEntry;
import jpos.events.DataEvent;
import jpos.events.StatusUpdateEvent;
import jpos.loader.JposServiceInstance;
import jpos.loader.JposServiceInstanceFactory;
import jpos.services.CATService114;
import jpos.services.ElectronicValueRWService115;
import jpos.services.EventCallbacks;
import jpos.services.LightsService114;
import jpos.services.POSPrinterService114;
import jpos.services.ScaleService114;
import jpos.services.ScannerService114;

/**
 * The other side: a vendor's service as JavaPOS itself loads it. Properties keep what is set; states are those of the
 * standard; a test says what each call does.
 */
final class FakeService implements InvocationHandler {
    /** What a call does. */
    @FunctionalInterface
    interface Answer {
        Object to(Object[] arguments) throws JposException;
    }

    private static final Map<String, FakeService> BY_NAME = new ConcurrentHashMap<>();
    private static final Map<String, Class<?>> KINDS = Map.of(
            "LaneScanner", ScannerService114.class,
            "LaneScale", ScaleService114.class,
            "LanePrinter", POSPrinterService114.class,
            "LaneTerminal", CATService114.class,
            "LaneValue", ElectronicValueRWService115.class,
            "LaneLight", LightsService114.class);

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, Object> properties = new ConcurrentHashMap<>();
    private final List<String> calls = new ArrayList<>();
    private volatile EventCallbacks events;

    /** Made by the loader of JavaPOS, by its name in jpos.xml. */
    public static final class Factory implements JposServiceInstanceFactory {
        @Override
        public JposServiceInstance createInstance(String logicalName, JposEntry entry) {
            return (JposServiceInstance) Proxy.newProxyInstance(
                    FakeService.class.getClassLoader(),
                    new Class<?>[] {KINDS.get(logicalName), JposServiceInstance.class},
                    BY_NAME.get(logicalName));
        }
    }

    /** The service that the next open of this name gets. */
    static FakeService named(String logicalName) {
        FakeService service = new FakeService();
        BY_NAME.put(logicalName, service);
        return service;
    }

    FakeService on(String call, Answer answer) {
        answers.put(call, answer);
        return this;
    }

    FakeService property(String name, Object value) {
        properties.put(name, value);
        return this;
    }

    void data() {
        properties.put("DataEventEnabled", false);
        events.fireDataEvent(new DataEvent(events.getEventSource(), 0));
    }

    void status(int status) {
        events.fireStatusUpdateEvent(new StatusUpdateEvent(events.getEventSource(), status));
    }

    List<String> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    static JposException error(int code, int extended) {
        return new JposException(code, extended, "of the test");
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        synchronized (calls) {
            calls.add(arguments == null ? name : name + List.of(arguments));
        }
        Answer answer = answers.get(name);
        if (answer != null) {
            return answer.to(arguments);
        }
        if (name.equals("open")) {
            events = (EventCallbacks) arguments[1];
        } else if (name.equals("getDeviceServiceVersion")) {
            return 1_014_000;
        } else if (name.equals("getState")) {
            return JposConst.JPOS_S_IDLE;
        } else if (name.startsWith("set")) {
            properties.put(name.substring(3), arguments[0]);
        } else if (name.startsWith("get")) {
            return properties.getOrDefault(name.substring(3), nothing(method.getReturnType()));
        }
        return null;
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        return type == byte[].class ? new byte[0] : "";
    }
}
