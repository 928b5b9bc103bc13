package org.samokasa.kiosk.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** An enum constant as its name. */
record EnumShape(String typeName, Map<String, Object> constants) implements Shape {
    static EnumShape of(Class<?> type) {
        Map<String, Object> constants = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
        }
        return new EnumShape(type.getSimpleName(), Map.copyOf(constants));
    }

    @Override
    public void write(JsonGenerator out, Object value, Path path) throws IOException {
        out.writeString(((Enum<?>) Shape.present(value, path)).name());
    }

    @Override
    public Object read(Object tree, Path path) {
        String name = Shape.expect(String.class, tree, path, "the name of a " + typeName);
        Object constant = constants.get(name);
        if (constant == null) {
            throw path.wrong("no " + typeName + " is called " + name);
        }
        return constant;
    }
}
