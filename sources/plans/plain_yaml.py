"""YAML without what a small file beside a plan never needs: no anchors or aliases, no dates made of text."""

from typing import Any

import yaml

# A dozen short lines; a longer file is not this one.
MAX_BYTES = 16 * 1024


class RefusedYamlError(ValueError):
    """The text cannot be taken as a list of fields. Its text is the reason, in Vietnamese."""


class _Loader(yaml.SafeLoader):
    # A day that does not exist must cost one field, not the file: dates stay text here and are judged by their field.
    yaml_implicit_resolvers = {  # noqa: RUF012 -- the library's own attribute
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def fetch_anchor(self) -> None:
        """Aliases let a few lines swell without end; without anchors there is nothing to alias."""
        raise RefusedYamlError("có dấu & hoặc * của YAML (bí danh); nếu là chữ, đặt cả giá trị trong dấu nháy")

    fetch_alias = fetch_anchor


def read_plain_yaml(text: str) -> dict[Any, Any]:
    """The fields of the file. RefusedYamlError with the reason."""
    try:
        loader = _Loader(text)
        try:
            content = loader.get_single_data()
        finally:
            loader.dispose()
    except RefusedYamlError:
        raise
    except yaml.MarkedYAMLError as error:
        place = f" ở dòng {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise RefusedYamlError(f"sai cú pháp YAML{place}") from error
    except yaml.YAMLError as error:
        raise RefusedYamlError("có ký tự mà YAML không cho phép") from error
    except RecursionError as error:
        raise RefusedYamlError("các mục lồng nhau quá sâu") from error
    # The library turns words into values without looking: a number of five thousand digits, a day 31/02.
    except (ValueError, TypeError, OverflowError, LookupError, AttributeError) as error:
        raise RefusedYamlError("có giá trị không hợp lệ") from error
    if not isinstance(content, dict):
        raise RefusedYamlError("không có mục nào")
    return content
