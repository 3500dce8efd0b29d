"""How far ahead pages look for what falls due, in days."""

from typing import Final

# What is near enough to be done now.
NEAR: Final = 30
# As far as the list of what is coming goes; a test holds it to the rule of the warehouse.
FAR: Final = 92
