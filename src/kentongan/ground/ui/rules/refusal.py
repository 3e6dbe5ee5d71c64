"""A rule said no: raised where the verb lives, shown where the hand is."""


class Refusal(Exception):
    """A sentence an officer can act on: the rule, and who or what can go on.

    `sentence` may be a lazy translation; it is read when shown, in the reader's language. `then` is one
    further sentence for the next step ("Nugroho can approve it now."), empty where there is none.
    """

    def __init__(self, sentence: object, *, then: object = "") -> None:
        super().__init__(sentence)
        self.then = then

    @property
    def sentence(self) -> str:
        """The rule in the reader's language."""
        return str(self.args[0])

    def __str__(self) -> str:
        return self.sentence
