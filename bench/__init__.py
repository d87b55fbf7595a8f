"""Speed beside peers: the same theory, outcomes and worlds run by other tools, checked to agree, then timed in turns."""
