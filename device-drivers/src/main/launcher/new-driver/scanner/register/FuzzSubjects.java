                subject(
                        "scanner",
                        "@name@",
                        device -> {},
                        hex("02 41 34 30 30 36 33 38 31 33 33 33 39 33 31 03 72")),
