package org.samokasa.sim.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.samokasa.sim.device.MachineUnit;

/** The lines of JSON that the simulator writes. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** {@code {"machine":"scanner","kind":"scanner","address":"serial:/.."}}. */
    static String ready(MachineUnit unit, String address) {
        return line(json -> {
            json.writeStringField("machine", unit.name());
            json.writeStringField("kind", unit.kind());
            json.writeStringField("address", address);
        });
    }

    /** All machines with their facts. */
    static String status(Simulator simulator) {
        return line(json -> {
            for (MachineUnit unit : simulator.machines().units()) {
                json.writeObjectFieldStart(unit.name());
                json.writeStringField("kind", unit.kind());
                json.writeBooleanField("plugged", simulator.isPlugged(unit));
                for (Map.Entry<String, String> fact : simulator.facts(unit).entrySet()) {
                    json.writeStringField(fact.getKey(), fact.getValue());
                }
                json.writeEndObject();
            }
        });
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private static String line(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
