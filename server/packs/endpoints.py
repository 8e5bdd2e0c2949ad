"""Question packs that stations are offered."""

from typing import Annotated, Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool

from kiosk.wire.message import Key
from server.access.guard import allow
from server.bodies import spool_body
from server.house import InHouse
from server.identity.roles import Permission, Person

router = APIRouter(prefix="/api/v1/packs", tags=["packs"])

Manager = Annotated[Person, allow(Permission.MANAGE_PACKS)]


@router.get("")
def packs(_: Manager, house: InHouse) -> dict[str, Any]:
    """All packs."""
    return {
        "success": True,
        "packs": [
            {
                "pack_id": row.pack_id,
                "version": row.version,
                "sha256": row.sha256,
                "size_bytes": row.size_bytes,
                "added_by": row.added_by,
                "added_wall": row.added_wall,
                "withdrawn_wall": row.withdrawn_wall,
            }
            for row in house.packs.packs()
        ],
    }


@router.post("", status_code=201)
async def add(request: Request, person: Manager, house: InHouse) -> dict[str, Any]:
    """A pack's folder as a ZIP, raw, with its id and version in ``pack.toml``; stations are offered it."""
    async with spool_body(request, house.blobs.spool) as body:
        row = await run_in_threadpool(house.packs.add, person, body)
    return {"success": True, "pack_id": row.pack_id, "version": row.version, "sha256": row.sha256}


@router.delete("/{pack_id}")
def withdraw(pack_id: Key, person: Manager, house: InHouse) -> dict[str, Any]:
    """Stations begin no more interviews with it."""
    house.packs.withdraw(person, pack_id)
    return {"success": True}
