"""Fits the weights of the aligner; ``python -m training.calibrate_alignment --write`` rewrites them.

    examples → field → checker/align/weights.json

The weights maximise the probability of the gold paths of the shared development sets (conditional random field;
gradient by forward-backward; L-BFGS-B, since most weights may not be negative). All genres are fitted together, since
weights learnt on one lose on another. ``--validate`` prints figures for documents that were not fitted (two halves),
``--leave-out`` for genres that were not, ``--ablate`` what each kind of evidence earns, ``--reliability`` what the
scores of the beads mean.

It works for encoders of any dimension, needs scipy (the extra ``training``) and takes about three minutes on one idle
core without these tables.
"""
