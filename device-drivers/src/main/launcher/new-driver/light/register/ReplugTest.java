            new Pair("light", "@name@", "kind = light, model = @name@", "tcp:0", ""),
