"""How the embedded model is made, from a folder of parallel sentences to the packaged folder; not part of the wheel."""
