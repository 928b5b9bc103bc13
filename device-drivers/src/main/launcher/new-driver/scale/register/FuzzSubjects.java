                subject("scale", "@name@", FuzzSubjects::weigh, text("S +001.250 kg\r\n")),
