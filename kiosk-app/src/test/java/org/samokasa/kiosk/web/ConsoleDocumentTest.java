package org.samokasa.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.network.JsonText;

/**
 * The document that others program against names exactly the addresses that are there. After a wanted change run with
 * {@code -Dsamokasa.documents=write} and look at the difference.
 */
class ConsoleDocumentTest {
    private static final Path FILE = Path.of("..", "docs", "messages", "console.openapi.json");

    @Test
    void the_file_says_what_the_code_says() throws IOException {
        String text = JsonText.print(ConsoleOpenApi.document());
        if ("write".equals(System.getProperty("samokasa.documents"))) {
            Files.writeString(FILE, text);
        }
        assertThat(Files.readString(FILE)).isEqualTo(text);
    }

    @Test
    void every_address_is_described_and_none_that_is_not_there() {
        ConsoleDesk nobody = nothing(ConsoleDesk.class);
        Set<String> served = new TreeSet<>(
                new ConsoleApi(nobody, nothing(ConsoleStaff.class)).routes().all());
        served.add("get /events");
        assertThat(ConsoleOpenApi.operations()).isEqualTo(served);
    }

    /** Nobody is asked anything: only the list of addresses is wanted. */
    private static <T> T nothing(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> {
                    throw new AssertionError(method + " was called");
                }));
    }
}
