"""How the embedded model is made: from the folder of parallel sentences to the packaged folder (not part of the wheel)."""
