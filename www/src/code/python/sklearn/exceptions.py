"""Errors and warnings of scikit-learn."""


class NotFittedError(ValueError, AttributeError):
    pass


class InvalidParameterError(ValueError, TypeError):
    pass
