"""What a cable is: the model of a telegram and the grammar that reads one."""
