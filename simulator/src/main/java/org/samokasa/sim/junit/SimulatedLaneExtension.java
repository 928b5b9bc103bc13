package org.samokasa.sim.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.samokasa.sim.app.SimulatedMachines;
import org.samokasa.sim.app.demo.SimulatedShop;

/** Makes the parameters that {@link SimulatedLane} promises. */
final class SimulatedLaneExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(SimulatedLane.class);
    private static final List<Class<?>> GIVEN = List.of(SimulatedMachines.class, SimulatedShop.class);

    /** What a test got, with the folder it lives in. */
    private record Lent(Object thing, Runnable end, Path folder) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            end.run();
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /** Makes one thing in a folder of its own. */
    private interface Maker {
        Lent in(Path folder) throws IOException;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return GIVEN.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        Maker maker =
                type == SimulatedShop.class ? SimulatedLaneExtension::shop : folder -> machines(folder, config(test));
        // By type: the same parameter of a set-up method and of its test is the same thing.
        return test.getStore(OURS)
                .getOrComputeIfAbsent(type, wanted -> lend(wanted, maker), Lent.class)
                .thing();
    }

    private static Lent lend(Class<?> type, Maker maker) {
        try {
            return maker.in(Files.createTempDirectory("simulated-lane"));
        } catch (IOException | RuntimeException e) {
            throw new ParameterResolutionException("no " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    private static Lent shop(Path folder) throws IOException {
        SimulatedShop shop = new SimulatedShop(folder.resolve("shop"));
        return new Lent(shop, shop::close, folder);
    }

    private static Lent machines(Path folder, String config) throws IOException {
        SimulatedMachines machines =
                SimulatedMachines.start(Files.writeString(folder.resolve("simulator.conf"), config));
        return new Lent(machines, machines::close, folder);
    }

    private static String config(ExtensionContext test) {
        return AnnotationSupport.findAnnotation(test.getElement(), SimulatedLane.class)
                .or(() -> AnnotationSupport.findAnnotation(test.getRequiredTestClass(), SimulatedLane.class))
                .orElseThrow()
                .config();
    }
}
