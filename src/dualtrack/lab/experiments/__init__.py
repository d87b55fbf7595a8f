"""What do published findings say of worlds? Their likelihood, the factors of existence, and what no study could see."""
