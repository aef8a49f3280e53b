"""What helps an author: a new case, mends, explanations, and the fields for an editor."""
