// @ts-check
import { the } from "../ui/element.js";
import { backupsSection } from "./database-backups.js";
import { moveSection } from "./database-move.js";
import { poolsSection } from "./database-pools.js";
import { startFrame } from "./frame.js";

startFrame();
the("[data-body]").append(poolsSection(), backupsSection(), moveSection());
