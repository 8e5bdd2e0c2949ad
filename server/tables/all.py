"""Imports every table, so that ``Tables.metadata`` knows them: for migrations."""

from server.tables import files, partners, people, review, sessions, stations
from server.tables.model import Tables

MODULES = (files, partners, people, review, sessions, stations)
METADATA = Tables.metadata
