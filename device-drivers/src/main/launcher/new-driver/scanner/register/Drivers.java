import org.samokasa.driver.scanner.@Name@Scanner;
                .plus("scanner", "@name@", (name, link, options) -> new @Name@Scanner(name, link))
