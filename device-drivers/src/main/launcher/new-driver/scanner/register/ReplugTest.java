            new Pair("scanner", "@name@", "kind = scanner, protocol = @name@", "pty:", ""),
