"""How a field of an event declares that it is about a person."""

from collections.abc import Mapping

KEY = "personal"


def personal(stand_in: object = None) -> Mapping[str, object]:
    """For ``field(metadata=…)``: kept locked in the journal; ``stand_in`` is read once the key is gone.

    Without a stand-in the whole event is passed over then: only where it moves nothing in the flow.
    """
    return {KEY: stand_in}
