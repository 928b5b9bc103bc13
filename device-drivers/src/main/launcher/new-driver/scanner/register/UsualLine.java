                new UsualLine("scanner", "@name@", "baud=9600", Proof.SPEAKS),
