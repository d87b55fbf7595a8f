"""What a model is: declarations, expression trees, units and checks; standard library only."""
