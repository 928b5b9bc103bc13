                subject("light", "@name@", FuzzSubjects::shine, text("OK\r"), text("NO\r")),
