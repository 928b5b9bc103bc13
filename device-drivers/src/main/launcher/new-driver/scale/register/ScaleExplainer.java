import org.samokasa.protocol.@package@.@Name@Codec;
        all.put(
                "@name@",
                new Words(
                        @Name@Codec::framer,
                        body -> answer(@Name@Codec.decode(body)),
                        Map.of(@Name@Codec.REQUEST, "request for the weight")));
