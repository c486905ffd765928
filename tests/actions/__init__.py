"""Each action called as the engine calls it, and the words they use."""
