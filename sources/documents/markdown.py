"""Markdown (CommonMark and its tables, tables of pandoc) to blocks. Ordered lists get their numbers written back."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from unicodedata import normalize

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sources.documents.blocks import Block, Document, plain, unbulleted, written_block
from sources.documents.letters import refuse_legacy_letters
from sources.documents.markdown_parts import Part, read_parts
from sources.documents.text_rows import TextTable
from sources.documents.web import read_web

# What begins a line of its own, though Markdown would join it to the line before.
_BEGINS = re.compile(r"^(?:[IVXLC]{1,6}\.|\d{1,2}(?:\.\d{1,2}){0,3}[.)]|\d{1,2}(?:\.\d{1,2})+|[a-zđ]\))\s+\S|^[•●▪]\s")


def read_markdown(text: str) -> Document:
    """Blocks of a Markdown text; places are line numbers counted from 1. HTML in it is text, but for whole tables."""
    blocks: list[Block] = []
    tables = 0
    for part in read_parts(normalize("NFC", text)):
        above = tables
        for block in _part_blocks(part):
            line = int(block.place.removeprefix("dòng ")) + part.first
            table = block.table + above if block.table else 0
            tables = max(tables, table)
            blocks.append(replace(block, place=f"dòng {line}", table=table))
    refuse_legacy_letters(blocks)
    return Document(tuple(blocks))


def _part_blocks(part: Part) -> Iterator[Block]:
    if isinstance(part.content, TextTable):
        for line, cells in part.content.rows or ():
            text = " ".join(cell for cell in cells if cell)
            if text:
                yield Block("table_row", text, f"dòng {line - part.first + 1}", cells=cells, table=1)
    elif part.is_web:
        yield from read_web(part.content).blocks
    else:
        parser = MarkdownIt("commonmark", {"html": False}).enable("table")
        yield from _blocks(parser.parse(part.content))


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    lists: list[str] = []  # the open lists: "-", "+" or the number of the next item with its sign
    marker, level, table = "", 0, 0
    row: list[str] = []
    line = 1
    for before, token in pairwise([Token("start", "", 0), *tokens]):
        if token.map:
            line = token.map[0] + 1
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            start = token.attrGet("start")
            lists.append("-" if token.type == "bullet_list_open" else str(start if start is not None else 1))
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            lists.pop()
        elif token.type == "list_item_open":
            marker = _item_marker(lists, token.markup)
        elif token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "table_open":
            table += 1
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            if any(row):
                yield Block(
                    "table_row", " ".join(cell for cell in row if cell), f"dòng {line}", cells=tuple(row), table=table
                )
        elif token.type == "inline" and before.type in {"th_open", "td_open"}:
            row.append(plain(token.content))
        elif token.type == "inline":
            yield from _written(token, marker, line, level)
            marker = ""
        elif token.type in {"code_block", "fence"}:
            # Indented by a word processor, not meant as code.
            for offset, part in enumerate(token.content.split("\n")):
                block = written_block(part, f"dòng {line + offset}")
                if block is not None:
                    yield block


def _item_marker(lists: list[str], markup: str) -> str:
    if lists[-1] == "-":
        return "+ " if markup == "+" or len(lists) > 1 else "- "
    number = lists[-1]
    lists[-1] = str(int(number) + 1)
    return f"{number}{markup} "


def _written(token: Token, marker: str, line: int, level: int) -> Iterator[Block]:
    """One block a line where lines were broken on purpose; soft wraps are joined."""
    parts: list[list[Token]] = [[]]
    children = token.children or []
    for at, child in enumerate(children):
        if child.type == "hardbreak" or (
            child.type == "softbreak" and not level and _begins(parts[-1], children[at + 1 :])
        ):
            parts.append([])
        else:
            parts[-1].append(child)
    for number, part in enumerate(parts):
        text = "".join(_text(child) for child in part)
        depth, rest = unbulleted(plain(text))
        if number == 0 and marker:
            text = (
                marker + (rest if depth else text)
                if marker[0] in "-+" and depth == 0
                else (f"+ {rest}" if depth == 2 else marker + text)
            )
        block = written_block(text, f"dòng {line + number}", level=level, is_bold=_is_bold(part))
        if block is not None:
            yield block


def _begins(before: list[Token], after: list[Token]) -> bool:
    """Whether the line after a soft break stands for itself: a number, capitals, or the end of a bold line."""
    end = next((at for at, token in enumerate(after) if token.type in {"softbreak", "hardbreak"}), len(after))
    upper, lower = ("".join(_text(token) for token in part).strip() for part in (before, after[:end]))
    if _BEGINS.match(plain(lower)) or upper.isupper() or (lower.isupper() and len(lower.split()) > 1):
        return True
    return bool(upper) and _is_bold(before) != _is_bold(after[:end])


def _text(token: Token) -> str:
    if token.type == "softbreak":
        return " "
    if token.type == "image":
        return ""
    return token.content


def _is_bold(part: list[Token]) -> bool:
    depth, seen = 0, False
    for token in part:
        depth += token.type == "strong_open"
        depth -= token.type == "strong_close"
        if token.content.strip():
            seen = True
            if depth == 0:
                return False
    return seen
