"""Placeholder until the recipe is in."""
import numpy as np
def fused(dense, lexical, weight=0.6):
    d=np.array(dense); l=np.array(lexical)
    def mm(x):
        lo,hi=x.min(),x.max()
        return (x-lo)/(hi-lo) if hi>lo else np.zeros_like(x)
    return (weight*mm(d)+(1-weight)*mm(l)).tolist()
