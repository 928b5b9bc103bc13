import org.samokasa.protocol.@package@.@Name@Codec;
                .plus("scale", "@name@", (name, link, options) -> scale(name, link, options, @Name@Codec.dialect()))
