// @ts-check
import { the } from "../ui/element.js";
import { moveSection } from "./database-move.js";
import { startFrame } from "./frame.js";

startFrame();
the("[data-body]").append(moveSection());
