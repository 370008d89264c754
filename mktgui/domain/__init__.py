"""The ground: plain values, rules and ports. Standard library only."""
