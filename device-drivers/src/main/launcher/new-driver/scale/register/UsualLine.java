                new UsualLine("scale", "@name@", "baud=9600", Proof.ANSWERS),
