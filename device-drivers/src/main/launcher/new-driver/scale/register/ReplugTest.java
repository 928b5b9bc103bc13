            new Pair("scale", "@name@", "kind = scale, protocol = @name@", "pty:", ""),
