import org.samokasa.driver.light.@Name@Light;
                .plus("light", "@name@", (name, link, options) -> new @Name@Light(name, link))
