"""What one camera picture costs on its way to I420 1280x720, by path, in milliseconds of CPU."""

import time
from collections.abc import Callable

import cv2
import numpy as np

from capture.pictures import PictureFitter, planes_from_bgr
from capture.sim.scene import Scene
from kiosk.domain.recording import HD

ROUNDS = 100
SAMPLINGS = {"4:2:0": cv2.IMWRITE_JPEG_SAMPLING_FACTOR_420, "4:2:2": cv2.IMWRITE_JPEG_SAMPLING_FACTOR_422}


def cost_ms(path: Callable[[], object]) -> float:
    """Mean CPU milliseconds of all threads for one call."""
    path()
    started_s = time.process_time()
    for _ in range(ROUNDS):
        path()
    return (time.process_time() - started_s) / ROUNDS * 1000


def main() -> None:
    """Print one line per path."""
    random = np.random.default_rng(1)
    coarse = random.integers(0, 255, (45, 80, 3), dtype=np.uint8)
    smooth = np.asarray(cv2.resize(coarse, (HD.width, HD.height), interpolation=cv2.INTER_CUBIC), np.uint8)
    picture = np.clip(smooth + random.normal(0, 2, smooth.shape), 0, 255).astype(np.uint8)
    fitter, half = PictureFitter(HD.width, HD.height), PictureFitter(854, 480)
    for name, sampling in SAMPLINGS.items():
        options = [cv2.IMWRITE_JPEG_QUALITY, 85, cv2.IMWRITE_JPEG_SAMPLING_FACTOR, sampling]
        array = cv2.imencode(".jpg", picture, options)[1]
        data = bytes(array)
        print(f"JPEG {name}, {len(data) // 1000} kB")
        print(f"  straight to planes             {cost_ms(lambda: fitter.from_jpeg(data)):5.2f} ms")  # noqa: B023
        print(f"  straight to planes, 854x480    {cost_ms(lambda: half.from_jpeg(data)):5.2f} ms")  # noqa: B023
        through_bgr = cost_ms(lambda: planes_from_bgr(np.asarray(cv2.imdecode(array, 1), np.uint8)))  # noqa: B023
        print(f"  through BGR                    {through_bgr:5.2f} ms")
    scene = Scene(HD.width, HD.height)
    print(f"simulated picture                {cost_ms(lambda: scene.frame(1, 1.5, lit=False)):5.2f} ms")


if __name__ == "__main__":
    main()
